/// admin_conversations_page.cpp - GET /admin/conversations and /admin/conversations.csv.
///
/// Template: templates/admin/admin_conversations_page.tpl
/// Test:     tests/page/admin_conversations_page_test.cpp

#include <array>

#include "admin/conversations_pages.h"
#include "admin_conversations_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "chat/staff.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kRows = 30;
constexpr int kRowsAtOnce = 500;
constexpr std::size_t kMostWords = 100;
constexpr std::array<std::string_view, 5> kStatuses = {"person", "active", "paused", "completed",
                                                       "archived"};

chat::StaffFilter read_filter(const web::Request& request) {
  chat::StaffFilter filter;
  for (const std::string_view status : kStatuses) {
    if (request.query.get("status") == status) filter.status = status;
  }
  filter.words = trimmed(request.query.get("q"));
  if (count_characters(filter.words) > kMostWords) filter.words.clear();
  return filter;
}

void fill_row(ctemplate::TemplateDictionary& row, const web::Request& request,
              const chat::StaffConversation& conversation) {
  row.SetIntValue(kacp_CONVERSATION_ID, conversation.id);
  row.SetValue(kacp_CONVERSATION_TITLE, conversation.title);
  row.SetValue(kacp_CONVERSATION_CUSTOMER, conversation.customer.empty()
                                               ? request.say({"conversation.guest"})
                                               : conversation.customer);
  row.SetValue(kacp_CONVERSATION_STATUS,
               request.say({"conversation.status." + conversation.status}));
  if (conversation.wants_person) row.ShowSection(kacp_CONVERSATION_PERSON);
  row.SetIntValue(kacp_CONVERSATION_MESSAGES, conversation.message_count);
  row.SetIntValue(kacp_CONVERSATION_UNSURE, conversation.unsure);
  row.SetIntValue(kacp_CONVERSATION_DISLIKED, conversation.disliked);
  row.SetValue(kacp_CONVERSATION_AT, to_minute_text(conversation.last_activity_at));
}

std::string query_of(const chat::StaffFilter& filter) {
  return "?q=" + url_encoded(filter.words) + "&status=" + filter.status;
}

void write_csv(web::Stream& stream, Shop& shop, const chat::StaffFilter& filter) {
  std::string text;
  add_csv_line(text, {"id", "begins_with", "customer", "status", "messages", "unsure_answers",
                      "not_helpful", "last_message_at"});
  std::int64_t behind = 0;
  while (true) {
    const auto rows = chat::list_for_staff(shop.db, filter, behind, kRowsAtOnce);
    for (const chat::StaffConversation& row : rows) {
      add_csv_line(text, {std::to_string(row.id), row.title, row.customer, row.status,
                          std::to_string(row.message_count), std::to_string(row.unsure),
                          std::to_string(row.disliked), to_iso(row.last_activity_at)});
    }
    if (!stream.write(text) || static_cast<int>(rows.size()) < kRowsAtOnce) return;
    text.clear();
    behind = rows.back().id;
  }
}

}  // namespace

web::Response admin_conversations_file(const web::Request& request, Shop& shop) {
  const chat::StaffFilter filter = read_filter(request);
  web::Response response = web::csv_response("conversations");
  response.stream = [filter, &shop](web::Stream& stream) { write_csv(stream, shop, filter); };
  return response;
}

web::Response admin_conversations_page(const web::Request& request, Shop& shop) {
  const chat::StaffFilter filter = read_filter(request);
  const std::int64_t behind = to_integer(request.query.get("behind"), 1).value_or(0);
  auto conversations = chat::list_for_staff(shop.db, filter, behind, kRows + 1);
  const bool has_more = conversations.size() > kRows;
  if (has_more) conversations.pop_back();

  web::Page page(request, "admin/admin_conversations_page.tpl",
                 request.say({"title.conversations"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kacp_WORDS, filter.words);
  body.SetValue(kacp_FILE_URL, "/admin/conversations.csv" + query_of(filter));
  for (const std::string_view status : kStatuses) {
    auto& choice = *body.AddSectionDictionary(kacp_STATUS);
    choice.SetValue(kacp_STATUS_CODE, std::string(status));
    choice.SetValue(kacp_STATUS_NAME, request.say({"conversation.status." + std::string(status)}));
    if (filter.status == status) choice.ShowSection(kacp_STATUS_CHOSEN);
  }
  if (!conversations.empty()) body.ShowSection(kacp_TABLE);
  for (const chat::StaffConversation& conversation : conversations) {
    fill_row(*body.AddSectionDictionary(kacp_CONVERSATION), request, conversation);
  }
  if (conversations.empty()) body.ShowSection(kacp_NONE);
  if (has_more) {
    body.SetValueAndShowSection(kacp_MORE_URL,
                                "/admin/conversations" + query_of(filter) +
                                    "&behind=" + std::to_string(conversations.back().id),
                                kacp_MORE);
  }
  return page.render();
}

}  // namespace admin
