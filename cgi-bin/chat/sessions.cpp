#include "chat/sessions.h"

#include <algorithm>
#include <array>

#include "chat_api.sql.h"

namespace chat {

SessionPage list_sessions(db::Connection& db, std::int64_t account, const SessionFilter& filter,
                          std::int64_t after, int limit) {
  db::Pipeline pipeline(db);
  const int rows = pipeline.add(sql::chat_api::sessions, account, filter.status, filter.from,
                                filter.until, filter.words, after, limit + 1);
  const int count = pipeline.add(sql::chat_api::count_sessions, account, filter.status, filter.from,
                                 filter.until, filter.words);
  pipeline.run();
  SessionPage page;
  for (const db::Row row : pipeline.take(rows)) {
    page.sessions.push_back({.id = row.integer("id"),
                             .title = row.string("title"),
                             .status = row.string("status"),
                             .message_count = row.small("message_count"),
                             .created_at = row.instant("created_at"),
                             .last_activity_at = row.instant("last_activity_at")});
  }
  page.has_more = std::ssize(page.sessions) > limit;
  if (page.has_more) page.sessions.pop_back();
  page.total = pipeline.take(count)[0].integer("sessions");
  return page;
}

bool is_status(std::string_view text) {
  constexpr std::array<std::string_view, 4> kAll = {"active", "paused", "completed", "archived"};
  return std::ranges::find(kAll, text) != kAll.end();
}

bool change_session(db::Connection& db, std::int64_t account, std::int64_t id,
                    const std::optional<std::string>& title,
                    const std::optional<std::string>& status) {
  return db.first(sql::chat_api::change_session, account, id, title, status).has_value();
}

}  // namespace chat
