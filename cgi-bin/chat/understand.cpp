#include "chat/understand.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chat/needs.h"

namespace chat {
namespace {

using std::string_view;

constexpr int kMostAsked = 24;  // "top 500": nobody reads more than this

// --- typing errors and numbers ---------------------------------------------------------------

bool has_digit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class Corrector {
 public:
  Corrector(const Phrases& phrases, const Vocabulary& vocabulary)
      : phrases_(phrases), vocabulary_(vocabulary) {}

  void correct(std::vector<Token>& tokens, std::vector<Correction>& corrections) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      if (has_digit(token.word) || is_known(token) || is_part(tokens, i)) continue;
      const auto meant = vocabulary_.nearest(token.word);
      if (!meant) continue;
      corrections.push_back({token.typed, *meant});
      token.typed = *meant;
      token.word = *meant;
      token.base = singular(*meant);
    }
  }

 private:
  bool is_known(const Token& token) const {
    return phrases_.knows(token.word) || phrases_.knows(token.base) ||
           vocabulary_.knows_word(token.word) || vocabulary_.knows_word(token.base) ||
           !phrases_.synonyms(token.base).empty() || vocabulary_.is_joined_in_names(token.base) ||
           vocabulary_.find(token.base) != nullptr ||
           vocabulary_.find_ending(token.base) != nullptr;
  }

  /// "head phones": together with its neighbour the word is fine.
  bool is_part(const std::vector<Token>& tokens, std::size_t i) const {
    const auto is_term = [&](std::size_t begin) {
      if (begin + 2 > tokens.size()) return false;
      const std::string key = key_of(tokens, begin, begin + 2);
      return vocabulary_.find(key) != nullptr || vocabulary_.is_in_names(key);
    };
    return is_term(i) || (i > 0 && is_term(i - 1));
  }

  const Phrases& phrases_;
  const Vocabulary& vocabulary_;
};

/// "top five" counts as "top 5": the words stay, the tokens become numbers.
void read_number_words(Sentence& sentence, const Phrases& phrases) {
  constexpr string_view kPrefix = "value-";
  std::vector<Token>& tokens = sentence.tokens;
  for (const Hit& hit : phrases.find(tokens)) {
    if (!hit.key.starts_with(kPrefix) || tokens[hit.begin].is_number) continue;
    const auto value = to_integer(hit.key.substr(kPrefix.size()));
    if (!value || hit.end > tokens.size()) continue;
    for (std::size_t i = hit.begin; i < hit.end; ++i) {
      tokens[i].is_number = true;
      tokens[i].hundredths = *value * 100;
    }
    // Two words for one number: the second one must not count again.
    if (hit.end > hit.begin + 1) {
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(hit.begin) + 1,
                   tokens.begin() + static_cast<std::ptrdiff_t>(hit.end));
      return read_number_words(sentence, phrases);
    }
  }
}

// --- slots -------------------------------------------------------------------------------------

/// Keys whose words are no part of a product's description, and which do not overlap.
bool is_slot_key(string_view key) {
  static constexpr std::array<string_view, 10> kSlots = {
      "price-",   "sort-", "stock-", "date-",   "order-number",
      "ordinal-", "limit", "not",    "change-", "quantity"};
  return std::ranges::any_of(kSlots, [&](string_view slot) { return key.starts_with(slot); });
}

bool is_number_of_money(const Sentence& sentence, const Hit& hit) {
  // "the 3", "top 5 shirts": a count, unless a currency stands at it.
  const Token& token = sentence.tokens[hit.numbers.front()];
  return token.has_currency || token.hundredths % 100 != 0;
}

bool is_usable(const Sentence& sentence, const Hit& hit) {
  if (hit.key == "limit" || hit.key == "quantity")
    return !hit.numbers.empty() && !is_number_of_money(sentence, hit);
  // "with", "in" and "more" alone say too little to end a product's description.
  return true;
}

/// Longest phrases first: each takes its tokens.
void choose_slots(Sentence& sentence, std::vector<Hit>& slots) {
  sentence.is_slot.assign(sentence.tokens.size(), false);
  sentence.is_cue.assign(sentence.tokens.size(), false);
  for (const Hit& hit : sentence.hits) {
    if (!is_slot_key(hit.key)) {
      for (const std::size_t at : hit.matched) sentence.is_cue[at] = true;
      continue;
    }
    const bool is_taken = std::ranges::any_of(
        hit.matched, [&](std::size_t at) { return bool(sentence.is_slot[at]); });
    if (is_taken || !is_usable(sentence, hit)) continue;
    for (const std::size_t at : hit.matched) sentence.is_slot[at] = true;
    slots.push_back(hit);
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
    if (group == "price") read_price(name, hit);
    if (group == "sort") result_.wish.sort = sort_of(name);
    if (group == "stock") result_.wish.in_stock = name == "yes";
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
    const int number = hit.numbers.empty() ? 1 : count_of(hit);
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

// --- intent ------------------------------------------------------------------------------------

struct Verdict {
  Intent intent;
  double confidence;
};

bool is_about_things(const Understanding& result) {
  return result.wish.needs.size() > result.unknown_words.size();
}

std::optional<Verdict> order_intent(const Sentence& sentence, const Understanding& result) {
  if (sentence.has("order-cancel")) return Verdict{Intent::order_cancel, 0.95};
  if (!result.order_number.empty()) return Verdict{Intent::order_status, 0.98};
  // "Where is my order" holds "my order" as well: the longer phrase, which comes first, decides.
  for (const Hit& hit : sentence.hits) {
    if (hit.key == "order-history") return Verdict{Intent::order_history, 0.95};
    if (hit.key == "order-status") return Verdict{Intent::order_status, 0.95};
  }
  if (sentence.has("order-return")) return Verdict{Intent::policy, 0.9};
  return std::nullopt;
}

/// What somebody wants to be done. "Did I buy the lamp?" is a question about the past.
std::optional<Verdict> deed_intent(const Sentence& sentence, const Understanding& result) {
  if (sentence.has("order-history") || sentence.has("order-cancel")) return std::nullopt;
  if (sentence.has("favorite-add")) return Verdict{Intent::favorite_add, 0.95};
  if (sentence.has("cart-add")) return Verdict{Intent::cart_add, 0.95};
  if (sentence.has("cart-show")) return Verdict{Intent::cart_show, 0.95};
  if (sentence.has("checkout")) return Verdict{Intent::checkout, 0.9};
  const bool has_subject = is_about_things(result) || result.refers || !result.ordinals.empty();
  if (sentence.has("compare") && has_subject) return Verdict{Intent::compare, 0.9};
  return std::nullopt;
}

/// "How long does delivery take?" -> shipping; the policy with the most words wins.
std::string policy_of(const Sentence& sentence) {
  for (const Hit& hit : sentence.hits) {  // longest first
    const string_view kPrefix = "policy-";
    if (!hit.key.starts_with(kPrefix)) continue;
    const string_view slug = hit.key.substr(kPrefix.size());
    if (slug != "cost" && slug != "time") return std::string(slug);
  }
  return sentence.has("order-return") ? "returns" : "";
}

std::optional<Verdict> figure_intent(const Sentence& sentence, const Understanding& result) {
  const bool has_subject = is_about_things(result) || result.refers || result.ordinal;
  if (sentence.has("ask-average")) return Verdict{Intent::average, 0.95};
  if (sentence.has("ask-stock") && (has_subject || !result.wish.needs.empty())) {
    return Verdict{Intent::stock, 0.95};
  }
  if (sentence.has("ask-count")) return Verdict{Intent::count, 0.9};
  if (sentence.has("top-sellers")) return Verdict{Intent::top_sellers, 0.95};
  if (sentence.has("trending")) return Verdict{Intent::trending, 0.9};
  if (!has_subject && result.attributes.empty()) return std::nullopt;
  if (!result.attributes.empty() && (has_subject || sentence.has("ask-attribute"))) {
    return Verdict{Intent::attribute, 0.85};
  }
  if (sentence.has("ask-price")) return Verdict{Intent::detail, 0.9};
  if (result.ordinal || sentence.has("detail")) return Verdict{Intent::detail, 0.85};
  return std::nullopt;
}

std::optional<Verdict> talk_intent(const Sentence& sentence) {
  static constexpr std::array<std::pair<string_view, Intent>, 8> kTalk = {{
      {"complaint", Intent::complaint},
      {"out_of_scope", Intent::out_of_scope},
      {"about_me", Intent::about_me},
      {"how_are_you", Intent::how_are_you},
      {"help", Intent::help},
      {"thanks", Intent::thanks},
      {"goodbye", Intent::goodbye},
      {"greeting", Intent::greeting},
  }};
  for (const auto& [key, intent] : kTalk) {
    if (sentence.has(key)) return Verdict{intent, 0.9};
  }
  return std::nullopt;
}

Verdict find_intent(const Sentence& sentence, const Understanding& result) {
  const Wish& wish = result.wish;
  const bool has_filter = wish.price_from || wish.price_to || wish.in_stock ||
                          wish.sort != Sort::relevance || result.change > Change::only;
  if (is_about_things(result)) return {Intent::find, 0.9};
  if (has_filter) return {Intent::find, 0.8};
  if (sentence.has("change-undo")) return {Intent::undo, 0.8};
  if (sentence.has("change-more")) return {Intent::more, 0.8};
  if (const auto talk = talk_intent(sentence)) return *talk;
  if (sentence.has("find")) return {Intent::find, wish.needs.empty() ? 0.5 : 0.4};
  if (wish.needs.empty() && !result.refers) return {Intent::out_of_scope, 0.3};
  // Only words that nobody here knows: one of them may be a product's, many are another subject.
  const bool is_short = sentence.tokens.size() <= 2;
  return is_short ? Verdict{Intent::nonsense, 0.2} : Verdict{Intent::out_of_scope, 0.3};
}

Verdict verdict(const Sentence& sentence, Understanding& result) {
  if (const auto deed = deed_intent(sentence, result)) return *deed;
  if (const auto order = order_intent(sentence, result)) {
    if (order->intent == Intent::policy) result.policy = "returns";
    return *order;
  }
  const bool is_complaint = sentence.has("complaint") && !is_about_things(result);
  if (is_complaint) return {Intent::complaint, 0.9};
  const std::string policy = policy_of(sentence);
  if (!policy.empty() && result.attributes.empty()) {
    result.policy = policy;
    result.asks_cost = sentence.has("policy-cost");
    result.asks_time = sentence.has("policy-time");
    return {Intent::policy, 0.9};
  }
  if (const auto figure = figure_intent(sentence, result)) return *figure;
  return find_intent(sentence, result);
}

/// What a model of sentences says counts only where the sentence has what the intent needs.
bool is_possible(Intent intent, const Understanding& result) {
  const bool has_subject = is_about_things(result) || result.refers || !result.ordinals.empty();
  switch (intent) {
    case Intent::detail:
    case Intent::stock:
    case Intent::cart_add:
    case Intent::favorite_add: return has_subject;
    case Intent::attribute: return has_subject && !result.attributes.empty();
    case Intent::compare: return has_subject;
    default: return true;
  }
}

/// The labels are intents, and for policies also which one: "policy shipping".
void ask_model(const IntentModel& model, Understanding& result) {
  const IntentGuess guess = model.guess(result.gist);
  if (guess.confidence < 0.5) return;
  const auto space = guess.label.find(' ');
  const auto intent = to_intent(string_view(guess.label).substr(0, space));
  if (!intent || !is_possible(*intent, result)) return;
  result.intent = *intent;
  result.confidence = guess.confidence;
  if (space != std::string::npos) result.policy = guess.label.substr(space + 1);
}

void read_words(const Sentence& sentence, const Phrases& phrases, Understanding& result) {
  for (const Token& token : sentence.tokens) {
    if (!phrases.is_common(token.word)) result.words.push_back(token.base);
  }
}

/// "how heavy" asks for the weight, when the catalogue knows such an attribute.
void read_meant_attributes(const Sentence& sentence, const Phrases& phrases,
                           const Vocabulary& vocabulary, Understanding& result) {
  const string_view kPrefix = "means-";
  for (const Hit& hit : sentence.hits) {
    if (!hit.key.starts_with(kPrefix)) continue;
    const std::string key(hit.key.substr(kPrefix.size()));
    std::vector<std::string> keys = phrases.synonyms(key);
    keys.push_back(key);
    for (const std::string& name : keys) {
      const Term* term = vocabulary.find(name);
      if (term == nullptr) continue;
      for (const std::string& attribute : term->attributes) {
        if (std::ranges::find(result.attributes, attribute) == result.attributes.end()) {
          result.attributes.push_back(attribute);
        }
      }
    }
  }
}

}  // namespace

Understanding understand(string_view text, const Phrases& phrases, const Vocabulary& vocabulary,
                         const IntentModel* model) {
  Understanding result;
  Sentence sentence;
  sentence.tokens = normalise(text);
  if (sentence.tokens.empty()) return result;
  Corrector(phrases, vocabulary).correct(sentence.tokens, result.corrections);
  read_number_words(sentence, phrases);
  sentence.hits = phrases.find(sentence.tokens);

  std::vector<Hit> slots;
  choose_slots(sentence, slots);
  SlotReader reader(sentence, result);
  for (const Hit& slot : slots) reader.read(slot);
  for (const Token& token : sentence.tokens) {
    if (token.has_hash && result.order_number.empty()) result.order_number = token.word;
  }
  result.refers = sentence.has("refers-it") || sentence.has("refers-them");
  result.asks_price = sentence.has("figure-price");
  result.asks_rating = sentence.has("figure-rating");
  read_needs(sentence, phrases, vocabulary, result);
  read_meant_attributes(sentence, phrases, vocabulary, result);
  read_words(sentence, phrases, result);
  const Verdict ruled = verdict(sentence, result);
  result.intent = ruled.intent;
  result.confidence = ruled.confidence;
  if (model != nullptr) ask_model(*model, result);
  return result;
}

namespace {

constexpr std::array<std::pair<string_view, Intent>, 28> kIntents = {{
    {"greeting", Intent::greeting},
    {"thanks", Intent::thanks},
    {"goodbye", Intent::goodbye},
    {"help", Intent::help},
    {"about_me", Intent::about_me},
    {"how_are_you", Intent::how_are_you},
    {"complaint", Intent::complaint},
    {"find", Intent::find},
    {"detail", Intent::detail},
    {"attribute", Intent::attribute},
    {"average", Intent::average},
    {"count", Intent::count},
    {"stock", Intent::stock},
    {"top_sellers", Intent::top_sellers},
    {"trending", Intent::trending},
    {"order_status", Intent::order_status},
    {"order_history", Intent::order_history},
    {"order_cancel", Intent::order_cancel},
    {"cart_add", Intent::cart_add},
    {"cart_show", Intent::cart_show},
    {"checkout", Intent::checkout},
    {"favorite_add", Intent::favorite_add},
    {"compare", Intent::compare},
    {"policy", Intent::policy},
    {"more", Intent::more},
    {"undo", Intent::undo},
    {"out_of_scope", Intent::out_of_scope},
    {"nonsense", Intent::nonsense},
}};

}  // namespace

std::string_view to_text(Intent intent) {
  for (const auto& [name, known] : kIntents) {
    if (known == intent) return name;
  }
  throw std::logic_error("unknown Intent");
}

std::optional<Intent> to_intent(string_view name) {
  for (const auto& [known, intent] : kIntents) {
    if (known == name) return intent;
  }
  return std::nullopt;
}

}  // namespace chat
