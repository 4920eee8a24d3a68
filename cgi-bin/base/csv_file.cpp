#include "base/csv_file.h"

#include <algorithm>

#include "base/text.h"

namespace {

constexpr std::size_t kMostColumns = 200;
constexpr std::size_t kMostShownText = 60;  // characters of a cell in a report

/// Columns that no file may bring: what is uploaded is kept for a day.
bool is_secret(std::string_view name) {
  constexpr std::string_view kSecrets[] = {"password", "passwort", "password_hash", "passwd",
                                           "pwd"};
  return std::ranges::find(kSecrets, name) != std::end(kSecrets);
}

std::string_view cell_text(std::string_view field) {
  std::string_view text = trimmed(field);
  if (text.size() > 1 && text[0] == '\'' &&
      std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  return text;
}

}  // namespace

void CsvReport::count(std::string_view verdict, std::int64_t rows_judged) {
  if (verdict == "new") {
    created += rows_judged;
  } else if (verdict == "changed") {
    changed += rows_judged;
  } else if (verdict == "same") {
    same += rows_judged;
  } else {
    bad += rows_judged;
  }
}

void CsvReport::add_problem(std::int64_t line, std::string code, std::string_view detail) {
  problems.push_back({line, std::move(code), shortened(detail, kMostShownText)});
}

void CsvReport::add_change(std::int64_t line, std::string subject, std::string field,
                           std::string_view before, std::string_view after) {
  changes.push_back({line, std::move(subject), std::move(field), shortened(before, kMostShownText),
                     shortened(after, kMostShownText)});
}

void CsvReport::sort_problems() {
  std::ranges::stable_sort(problems, {}, &RowProblem::line);
  if (std::ssize(problems) > kRowsShown) problems.resize(static_cast<std::size_t>(kRowsShown));
}

bool has_control_characters(std::string_view text, bool lines) {
  return std::any_of(text.begin(), text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && !(lines && (c == '\n' || c == '\t')));
  });
}

std::optional<Instant> moment_in(std::string_view cell) {
  constexpr std::size_t kDay = 10;
  const std::string text = std::string(cell) + (cell.size() == kDay ? "T00:00:00Z" : "");
  const auto moment = parse_instant(text);
  // Written back it must be the same: no 25th hour, no other separators.
  return moment && to_iso(*moment) == text ? moment : std::nullopt;
}

CsvFile::CsvFile(std::string_view bytes, const Columns& columns)
    : converted_(is_utf16(bytes) ? from_utf16(bytes) : std::string()),
      reader_(is_utf16(bytes) ? std::string_view(converted_) : bytes),
      places_(columns.names.size()) {
  read_header(columns);
}

void CsvFile::read_header(const Columns& columns) {
  if (!reader_.next(record_) || !record_.problem.empty()) throw NotThatCsv("first_line");
  width_ = record_.fields.size();
  if (width_ > kMostColumns) throw NotThatCsv("columns");
  for (std::size_t place = 0; place < width_; ++place) {
    take_column(columns, cell_text(record_.fields[place]), place);
  }
  for (const std::string_view name : columns.needed) {
    const auto number = std::ranges::find(columns.names, name) - columns.names.begin();
    if (!has(static_cast<std::size_t>(number))) throw NotThatCsv("column", std::string(name));
  }
}

void CsvFile::take_column(const Columns& columns, std::string_view field, std::size_t place) {
  const std::string name = to_lower(field);
  if (is_secret(name)) throw NotThatCsv("secret", std::string(field));
  const auto known = std::ranges::find(columns.names, name);
  if (known != columns.names.end()) {
    auto& known_place = places_[static_cast<std::size_t>(known - columns.names.begin())];
    if (known_place) throw NotThatCsv("column_twice", std::string(field));
    known_place = place;
    return;
  }
  if (!columns.prefix.empty() && name.starts_with(columns.prefix)) {
    const std::string extra(trimmed(field.substr(columns.prefix.size())));
    for (const std::string& before : extras_) {
      if (to_lower(before) == to_lower(extra)) throw NotThatCsv("column_twice", std::string(field));
    }
    if (!extra.empty() && count_characters(extra) <= columns.most_extra_characters) {
      extras_.push_back(extra);
      extra_places_.push_back(place);
      return;
    }
  }
  if (!field.empty()) report_.ignored.emplace_back(field);
}

bool CsvFile::next() {
  while (reader_.next(record_)) {
    ++report_.rows;
    if (!record_.problem.empty()) {
      fail("unreadable", record_.problem);
      continue;
    }
    // Spreadsheets like to end lines with separators for columns that are not there.
    while (record_.fields.size() > width_ && trimmed(record_.fields.back()).empty()) {
      record_.fields.pop_back();
    }
    if (record_.fields.size() <= width_) return true;
    fail("unreadable", "has more fields than the first line");
  }
  return false;
}

std::string_view CsvFile::at(std::size_t place) const {
  return place < record_.fields.size() ? cell_text(record_.fields[place]) : std::string_view();
}

std::string_view CsvFile::cell(std::size_t name) const {
  return places_[name] ? at(*places_[name]) : std::string_view();
}

std::optional<std::string> CsvFile::maybe(std::size_t name) const {
  if (!has(name)) return std::nullopt;
  return std::string(cell(name));
}

std::string_view CsvFile::extra(std::size_t number) const {
  return at(extra_places_[number]);
}

void CsvFile::fail(const char* code, std::string_view detail) {
  ++report_.bad;
  // The first ones by line come first; what the database finds is sorted in later.
  if (std::ssize(report_.problems) < kRowsShown) report_.add_problem(line(), code, detail);
}
