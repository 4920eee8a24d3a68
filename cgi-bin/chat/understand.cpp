#include "chat/understand.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chat/needs.h"
#include "chat/settle.h"
#include "chat/slots.h"

namespace chat {
namespace {

using std::string_view;

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
  if (sentence.has("for-me") && !is_about_things(result)) return Verdict{Intent::for_me, 0.9};
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
  // "The lamp with the best reviews" looks for one, "what does it cost?" is about one.
  const bool is_superlative = result.wish.sort != Sort::relevance && !result.refers &&
                              result.ordinals.empty() &&
                              std::ranges::none_of(result.wish.needs, &Need::is_product);
  switch (intent) {
    case Intent::detail: return has_subject && !is_superlative;
    case Intent::stock:
    case Intent::cart_add:
    case Intent::favorite_add:
    case Intent::attribute: return has_subject;
    case Intent::for_me: return !is_about_things(result);
    case Intent::compare:
      return has_subject && std::ranges::count_if(result.wish.needs, &Need::is_product) != 1;
    default: return true;
  }
}

/// The labels are intents, and for policies also which one: "policy shipping".
void ask_model(const IntentModel& model, Understanding& result) {
  const IntentGuess guess = model.guess(result.gist);
  if (guess.label == kOutOfScope) {
    // Words that nobody here knows are no wish, however it is said: "give me the admin password".
    const bool is_wish = result.intent != Intent::find || is_about_things(result);
    const bool is_surely_outside = guess.margin < 0;  // "will it rain" names a thing of ours
    if (!is_surely_outside && (is_wish || result.wish.needs.empty())) return;
    result.intent = Intent::out_of_scope;
    result.confidence = 1 - guess.confidence;
    return;
  }
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

/// "for a 7 year old": what suits the age, and for a child what is for children.
void read_age(const Knowledge& known, Understanding& result) {
  constexpr int kChild = 14;
  if (!result.age) return;
  Need need{.text = result.age_text, .pairs = known.vocabulary.pairs_for_age(*result.age)};
  if (*result.age <= kChild) {
    for (const std::string& other : known.phrases.synonyms("child")) {
      const Term* term = known.vocabulary.find(other);
      if (term == nullptr || !term->categories.empty()) continue;
      for (const Pair& pair : term->pairs) {
        if (std::ranges::find(need.pairs, pair) == need.pairs.end()) need.pairs.push_back(pair);
      }
    }
  }
  if (need.pairs.empty()) return;
  // "My 7 year old son" says it twice.
  std::erase_if(result.wish.needs, [&](const Need& other) {
    return !other.pairs.empty() && other.categories.empty() && !other.unwanted &&
           std::ranges::all_of(other.pairs, [&](const Pair& pair) {
             return std::ranges::find(need.pairs, pair) != need.pairs.end();
           });
  });
  result.wish.needs.push_back(std::move(need));
}

}  // namespace

Understanding understand(string_view text, const Knowledge& known) {
  Understanding result;
  Sentence sentence;
  sentence.tokens = normalise(text);
  if (sentence.tokens.empty()) return result;
  result.corrections = correct(sentence.tokens, known);
  read_number_words(sentence.tokens, known.phrases, known.vocabulary);
  sentence.hits = known.phrases.find(sentence.tokens);
  mark_names(sentence, known.vocabulary);
  read_slots(sentence, result);
  result.refers = sentence.has("refers-it") || sentence.has("refers-them");
  result.asks_price = sentence.has("figure-price");
  result.asks_rating = sentence.has("figure-rating");
  result.asks_brand = sentence.has("figure-brand");
  read_needs(sentence, known, result);
  read_age(known, result);
  read_meant_attributes(sentence, known.phrases, known.vocabulary, result);
  result.starts_afresh = sentence.has("fresh") && result.change == Change::none && !result.refers;
  read_words(sentence, known.phrases, result);
  // "How many are left?" is about what was spoken of.
  const bool asks_what_is_left = sentence.has("asks-left") && result.wish.needs.empty();
  result.refers = result.refers || asks_what_is_left;
  const Verdict ruled = verdict(sentence, result);
  result.intent = ruled.intent;
  result.confidence = ruled.confidence;
  if (known.model != nullptr) {
    ask_model(*known.model, result);
    if (asks_what_is_left && result.intent == Intent::count) result.intent = Intent::stock;
    settle(sentence, known.vocabulary, result);
  }
  return result;
}

namespace {

constexpr std::array<std::pair<string_view, Intent>, 30> kIntents = {{
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
    {"for_me", Intent::for_me},
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
    {"own_answer", Intent::own_answer},
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
