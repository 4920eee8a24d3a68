/// search_words_page.cpp - GET /admin/search and /admin/search.csv.
///
/// Template: templates/admin/search_words_page.tpl
/// Test:     tests/page/search_words_page_test.cpp

#include "admin/search_words_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "search/past.h"
#include "search/rules.h"
#include "search_words_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

using search::PastSearch;
using search::Rule;
using search::RuleKind;

constexpr std::size_t kRows = 20;
constexpr int kLooked = 2000;  // different searches
constexpr int kInFile = 20000;
constexpr auto kDaysShown = std::chrono::days(30);
constexpr auto kDaysInFile = std::chrono::days(90);

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void fill_rules(ctemplate::TemplateDictionary& body, const std::vector<Rule>& rules) {
  bool has_synonyms = false;
  for (const Rule& rule : rules) {
    if (rule.kind == RuleKind::stop) {
      auto& stop = *body.AddSectionDictionary(kswp_STOP);
      stop.SetValue(kswp_STOP_ID, std::to_string(rule.id));
      stop.SetValue(kswp_STOP_WORDS, joined(rule.words));
      continue;
    }
    has_synonyms = true;
    auto& row = *body.AddSectionDictionary(kswp_RULE);
    row.SetValue(kswp_RULE_ID, std::to_string(rule.id));
    row.SetValue(kswp_RULE_WORDS, joined(rule.words));
    if (rule.kind == RuleKind::also) {
      row.SetValueAndShowSection(kswp_RULE_ALSO_MEANS, joined(rule.means), kswp_RULE_ALSO);
    }
  }
  if (!has_synonyms) body.ShowSection(kswp_NO_RULES);
}

void fill_searches(ctemplate::TemplateDictionary& body, const std::vector<PastSearch>& searches) {
  std::size_t top = 0;
  std::size_t empty = 0;
  for (const PastSearch& past : searches) {
    if (top < kRows) {
      ++top;
      auto& row = *body.AddSectionDictionary(kswp_TOP);
      row.SetValue(kswp_TOP_TEXT, past.text);
      row.SetValue(kswp_TOP_URL, "/search?q=" + url_encoded(past.text));
      row.SetIntValue(kswp_TOP_TIMES, past.times);
    }
    if (!past.found && empty < kRows) {
      ++empty;
      auto& row = *body.AddSectionDictionary(kswp_EMPTY);
      row.SetValue(kswp_EMPTY_TEXT, past.text);
      row.SetValue(kswp_EMPTY_URL, "/search?q=" + url_encoded(past.text));
      row.SetValue(kswp_EMPTY_RULE_URL,
                   "/admin/search/rule?kind=also&words=" + url_encoded(past.text));
      row.SetIntValue(kswp_EMPTY_TIMES, past.times);
    }
  }
  if (top == 0) body.ShowSection(kswp_NO_TOP);
  if (empty == 0) body.ShowSection(kswp_NO_EMPTY);
}

}  // namespace

web::Response search_words_page(const web::Request& request, Shop& shop) {
  web::Page page(request, "admin/search_words_page.tpl", request.say({"title.search_words"}));
  page.set_noindex();
  fill_rules(page.body(), search::list_rules(shop.db));
  fill_searches(page.body(), search::past_searches(shop.db, request.now - kDaysShown, kLooked, 1));
  return page.render();
}

web::Response search_words_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("searches");
  add_csv_line(response.body, {"search", "times", "found"});
  for (const PastSearch& past :
       search::past_searches(shop.db, request.now - kDaysInFile, kInFile, 1)) {
    add_csv_line(response.body, {past.text, std::to_string(past.times), past.found ? "yes" : "no"});
  }
  return response;
}

}  // namespace admin
