#include "chat/understand.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "chat/circumstances.h"
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
  const bool has_subject = is_about_things(result) || result.refers || !result.ordinals.empty() ||
                           result.wish.limit > 1;  // "compare the first two"
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
  const bool has_filter = wish.price_from || wish.price_to || wish.in_stock || wish.on_sale ||
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
  const bool is_superlative = result.wish.sort != Sort::relevance && !result.means_it &&
                              result.ordinals.empty() &&
                              std::ranges::none_of(result.wish.needs, &Need::is_product);
  switch (intent) {
    case Intent::detail: return has_subject && !is_superlative;
    case Intent::stock:
    case Intent::cart_add:
    case Intent::favorite_add:
    case Intent::attribute: return has_subject;
    case Intent::for_me: return !is_about_things(result);
    case Intent::order_status:
    case Intent::order_history:
    case Intent::order_cancel: return result.may_be_about_orders;
    case Intent::compare:
      return has_subject &&
             (result.refers || std::ranges::count_if(result.wish.needs, &Need::is_product) != 1);
    default: return true;
  }
}

/// "Any zeppelins?" is not about an order, whatever a model of other sentences makes of it.
bool may_be_about_orders(const Sentence& sentence) {
  const bool has_number = std::ranges::any_of(sentence.tokens, &Token::is_number);
  return has_number || std::ranges::any_of(sentence.hits, [](const Hit& hit) {
           return hit.key.starts_with("order-") || hit.key.starts_with("date-") ||
                  hit.key == "policy-shipping";
         });
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

/// True for a question about a thing that was spoken of: "is it decaf", "how bright is the second
/// one". What it asks is no wish of its own.
bool asks_whether(const Sentence& sentence, const Understanding& result) {
  const Wish& wish = result.wish;
  // At the beginning: "what time is it" asks something else.
  const bool is_said = std::ranges::any_of(
      sentence.hits, [](const Hit& hit) { return hit.key == "asks-whether" && hit.begin <= 1; });
  if (!is_said || (!result.refers && result.ordinals.empty())) return false;
  if (wish.needs.empty() || wish.price_from || wish.price_to || wish.in_stock) return false;
  if (wish.sort != Sort::relevance || result.change > Change::only) return false;
  return std::ranges::none_of(
      wish.needs, [](const Need& need) { return need.is_category() || need.is_product(); });
}

/// What a sentence says without doubt, whatever the model takes it for.
void insist(const Sentence& sentence, Understanding& result) {
  const auto is_now = [&](std::initializer_list<Intent> intents) {
    return std::ranges::find(intents, result.intent) != intents.end();
  };
  const bool is_open = is_now({Intent::find, Intent::attribute, Intent::detail, Intent::compare,
                               Intent::out_of_scope, Intent::nonsense});
  const bool is_wish = !result.extreme_of.empty() || result.is_gift || !sentence.bounds.empty() ||
                       result.wish.on_sale || (result.age && !result.wish.needs.empty());
  const bool names_one = std::ranges::any_of(result.wish.needs, &Need::is_product);
  const bool is_most_of_an_attribute =  // "the most pages" is not what sells most
      !result.extreme_of.empty() && !sentence.has("top-sellers") && !sentence.has("trending") &&
      is_now({Intent::top_sellers, Intent::trending, Intent::average, Intent::count});
  const bool is_of_the_sale =  // "any discounts right now?"
      result.wish.on_sale && is_now({Intent::trending, Intent::top_sellers, Intent::policy});
  if ((is_open || is_most_of_an_attribute || is_of_the_sale) && is_wish && !names_one) {
    result.intent = Intent::find;
    result.confidence = std::max(result.confidence, 0.8);
  } else if (is_open && asks_whether(sentence, result)) {
    result.intent = Intent::attribute;
    result.confidence = std::max(result.confidence, 0.8);
    for (const Need& need : result.wish.needs) {
      result.unsaid += (result.unsaid.empty() ? "" : " ") + need.text;
    }
    std::erase_if(result.wish.needs, [](const Need& need) { return need.pairs.empty(); });
  }
  const Wish& wish = result.wish;
  const bool asks_values = is_now({Intent::find}) && wish.is_empty() &&
                           !result.attributes.empty() && result.extreme_of.empty() &&
                           wish.sort == Sort::relevance && sentence.has("ask-attribute");
  if (asks_values) result.intent = Intent::attribute;  // "what sizes do you have?"
  const bool is_between_kinds = sentence.has("compare") && !names_one &&
                                result.wish.needs.size() > 1 && is_now({Intent::find});
  if (is_between_kinds) result.intent = Intent::compare;
  const bool is_change = result.change > Change::only && policy_of(sentence).empty();
  if (is_change && is_now({Intent::policy, Intent::out_of_scope})) {
    result.intent = Intent::find;  // "is there a cheaper alternative?"
  }
  result.wants_person = sentence.has("person") && is_now({Intent::complaint, Intent::out_of_scope});
  if (result.wants_person) result.intent = Intent::complaint;
  const bool takes_leave = sentence.has("goodbye") && is_now({Intent::thanks});
  if (takes_leave) result.intent = Intent::goodbye;
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

Understanding understand(string_view text, const Knowledge& known) {
  Understanding result;
  Sentence sentence;
  sentence.tokens = normalise(text);
  if (sentence.tokens.empty()) return result;
  result.corrections = correct(sentence.tokens, known);
  read_number_words(sentence.tokens, known.phrases, known.vocabulary);
  sentence.hits = known.phrases.find(sentence.tokens);
  mark_names(sentence, known.vocabulary);
  read_slots(sentence, known.vocabulary, result);
  result.means_it = sentence.has("refers-it");
  result.refers = result.means_it || sentence.has("refers-them");
  result.asks_price = sentence.has("figure-price") || sentence.has("ask-price");
  result.asks_rating = sentence.has("figure-rating");
  result.asks_brand = sentence.has("figure-brand");
  read_needs(sentence, known, result);
  read_meant_attributes(sentence, known.phrases, known.vocabulary, result);
  read_circumstances(sentence, known, result);
  result.may_be_about_orders = may_be_about_orders(sentence);
  result.starts_afresh =
      (sentence.has("fresh") || result.is_gift) && result.change == Change::none && !result.refers;
  // "What is on sale?" means the whole shop, whatever was spoken of.
  const bool asks_for_the_sale = result.wish.on_sale && result.wish.needs.empty() &&
                                 result.change == Change::none && !result.refers;
  result.is_overall = result.is_overall || asks_for_the_sale;
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
  }
  insist(sentence, result);
  if (known.model != nullptr) settle(sentence, known.vocabulary, result);
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
