/// question_gaps_page.cpp - GET /admin/conversations/gaps and /admin/conversations/gaps.csv.
///
/// Template: templates/admin/question_gaps_page.tpl
/// Test:     tests/page/admin_conversations_page_test.cpp

#include "admin/conversations_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "chat/gaps.h"
#include "question_gaps_page.tpl.varnames.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr auto kSpan = std::chrono::days(90);
constexpr int kRows = 100;
constexpr int kRowsInFile = 10000;

void fill_lessons(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const std::vector<chat::AnswerTemplate>& templates) {
  if (templates.empty()) return;
  auto& list = *body.AddSectionDictionary(kqgp_LESSONS);
  for (const chat::AnswerTemplate& lesson : templates) {
    auto& row = *list.AddSectionDictionary(kqgp_LESSON);
    row.SetIntValue(kqgp_LESSON_ID, lesson.id);
    row.SetIntValue(kqgp_LESSON_VERSION, lesson.version);
    row.SetValue(kqgp_LESSON_CSRF, request.csrf_token());
    row.SetValue(kqgp_LESSON_WORDING, lesson.wording);
    if (lesson.means.empty()) {
      row.SetValueAndShowSection(kqgp_LESSON_ANSWER_TEXT, lesson.answer, kqgp_LESSON_ANSWER);
    } else {
      row.SetValueAndShowSection(kqgp_LESSON_MEANS_TEXT, lesson.means, kqgp_LESSON_MEANS);
    }
  }
}

/// A thing that was not found may be called otherwise here: a synonym of its words.
std::string teach_url(const chat::QuestionGap& gap) {
  const std::string& words = gap.not_found.empty() ? gap.text : gap.not_found;
  return std::string("/admin/conversations/gaps/mend?") +
         (gap.not_found.empty() ? "" : "kind=synonym&") +
         "wording=" + url_encoded(shortened(words, chat::kLongestWording - 1));
}

}  // namespace

web::Response question_gaps_page(const web::Request& request, Shop& shop) {
  const auto gaps = chat::list_gaps(shop.db, request.now - kSpan, kRows, chat::GapGroups::sought);
  web::Page page(request, "admin/question_gaps_page.tpl", request.say({"title.question_gaps"}));
  page.set_noindex();
  auto& body = page.body();
  fill_lessons(body, request, chat::list_templates(shop.db));
  body.ShowSection(gaps.empty() ? kqgp_NONE : kqgp_TABLE);
  for (const chat::QuestionGap& gap : gaps) {
    auto& row = *body.AddSectionDictionary(kqgp_GAP);
    row.SetValue(kqgp_GAP_TEXT, gap.text);
    row.SetIntValue(kqgp_GAP_TIMES, gap.times);
    row.SetIntValue(kqgp_GAP_CONVERSATIONS, gap.conversations);
    if (gap.not_found.empty()) {
      row.SetValueAndShowSection(kqgp_GAP_INTENT_NAME, gap.intent, kqgp_GAP_INTENT);
    } else {
      row.SetValueAndShowSection(kqgp_GAP_SOUGHT_WORDS, gap.not_found, kqgp_GAP_SOUGHT);
    }
    row.SetValue(kqgp_GAP_AT, to_minute_text(gap.last_at));
    row.SetIntValue(kqgp_GAP_CONVERSATION, gap.conversation_id);
    row.SetValue(kqgp_GAP_TEACH_URL, teach_url(gap));
  }
  return page.render();
}

web::Response question_gaps_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("questions");
  add_csv_line(response.body,
               {"question", "times", "conversations", "taken_for", "not_found", "last_at"});
  for (const chat::QuestionGap& gap :
       chat::list_gaps(shop.db, request.now - kSpan, kRowsInFile, chat::GapGroups::sought)) {
    add_csv_line(response.body,
                 {gap.text, std::to_string(gap.times), std::to_string(gap.conversations),
                  gap.intent, gap.not_found, to_iso(gap.last_at)});
  }
  return response;
}

}  // namespace admin
