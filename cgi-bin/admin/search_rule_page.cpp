/// search_rule_page.cpp - GET and POST /admin/search/rule: one rule, tried on past searches before
/// it is saved.
///
/// Template: templates/admin/search_rule_page.tpl
/// Test:     tests/page/search_words_page_test.cpp

#include <algorithm>
#include <set>

#include "admin/search_words_pages.h"
#include "base/text.h"
#include "search/past.h"
#include "search/rules.h"
#include "search_rule_page.tpl.varnames.h"
#include "web/json_list.h"

namespace admin {
namespace {

using search::Rule;
using search::RuleKind;

constexpr const char* kList = "/admin/search";
constexpr std::size_t kMostText = 10000;  // characters of a field
constexpr int kTriedOn = 2000;            // different past searches
constexpr auto kTriedDays = std::chrono::days(90);

RuleKind read_kind(const std::string& text) {
  return text == "also" ? RuleKind::also : text == "stop" ? RuleKind::stop : RuleKind::same;
}

std::string_view name_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::same: return "same";
    case RuleKind::also: return "also";
    case RuleKind::stop: return "stop";
  }
  throw std::logic_error("unknown RuleKind");
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void check_entries(web::Form& form, std::string_view field, const std::vector<std::string>& words,
                   std::size_t most) {
  if (form.has_problem(field)) return;
  if (words.size() > most) {
    form.add_problem(field, {"synonym.too_many", {std::to_string(most)}});
    return;
  }
  for (const std::string& word : words) {
    const std::size_t parts = search::words_of(word).size();
    const bool is_word = parts >= 1 && parts <= search::kMostPhrase &&
                         count_characters(word) <= search::kMostRuleText;
    if (is_word) continue;
    form.add_problem(field, {"synonym.no_word", {shortened(word, 40)}});
    return;
  }
}

/// The rule that a form holds; its problems are with the form.
Rule read_rule(web::Form& form) {
  Rule rule;
  rule.id = form.integer("id", 0, INT64_MAX, 0);
  rule.version = static_cast<int>(form.integer("version", 0, INT32_MAX, 0));
  rule.kind = read_kind(form.value("kind"));
  rule.words = search::read_words(form.lines("words", kMostText, true));
  if (rule.kind == RuleKind::also) {
    rule.means = search::read_words(form.lines("means", kMostText, true));
  }
  check_entries(form, "words", rule.words,
                rule.kind == RuleKind::stop ? search::kMostRuleWords : search::kMostSynonyms);
  check_entries(form, "means", rule.means, search::kMostSynonyms);
  if (rule.kind == RuleKind::same && rule.words.size() < 2 && !form.has_problem("words")) {
    form.add_problem("words", {"synonym.one_word"});
  }
  return rule;
}

std::optional<Rule> find_rule(const std::vector<Rule>& rules, std::int64_t id) {
  const auto found = std::ranges::find(rules, id, &Rule::id);
  if (found == rules.end()) return std::nullopt;
  return *found;
}

/// The words whose searches the change may touch: of stop words only those that come or go.
std::vector<std::string> touched_words(const std::optional<Rule>& before, const Rule* after) {
  std::multiset<std::string> words;
  for (const Rule* rule : {before ? &*before : nullptr, after}) {
    if (rule == nullptr) continue;
    words.insert(rule->words.begin(), rule->words.end());
    words.insert(rule->means.begin(), rule->means.end());
  }
  std::vector<std::string> touched;
  for (const std::string& word : words) {
    const bool is_stop = before && before->kind == RuleKind::stop;
    if (!is_stop || words.count(word) == 1) touched.push_back(word);
  }
  return touched;
}

/// Past searches with the rules as they are, and with `after` instead of the rule of its id (or
/// without that when it is nullptr).
search::RuleEffect try_out(const web::Request& request, Shop& shop, std::int64_t id,
                           const Rule* after) {
  std::vector<Rule> rules = search::list_rules(shop.db);
  const auto before = find_rule(rules, id);
  shop.index->refresh(shop.db);
  const search::Stemmer& stemmer = shop.index->stemmer();
  const search::WordRules now(rules, stemmer);
  std::erase_if(rules, [&](const Rule& rule) { return rule.id == id; });
  if (after != nullptr) rules.push_back(*after);
  const search::WordRules then(rules, stemmer);
  return search::effect_of(*shop.index, now, then, touched_words(before, after),
                           search::past_searches(shop.db, request.now - kTriedDays, kTriedOn, 1));
}

void fill_effect(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const search::RuleEffect& effect, const Rule& rule, bool is_removal) {
  auto& section = *body.AddSectionDictionary(ksrp_EFFECT);
  section.SetIntValue(ksrp_EFFECT_CHANGED, effect.changed);
  section.SetIntValue(ksrp_EFFECT_ALL, effect.all);
  section.SetIntValue(ksrp_EFFECT_TEXTS, effect.texts);
  if (!effect.examples.empty()) {
    auto& table = *section.AddSectionDictionary(ksrp_EXAMPLES);
    for (const auto& example : effect.examples) {
      auto& row = *table.AddSectionDictionary(ksrp_EXAMPLE);
      row.SetValue(ksrp_EXAMPLE_TEXT, example.text);
      row.SetIntValue(ksrp_EXAMPLE_TIMES, example.times);
      row.SetIntValue(ksrp_EXAMPLE_BEFORE, example.before);
      row.SetIntValue(ksrp_EXAMPLE_AFTER, example.after);
    }
  }
  auto& act = *section.AddSectionDictionary(is_removal ? ksrp_REMOVE : ksrp_SAVE);
  const std::string id = std::to_string(rule.id);
  const std::string version = std::to_string(rule.version);
  if (is_removal) {
    act.SetValue(ksrp_REMOVE_CSRF, request.csrf_token());
    act.SetValue(ksrp_REMOVE_ID, id);
    act.SetValue(ksrp_REMOVE_VERSION, version);
    return;
  }
  act.SetValue(ksrp_SAVE_CSRF, request.csrf_token());
  act.SetValue(ksrp_SAVE_ID, id);
  act.SetValue(ksrp_SAVE_VERSION, version);
  act.SetValue(ksrp_SAVE_KIND, std::string(name_of(rule.kind)));
  act.SetValue(ksrp_SAVE_WORDS, joined(rule.words));
  act.SetValue(ksrp_SAVE_MEANS, joined(rule.means));
}

void fill_form(ctemplate::TemplateDictionary& body, const Rule& rule, const std::string& words,
               const std::string& means) {
  body.SetValue(ksrp_ID, std::to_string(rule.id));
  body.SetValue(ksrp_VERSION, std::to_string(rule.version));
  body.SetValue(ksrp_WORDS, words);
  if (rule.kind == RuleKind::stop) {
    body.ShowSection(ksrp_STOP);
    return;
  }
  auto& synonyms = *body.AddSectionDictionary(ksrp_SYNONYMS);
  synonyms.ShowSection(rule.kind == RuleKind::also ? ksrp_SYNONYMS_ALSO : ksrp_SYNONYMS_SAME);
  body.AddSectionDictionary(ksrp_TARGETS)->SetValue(ksrp_TARGETS_MEANS, means);
  if (rule.id != 0) {
    body.SetValueAndShowSection(ksrp_CAN_REMOVE_ID, std::to_string(rule.id), ksrp_CAN_REMOVE);
  }
}

web::Response show(const web::Request& request, Shop& shop, web::Form& form, const Rule& rule,
                   const std::string& action) {
  web::Page page(request, "admin/search_rule_page.tpl", request.say({"title.search_rule"}));
  page.set_noindex();
  auto& body = page.body();
  const bool is_typed = form.has("words");
  fill_form(body, rule, is_typed ? form.value("words") : joined(rule.words),
            is_typed ? form.value("means") : joined(rule.means));
  form.fill_problems(body);
  if (form.has_problems()) return page.render(422);
  if (action == "save") {
    fill_effect(body, request, try_out(request, shop, rule.id, &rule), rule, false);
  } else if (action == "remove" && rule.id != 0 && rule.kind != RuleKind::stop) {
    fill_effect(body, request, try_out(request, shop, rule.id, nullptr), rule, true);
  }
  return page.render();
}

web::Response answer(search::RuleOutcome outcome, const char* done) {
  switch (outcome) {
    case search::RuleOutcome::done: return web::redirect_after_post(kList, {done});
    case search::RuleOutcome::changed_meanwhile:
      return web::redirect_with_warning(kList, {"synonym.changed_meanwhile"});
    case search::RuleOutcome::no_such_rule:
      return web::redirect_with_warning(kList, {"synonym.gone"});
  }
  throw std::logic_error("unknown RuleOutcome");
}

}  // namespace

web::Response search_rule_page(const web::Request& request, Shop& shop) {
  web::QueryForm form(request);
  const std::string& action = request.query.get("try");
  Rule rule;
  if (action == "save") {
    rule = read_rule(form);
  } else {
    rule.kind = read_kind(form.value("kind"));
    rule.id = form.integer("id", 0, INT64_MAX, 0);
  }
  if (rule.id != 0) {
    const auto known = find_rule(search::list_rules(shop.db), rule.id);
    if (!known) throw web::NotFound("search rule");
    // Stop words stay stop words, and nothing else becomes some.
    const bool is_stop = known->kind == RuleKind::stop;
    if (action != "save") rule = *known;
    if (is_stop != (rule.kind == RuleKind::stop)) throw web::BadRequest("'kind' does not fit");
  } else if (rule.kind == RuleKind::stop) {
    throw web::BadRequest("there is one list of stop words");
  }
  return show(request, shop, form, rule, action);
}

web::Response post_search_rule(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Rule rule = read_rule(form);
  if (form.has_problems()) return show(request, shop, form, rule, "");
  return answer(search::save_rule(shop.db, rule), "synonym.saved");
}

web::Response post_search_rule_remove(const web::Request& request, Shop& shop) {
  const int version = static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
  return answer(search::remove_rule(shop.db, request.captured_id("id"), version),
                "synonym.removed");
}

}  // namespace admin
