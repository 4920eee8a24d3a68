#include "search/explain_view.h"

#include <cstdio>

#include "listing_page.tpl.varnames.h"
#include "search/explain.h"

namespace search {
namespace {

using ctemplate::TemplateDictionary;

std::string decimal(float value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, static_cast<double>(value));
  return text;
}

/// For people; programs get another digit.
std::string rounded(float value) {
  return decimal(value, 2);
}
std::string exactly(float value) {
  return decimal(value, 3);
}

bool is_ranked(const Results& results) {
  return results.asked.sort == Sort::relevance && !results.understood.terms.empty();
}

std::string fields_text(const web::Request& request, const ExplainedWord& word) {
  std::string text;
  for (const std::string_view field : word.fields) {
    text += (text.empty() ? "" : ", ") + request.say({"explain.field_" + std::string(field)});
  }
  return text;
}

void fill_word(TemplateDictionary& row, const web::Request& request, const ExplainedWord& word) {
  auto& line = *row.AddSectionDictionary(klp_WHY_WORD);
  line.SetValue(klp_WHY_WORD_TEXT, word.word);
  if (word.way.empty()) {
    line.ShowSection(klp_WHY_WORD_MISSING);
    return;
  }
  auto& found = *line.AddSectionDictionary(klp_WHY_WORD_FOUND);
  if (word.way != "word") {
    auto& other = *found.AddSectionDictionary(klp_WHY_WORD_OTHER);
    other.SetValue(klp_WHY_WORD_OTHER_WAY, request.say({"explain.way_" + std::string(word.way)}));
    other.SetValue(klp_WHY_WORD_OTHER_STEM, word.stem);
  }
  found.SetValue(klp_WHY_WORD_FIELDS, fields_text(request, word));
  found.SetValue(klp_WHY_WORD_WORTH, rounded(word.worth));
  found.SetValue(klp_WHY_WORD_FIT, rounded(word.fit));
}

}  // namespace

bool wants_explanation(const web::Request& request, const Results& results) {
  return request.visitor.is_staff() && request.query.get("explain") == "1" && is_ranked(results);
}

void fill_explanation(TemplateDictionary& page, const ListingView& view, const Index& index) {
  const web::Request& request = view.request;
  const Results& results = view.results;
  if (!request.visitor.is_staff() || !is_ranked(results) || results.products.empty()) return;
  if (!wants_explanation(request, results)) {
    page.SetValueAndShowSection(klp_WHY_LINK_URL, view.links.with("explain", "1") + "#why",
                                klp_WHY_LINK);
    return;
  }
  auto& table = *page.AddSectionDictionary(klp_WHY);
  for (std::size_t place = 0; place < results.products.size(); ++place) {
    const Explanation explanation = explain(index, results, place);
    auto& row = *table.AddSectionDictionary(klp_WHY_ROW);
    row.SetValue(klp_WHY_ROW_NAME, results.products[place]->name);
    row.SetValue(klp_WHY_ROW_SCORE, rounded(explanation.score));
    for (const ExplainedWord& word : explanation.words) fill_word(row, request, word);
    for (const ExplainedFactor& factor : explanation.factors) {
      if (factor.value == 1) continue;
      auto& line = *row.AddSectionDictionary(klp_WHY_FACTOR);
      line.SetValue(klp_WHY_FACTOR_NAME,
                    request.say({"explain.factor_" + std::string(factor.name)}));
      line.SetValue(klp_WHY_FACTOR_VALUE, rounded(factor.value));
    }
  }
}

void add_explanation(web::JsonText& json, const Index& index, const Results& results) {
  json.open('[');
  for (std::size_t place = 0; place < results.products.size(); ++place) {
    const Explanation explanation = explain(index, results, place);
    json.open('{').key("id").number(results.products[place]->id);
    json.key("score").raw(exactly(explanation.score)).key("words").open('[');
    for (const ExplainedWord& word : explanation.words) {
      json.open('{').key("word").text(word.word).key("typed").text_or_null(word.typed);
      json.key("way").text_or_null(word.way).key("found").text_or_null(word.stem);
      json.key("fields").open('[');
      for (const std::string_view field : word.fields) json.text(field);
      json.close(']').key("worth").raw(exactly(word.worth));
      json.key("fit").raw(exactly(word.fit)).close('}');
    }
    json.close(']').key("factors").open('{');
    for (const ExplainedFactor& factor : explanation.factors) {
      json.key(factor.name).raw(exactly(factor.value));
    }
    json.close('}').close('}');
  }
  json.close(']');
}

}  // namespace search
