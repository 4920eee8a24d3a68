#include "chat/slots.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chat/bounds.h"

namespace chat {
namespace {

using std::string_view;

constexpr int kMostUnitsBack = 1000;  // "the last 1000 days"
constexpr int kMostAsked = 24;        // "top 500": nobody reads more than this

/// Keys whose words are no part of a product's description, and which do not overlap.
bool is_slot_key(string_view key) {
  static constexpr std::array<string_view, 13> kSlots = {
      "age",      "price-", "measure-", "sort-",   "stock-",   "sale-",       "date-",
      "ordinal-", "limit",  "not",      "change-", "quantity", "order-number"};
  return std::ranges::any_of(kSlots, [&](string_view slot) { return key.starts_with(slot); });
}

/// Keys of words that may be a wish all the same: "for my wife", "waterproof".
bool is_remark(string_view key) {
  return key == "recipient" || key == "occasion" || key.starts_with("told-by-");
}

bool is_number_of_money(const Sentence& sentence, const Hit& hit) {
  // "the 3", "top 5 shirts": a count, unless a currency stands at it.
  const Token& token = sentence.tokens[hit.numbers.front()];
  return token.has_currency || token.hundredths % 100 != 0;
}

bool is_usable(const Sentence& sentence, const Hit& hit) {
  const bool counts_pieces = sentence.has("cart-add") || sentence.has("ask-price");
  if (hit.key == "quantity" && !counts_pieces) return false;
  // "That costs 70 at the most": the bound says more.
  const bool is_bound = sentence.has("price-below") || sentence.has("price-above");
  if (hit.key == "price-exactly" && is_bound) return false;
  if (hit.key == "limit" || hit.key == "quantity")
    return !hit.numbers.empty() && !is_number_of_money(sentence, hit);
  // "with", "in" and "more" alone say too little to end a product's description.
  return true;
}

/// Longest phrases first: each takes its tokens.
void choose_slots(Sentence& sentence, const Vocabulary& vocabulary, std::vector<Hit>& slots) {
  sentence.is_slot.assign(sentence.tokens.size(), false);
  sentence.is_cue.assign(sentence.tokens.size(), false);
  std::vector<bool> is_limit(sentence.tokens.size(), false);
  for (const Hit& hit : sentence.hits) {
    if (is_remark(hit.key)) continue;
    if (!is_slot_key(hit.key)) {
      for (const std::size_t at : hit.matched) sentence.is_cue[at] = true;
      continue;
    }
    // "The five newest": a count and an order of sorting.
    const bool may_share = hit.key.starts_with("sort-");
    const bool is_bound = is_bound_of_measure(sentence, hit, vocabulary);
    const bool is_taken = std::ranges::any_of(hit.matched, [&](std::size_t at) {
      // "3 years" and "30 hours" are values, too.
      const bool is_named = sentence.is_name[at] && hit.key != "age" && !is_bound;
      return is_named || (sentence.is_slot[at] && !(may_share && is_limit[at]));
    });
    if (is_taken || !is_usable(sentence, hit)) continue;
    if (is_bound) {
      sentence.is_slot[hit.end] = true;
      sentence.bounds.push_back(hit);
    } else if (hit.key.starts_with("measure-")) {
      continue;  // "longer than 5": of what?
    } else {
      slots.push_back(hit);
    }
    if (hit.key == "limit") {
      for (const std::size_t at : hit.matched) is_limit[at] = true;
    }
    for (const std::size_t at : hit.matched) sentence.is_slot[at] = true;
  }
}

class SlotReader {
 public:
  SlotReader(const Sentence& sentence, Understanding& result)
      : sentence_(sentence), result_(result) {}

  void read(const Hit& hit) {
    const auto dot = hit.key.find('-');
    const string_view group = hit.key.substr(0, dot);
    const string_view name = dot == string_view::npos ? "" : hit.key.substr(dot + 1);
    if (group == "age") read_age(hit);
    if (group == "price") read_price(name, hit);
    if (group == "sort") result_.wish.sort = sort_of(name);
    if (group == "stock") result_.wish.in_stock = name == "yes";
    if (group == "sale") result_.wish.on_sale = true;
    if (group == "limit") result_.wish.limit = count_of(hit);
    if (group == "quantity") result_.quantity = count_of(hit);
    if (group == "date") result_.date = date_of(name, hit);
    if (group == "order") result_.order_number = sentence_.tokens[hit.numbers.front()].word;
    if (group == "ordinal") {
      result_.ordinal = name == "last" ? -1 : static_cast<int>(to_integer(name).value_or(1));
      result_.ordinals.push_back(*result_.ordinal);
    }
    if (group == "change") read_change(name);
  }

 private:
  Money amount(const Hit& hit, std::size_t which = 0) const {
    return {sentence_.tokens[hit.numbers.at(which)].hundredths};
  }

  int count_of(const Hit& hit) const {
    const std::int64_t count = amount(hit).cents / 100;
    return static_cast<int>(std::clamp<std::int64_t>(count, 1, kMostAsked));
  }

  void read_age(const Hit& hit) {
    constexpr std::int64_t kOldest = 120;
    const std::int64_t years = amount(hit).cents / 100;
    if (years > kOldest) return;
    result_.age = static_cast<int>(years);
    for (std::size_t i = hit.begin; i < hit.end; ++i) {
      result_.age_text += (i == hit.begin ? "" : " ") + sentence_.tokens[i].typed;
    }
  }

  void read_price(string_view name, const Hit& hit) {
    Wish& wish = result_.wish;
    if (name == "below") wish.price_to = amount(hit);
    if (name == "above") wish.price_from = amount(hit);
    if (name == "between") {
      wish.price_from = std::min(amount(hit), amount(hit, 1));
      wish.price_to = std::max(amount(hit), amount(hit, 1));
    }
    if (name == "around") {  // a fifth up and down
      wish.price_from = Money{amount(hit).cents * 4 / 5};
      wish.price_to = Money{amount(hit).cents * 6 / 5};
    }
    if (name == "exactly") wish.price_from = wish.price_to = amount(hit);
    // "cheap" is a matter of taste: show the cheap ones first.
    if (name == "cheap" && wish.sort == Sort::relevance) wish.sort = Sort::price;
    if (name == "dear" && wish.sort == Sort::relevance) wish.sort = Sort::dearest;
  }

  static Sort sort_of(string_view name) {
    if (name == "price") return Sort::price;
    if (name == "dear") return Sort::dearest;
    if (name == "rating") return Sort::rating;
    if (name == "newest") return Sort::newest;
    return Sort::popular;
  }

  void read_change(string_view name) {
    if (name == "cheaper") result_.change = Change::cheaper;
    if (name == "dearer") result_.change = Change::dearer;
    if (name == "better") result_.change = Change::better;
    if (name == "only" && result_.change == Change::none) result_.change = Change::only;
  }

  DatePhrase date_of(string_view name, const Hit& hit) const {
    using Unit = DatePhrase::Unit;
    const int number = hit.numbers.empty() ? 1
                                           : static_cast<int>(std::clamp<std::int64_t>(
                                                 amount(hit).cents / 100, 1, kMostUnitsBack));
    if (name == "today") return {Unit::day, 0, false};
    if (name == "yesterday") return {Unit::day, 1, false};
    if (name == "days_ago") return {Unit::day, number, false};
    if (name == "past_days") return {Unit::day, number, true};
    if (name == "this_week") return {Unit::week, 0, false};
    if (name == "last_week") return {Unit::week, 1, false};
    if (name == "weeks_ago") return {Unit::week, number, false};
    if (name == "past_week") return {Unit::week, 1, true};
    if (name == "past_weeks") return {Unit::week, number, true};
    if (name == "this_month") return {Unit::month, 0, false};
    if (name == "last_month") return {Unit::month, 1, false};
    if (name == "months_ago") return {Unit::month, number, false};
    if (name == "past_month") return {Unit::month, 1, true};
    if (name == "past_months") return {Unit::month, number, true};
    if (name == "this_year") return {Unit::year, 0, false};
    if (name == "last_year") return {Unit::year, 1, false};
    if (name == "recently") return {Unit::month, 1, true};
    const string_view kNamed = "month_";
    const auto month = to_integer(name.substr(std::min(name.size(), kNamed.size())), 1, 12);
    return {Unit::named_month, static_cast<int>(month.value_or(1)), false};
  }

  const Sentence& sentence_;
  Understanding& result_;
};

}  // namespace

void read_slots(Sentence& sentence, const Vocabulary& vocabulary, Understanding& result) {
  std::vector<Hit> slots;
  choose_slots(sentence, vocabulary, slots);
  SlotReader reader(sentence, result);
  for (const Hit& slot : slots) reader.read(slot);
  for (const Token& token : sentence.tokens) {
    if (token.has_hash && result.order_number.empty()) result.order_number = token.word;
  }
}

}  // namespace chat
