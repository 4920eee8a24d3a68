#include "chat/bounds.h"

#include <algorithm>
#include <limits>

#include "chat/measure.h"

namespace chat {
namespace {

using Measured = Vocabulary::Measured;

constexpr double kHundredths = 100;

/// From here to there in one unit, both included.
struct Range {
  double from = 0;
  double to = std::numeric_limits<double>::infinity();
  std::string kind{};  // as Measure
  std::string unit{};  // base word
};

bool is_counted(const Token& token, const Vocabulary& vocabulary) {
  const bool is_plural = token.word != token.base;  // "size" of "under 50 size 42" is none
  const Term* term = is_plural ? vocabulary.find(token.base) : nullptr;
  if (term == nullptr) return false;
  return std::ranges::any_of(vocabulary.measured(), [&](const Measured& value) {
    return value.measure.kind.empty() &&
           std::ranges::find(term->attributes, value.pair.name) != term->attributes.end();
  });
}

double number_of(const Token& token) {
  return static_cast<double>(token.hundredths) / kHundredths;
}

Range range_of(const Sentence& sentence, const Hit& hit) {
  const std::string& unit = sentence.tokens[hit.end].base;
  const Measure measure = in_unit(number_of(sentence.tokens[hit.numbers.front()]), unit);
  const double first = measure.amount;
  const double last = in_unit(number_of(sentence.tokens[hit.numbers.back()]), unit).amount;
  Range range{.unit = unit};
  if (is_unit(unit)) range.kind = measure.kind;  // else what is counted: "300 pages"
  if (hit.key.ends_with("-below")) range.to = last;
  if (hit.key.ends_with("-above")) range.from = first;
  if (hit.key.ends_with("-between")) {
    range.from = std::min(first, last);
    range.to = std::max(first, last);
  }
  if (hit.key.ends_with("-around")) {  // a fifth up and down, as for prices
    range.from = first * 4 / 5;
    range.to = first * 6 / 5;
  }
  return range;
}

/// The attributes that are meant: named ones, else those that are told in this unit, as a battery
/// lasts hours and a warranty years; else all of this kind. Empty: none is known.
std::vector<std::string> attributes_meant(const Range& range, const Knowledge& known,
                                          const std::vector<std::string>& named) {
  std::vector<std::string> all;
  std::vector<std::string> in_unit;
  for (const Measured& value : known.vocabulary.measured()) {
    if (value.measure.kind != range.kind) continue;
    all.push_back(value.pair.name);
    if (value.unit == range.unit) in_unit.push_back(value.pair.name);
  }
  std::vector<std::string> said;
  std::ranges::copy_if(named, std::back_inserter(said), [&](const std::string& name) {
    return std::ranges::find(all, name) != all.end();
  });
  if (!said.empty()) return said;
  return in_unit.empty() ? all : in_unit;
}

}  // namespace

bool is_bound_of_measure(const Sentence& sentence, const Hit& hit, const Vocabulary& vocabulary) {
  const bool is_bound = hit.key.ends_with("-below") || hit.key.ends_with("-above") ||
                        hit.key.ends_with("-between") || hit.key.ends_with("-around");
  if (!is_bound || hit.numbers.empty() || hit.numbers.back() + 1 != hit.end) return false;
  if (hit.end >= sentence.tokens.size()) return false;
  const bool is_money = std::ranges::any_of(
      hit.numbers, [&](std::size_t at) { return sentence.tokens[at].has_currency; });
  const Token& unit = sentence.tokens[hit.end];
  return !is_money && !unit.is_number && (is_unit(unit.base) || is_counted(unit, vocabulary));
}

void read_bounds(const Sentence& sentence, const Knowledge& known, Understanding& result) {
  for (const Hit& hit : sentence.bounds) {
    Range range = range_of(sentence, hit);
    std::vector<std::string> named = result.attributes;
    if (const Term* counted = range.kind.empty() ? known.vocabulary.find(range.unit) : nullptr) {
      named = counted->attributes;
    }
    const std::vector<std::string> meant = attributes_meant(range, known, named);
    Need need;
    for (std::size_t at = hit.begin; at <= hit.end; ++at) {
      need.text += (at == hit.begin ? "" : " ") + sentence.tokens[at].typed;
    }
    for (const Measured& value : known.vocabulary.measured()) {
      const bool is_within = value.measure.kind == range.kind &&
                             value.measure.amount >= range.from && value.measure.amount <= range.to;
      if (!is_within || std::ranges::find(meant, value.pair.name) == meant.end()) continue;
      need.pairs.push_back(value.pair);
    }
    need.deep = need.pairs.empty();
    result.wish.needs.push_back(std::move(need));
    // "A battery of at least 30 hours" asks for one, not about it.
    std::erase_if(result.attributes, [&](const std::string& name) {
      return std::ranges::find(meant, name) != meant.end();
    });
  }
}

}  // namespace chat
