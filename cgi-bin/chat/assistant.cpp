#include "chat/assistant.h"

#include <algorithm>
#include <fstream>

#include "base/kept_setting.h"
#include "base/log.h"
#include "base/text.h"
#include "chat/act.h"
#include "chat/gaps.h"
#include "chat/reword.h"
#include "chat/soften.h"

namespace chat {
namespace {

constexpr std::size_t kLongestNotFound = 199;  // characters and "…"

Answer act(const Asking& asking) {
  switch (asking.meaning.intent) {
    case Intent::find:
    case Intent::more:
    case Intent::undo: return act_find(asking);
    case Intent::detail: return act_detail(asking);
    case Intent::attribute: return act_attribute(asking);
    case Intent::average: return act_average(asking);
    case Intent::count: return act_count(asking);
    case Intent::stock: return act_stock(asking);
    case Intent::top_sellers: return act_top_sellers(asking);
    case Intent::trending: return act_trending(asking);
    case Intent::for_me: return act_for_me(asking);
    case Intent::order_status: return act_order_status(asking);
    case Intent::order_history: return act_order_history(asking);
    case Intent::order_cancel: return act_order_cancel(asking);
    case Intent::cart_add: return act_cart_add(asking);
    case Intent::cart_show: return act_cart_show(asking);
    case Intent::checkout: return act_checkout(asking);
    case Intent::favorite_add: return act_favorite_add(asking);
    case Intent::compare: return act_compare(asking);
    case Intent::policy: return act_policy(asking);
    case Intent::greeting:
    case Intent::thanks:
    case Intent::goodbye:
    case Intent::help:
    case Intent::about_me:
    case Intent::how_are_you:
    case Intent::complaint:
    case Intent::own_answer:
    case Intent::out_of_scope:
    case Intent::nonsense: return act_talk(asking);
  }
  throw std::logic_error("unknown Intent");
}

/// What was read over a typing error is said first, so that nobody wonders. Of no product nobody
/// does: Paris is none of our pairs.
void say_corrections(const Meaning& meaning, Answer& answer) {
  if (meaning.intent == Intent::out_of_scope || meaning.intent == Intent::nonsense) return;
  std::vector<Line> lines;
  for (const Correction& correction : meaning.corrections) {
    lines.push_back({"answer.read_as", {quoted(correction.typed), quoted(correction.read)}});
  }
  answer.lines.insert(answer.lines.begin(), lines.begin(), lines.end());
}

/// Whether the wish of this intent may lose words that nothing fulfils.
bool may_soften(const Meaning& meaning) {
  const bool is_list = meaning.intent == Intent::find || meaning.intent == Intent::count ||
                       meaning.intent == Intent::average || meaning.intent == Intent::stock ||
                       meaning.intent == Intent::detail || meaning.intent == Intent::attribute ||
                       meaning.intent == Intent::top_sellers || meaning.intent == Intent::trending;
  return is_list && !meaning.is_refinement && meaning.change <= Change::only;
}

std::vector<std::string> leave_out(const Assortment& assortment, const Vocabulary& vocabulary,
                                   Meaning& meaning) {
  if (!may_soften(meaning)) return {};
  auto softened = soften(assortment, meaning.wish, vocabulary, meaning.unknown_words);
  if (!softened) return {};
  meaning.wish = std::move(softened->wish);
  return std::move(softened->left_out);
}

void say_left_out(const std::vector<std::string>& words, Answer& answer) {
  if (words.empty()) return;
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "”, “") + word;
  answer.lines.insert(answer.lines.begin(), {"answer.left_out", {quoted(all)}});
}

Said checked(const Answer& answer, const Wording& wording) {
  Said said = say(answer, wording);
  if (is_founded(said.text, said.facts)) return said;
  logging::error("", "an answer held a number without a source");
  Answer unsure;
  unsure.say("answer.unsure");
  return say(unsure, wording);
}

/// The shopkeeper's words, whatever else the sentence might mean.
AnswerText own_answer(const AnswerTemplate& meant, const Question& question,
                      const Wording& wording) {
  Answer answer;
  answer.say("answer.own",
             {{meant.answer, "answer_template " + std::to_string(meant.id) + " answer"}});
  Said said = checked(answer, wording);
  return {.text = said.text,
          .intent = std::string(to_text(Intent::own_answer)),
          .confidence = 1,
          .facts = said.facts,
          .state = question.state};
}

}  // namespace

std::unique_ptr<Assistant> make_assistant(const Config& config) {
  auto assistant =
      std::make_unique<Assistant>(config.templates + "/chat/phrases." + config.language + ".txt");
  std::vector<std::string> dictionaries;
  for (const std::string_view file : split(config.dictionaries, ':')) {
    dictionaries.emplace_back(file);
  }
  assistant->set_dictionary(Dictionary::load(dictionaries));
  if (std::ifstream in(config.intent_model, std::ios::binary); in) {
    const std::string saved{std::istreambuf_iterator<char>(in), {}};
    assistant->set_intents(IntentModel::load(saved));
  } else {
    logging::error("", "intent_model " + config.intent_model + " cannot be read");
  }
  if (const auto protocol = to_protocol(config.llm_protocol)) {
    assistant->set_model(std::make_unique<LanguageModel>(
        ModelSettings{.protocol = *protocol,
                      .url = config.llm_url,
                      .model = config.llm_model,
                      .key = config.llm_key,
                      .timeout = std::chrono::seconds(config.llm_timeout_s),
                      .prompt_tokens = kept_number("llm_prompt_tokens")}));
  }
  return assistant;
}

Assistant::Assistant(const std::string& phrase_file)
    : phrases_(Phrases::load(phrase_file)), words_(phrases_) {}

AnswerText Assistant::answer(db::Connection& db, const Question& question, const Wording& wording,
                             const std::string& currency) {
  const State before = to_state(question.state);
  State after = before;
  after.asked.clear();
  after.asked_quantity = 0;
  const Vocabulary& vocabulary = words_.refresh(db);
  const IntentModel* intents = published_.refresh(db, question.now);
  if (intents == nullptr && intents_) intents = &*intents_;
  const ShopWords& shop = question.on_trial != nullptr ? *question.on_trial : words_.shop();
  const AnswerTemplate* taught = shop.find(normalise(question.text), phrases_);
  if (taught != nullptr && !taught->answer.empty()) return own_answer(*taught, question, wording);
  Meaning meaning = in_context(understand(taught != nullptr ? taught->means : question.text,
                                          {phrases_, vocabulary, &dictionary_, intents, &shop}),
                               before);
  const std::vector<std::string> left_out = leave_out(words_.assortment(), vocabulary, meaning);
  Answer found = act({.db = db,
                      .assortment = words_.assortment(),
                      .owner = question.owner,
                      .now = question.now,
                      .currency = currency,
                      .meaning = meaning,
                      .before = before,
                      .after = after});
  say_left_out(left_out, found);
  say_corrections(meaning, found);
  Said said = checked(found, wording);
  AnswerText answer{.text = said.text,
                    .intent = std::string(to_text(meaning.intent)),
                    .confidence = meaning.confidence,
                    .products = found.products,
                    .facts = said.facts,
                    .proposals = found.proposals,
                    .state = to_text(after),
                    .wants_person = found.wants_person,
                    .not_found = shortened(found.not_found, kLongestNotFound)};
  if (model_ && question.may_reword) {
    const LookUp look_up = [&](const Lookup& lookup) {
      return say_looked_up({db, question, wording, currency}, lookup);
    };
    reword(db, *model_, question.text, look_up, answer);
  }
  return answer;
}

std::optional<IntentLesson> Assistant::lesson_of(db::Connection& db, const AnswerTemplate& taught,
                                                 Instant now) {
  if (taught.means.empty()) return std::nullopt;
  const Vocabulary& vocabulary = words_.refresh(db);
  const IntentModel* intents = published_.refresh(db, now);
  if (intents == nullptr && intents_) intents = &*intents_;
  const Knowledge known{phrases_, vocabulary, &dictionary_, intents, &words_.shop()};
  const Understanding meant = understand(taught.means, known);
  std::string wording = taught.wording;
  std::ranges::replace(wording, '*', ' ');
  IntentLesson lesson{.gist = understand(wording, known).gist};
  lesson.label = to_text(meant.intent);
  if (!meant.policy.empty()) lesson.label += " " + meant.policy;
  const bool is_sure = is_understood(lesson.label, meant.confidence);
  return is_sure && !lesson.gist.empty() ? std::optional(lesson) : std::nullopt;
}

Said Assistant::say_looked_up(const Look& look, const Lookup& lookup) const {
  constexpr std::size_t kDetailed = 5;  // products of a search
  Understanding wanted = understand(
      lookup.words, {phrases_, words_.vocabulary(), &dictionary_, nullptr, &words_.shop()});
  wanted.intent = lookup.intent;
  wanted.policy = lookup.policy;
  wanted.order_number = lookup.order_number;
  const State before;
  State after;
  Meaning meaning = in_context(wanted, before);
  const std::vector<std::string> left_out =
      leave_out(words_.assortment(), words_.vocabulary(), meaning);
  Answer found = act({.db = look.db,
                      .assortment = words_.assortment(),
                      .owner = look.question.owner,
                      .now = look.question.now,
                      .currency = look.currency,
                      .meaning = meaning,
                      .before = before,
                      .after = after});
  say_left_out(left_out, found);
  if (lookup.intent == Intent::find) {  // visitors see cards, a model needs words
    found.products.resize(std::min(found.products.size(), kDetailed));
    for (const catalog::ProductCard& card : catalog::find_cards(look.db, found.products)) {
      found.say("answer.detail", {name_of(card), price_of(card, look.currency), stock_of(card)});
    }
  }
  return checked(found, look.wording);
}

}  // namespace chat
