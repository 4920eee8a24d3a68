#include <libpq-fe.h>

#include <array>
#include <charconv>

#include "base/text.h"
#include "db/db.h"

namespace db {

Param::Param(double value) {
  std::array<char, 40> text{};
  const auto [end, problem] = std::to_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{}) throw std::logic_error("a double that cannot be written");
  text_ = std::string(text.data(), end);
}

Param::Param(Instant moment) {
  // With microseconds: to_iso() is for people and cuts them off.
  const auto micros = moment.time_since_epoch() % std::chrono::seconds(1);
  std::string text = to_iso(moment);
  text.pop_back();  // the Z
  const auto fraction = (micros.count() + 1000000) % 1000000;
  std::string digits = std::to_string(fraction);
  text_ = text + "." + std::string(6 - digits.size(), '0') + digits + "+00";
}

std::string array_of(std::span<const std::int64_t> numbers) {
  std::string text = "{";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ',';
    text += std::to_string(number);
  }
  return text + "}";
}

std::string array_of(std::span<const std::string> texts) {
  std::string result = "{";
  for (const std::string& text : texts) {
    if (result.size() > 1) result += ',';
    result += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
    result += '"';
  }
  return result + "}";
}

Result::Result(pg_result* result)
    : result_(result, [](pg_result* owned) { PQclear(owned); }), rows_(PQntuples(result)) {
  const int columns = PQnfields(result);
  columns_.reserve(static_cast<std::size_t>(columns));
  for (int i = 0; i < columns; ++i) columns_.emplace_back(PQfname(result, i));
}

std::int64_t Result::affected() const {
  return to_integer(PQcmdTuples(result_.get())).value_or(0);
}

int Result::column_number(std::string_view name) const {
  const std::size_t count = columns_.size();
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t at = (next_column_ + step) % count;
    if (columns_[at] == name) {
      next_column_ = at + 1;
      return static_cast<int>(at);
    }
  }
  throw std::logic_error("the query returns no column '" + std::string(name) + "'");
}

std::string_view Row::text(std::string_view column) const {
  const int number = result_->column_number(column);
  pg_result* raw = result_->result_.get();
  return {PQgetvalue(raw, index_, number),
          static_cast<std::size_t>(PQgetlength(raw, index_, number))};
}

bool Row::is_null(std::string_view column) const {
  return PQgetisnull(result_->result_.get(), index_, result_->column_number(column)) == 1;
}

std::int64_t Row::integer(std::string_view column) const {
  const std::string_view value = text(column);
  if (value.empty()) return 0;
  const auto number = to_integer(value);
  if (!number) throw std::logic_error("column '" + std::string(column) + "' holds no integer");
  return *number;
}

double Row::number(std::string_view column) const {
  const std::string_view value = text(column);
  double number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

bool Row::boolean(std::string_view column) const {
  return text(column) == "t";
}

Instant Row::instant(std::string_view column) const {
  const auto moment = parse_instant(text(column));
  if (!moment) throw std::logic_error("column '" + std::string(column) + "' holds no time");
  return *moment;
}

std::optional<std::string> Row::maybe_string(std::string_view column) const {
  if (is_null(column)) return std::nullopt;
  return string(column);
}

std::optional<std::int64_t> Row::maybe_integer(std::string_view column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<Money> Row::maybe_money(std::string_view column) const {
  if (is_null(column)) return std::nullopt;
  return money(column);
}

std::optional<Instant> Row::maybe_instant(std::string_view column) const {
  if (is_null(column)) return std::nullopt;
  return instant(column);
}

}  // namespace db
