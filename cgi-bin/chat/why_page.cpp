/// why_page.cpp - GET /why/{message}: where the numbers and names of an answer come from.
///
/// Template: templates/chat/why_page.tpl
/// Test:     tests/page/why_page_test.cpp

#include "base/text.h"
#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "why_page.tpl.varnames.h"

namespace chat {
namespace {

void fill_fact(ctemplate::TemplateDictionary& row, const StoredFact& fact) {
  row.SetValue(kwp_FACT_VALUE, fact.value);
  row.SetValue(kwp_FACT_ISO, to_iso(fact.as_of));
  row.SetValue(kwp_FACT_TIME, to_minute_text(fact.as_of));
  if (fact.source == kFromQuestion) {
    row.ShowSection(kwp_FROM_QUESTION);
    return;
  }
  auto& source = *row.AddSectionDictionary(kwp_FROM_ROW);
  source.SetValue(kwp_FROM_ROW_SOURCE, fact.source);
}

}  // namespace

web::Response why_page(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("message");
  const auto message = find_message(shop.db, owner_of(request), id);
  const bool is_answer = message && message->sender == "assistant";
  if (!is_answer) throw web::NotFound("answer " + std::to_string(id));

  web::Page page(request, "chat/why_page.tpl", request.say({"chat.why_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kwp_CONVERSATION, message->conversation_id);
  body.SetIntValue(kwp_SEQUENCE, message->sequence);
  for (const std::string_view line : split(message->text, '\n')) {
    body.AddSectionDictionary(kwp_LINE)->SetValue(
        kwp_LINE_TEXT, ctemplate::TemplateString(line.data(), line.size()));
  }
  const auto facts = list_facts(shop.db, id);
  if (facts.empty()) body.ShowSection(kwp_NONE);
  if (!facts.empty()) {
    auto& some = *body.AddSectionDictionary(kwp_SOME);
    for (const StoredFact& fact : facts) fill_fact(*some.AddSectionDictionary(kwp_FACT), fact);
  }
  return page.render();
}

}  // namespace chat
