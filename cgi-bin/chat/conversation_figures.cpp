#include "chat/conversation_figures.h"

#include "chat_api.sql.h"

namespace chat {
namespace {

std::optional<double> maybe_number(const db::Row& row, std::string_view column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

}  // namespace

OwnFigures figures_of(db::Connection& db, std::int64_t account) {
  const auto row = db.first(sql::chat_api::statistics_of_account, account).value();
  return {.sessions = row.small("sessions"),
          .active = row.small("active"),
          .paused = row.small("paused"),
          .completed = row.small("completed"),
          .archived = row.small("archived"),
          .messages = row.small("messages"),
          .questions = row.small("questions"),
          .reactions = row.small("reactions"),
          .last_activity_at = row.maybe_instant("last_activity_at")};
}

std::vector<ConversationFigures> list_figures(db::Connection& db, const Span& span,
                                              std::int64_t after, int limit) {
  std::vector<ConversationFigures> list;
  for (const db::Row row :
       db.run(sql::chat_api::conversation_figures, span.from, span.until, after, limit)) {
    list.push_back({.id = row.integer("id"),
                    .account_id = row.integer("account_id"),
                    .title = row.string("title"),
                    .status = row.string("status"),
                    .messages = row.small("message_count"),
                    .answers = row.small("answers"),
                    .unanswered = row.small("unanswered"),
                    .reactions = row.small("reactions"),
                    .response_ms = row.maybe_integer("response_ms"),
                    .confidence = maybe_number(row, "confidence"),
                    .created_at = row.instant("created_at"),
                    .last_activity_at = row.instant("last_activity_at")});
  }
  return list;
}

int count_figures(db::Connection& db, const Span& span) {
  return db.first(sql::chat_api::count_figures, span.from, span.until).value().small("sessions");
}

Summary summarise(db::Connection& db, const Span& span) {
  db::Pipeline pipeline(db);
  const int totals = pipeline.add(sql::chat_api::summary, span.from, span.until);
  const int groups = pipeline.add(sql::chat_api::summary_groups, span.from, span.until);
  pipeline.run();
  const db::Result rows = pipeline.take(totals);
  const db::Row row = rows[0];
  Summary summary{.sessions = row.small("sessions"),
                  .users = row.small("users"),
                  .messages = row.small("messages"),
                  .questions = row.small("questions"),
                  .answers = row.small("answers"),
                  .not_understood = row.small("not_understood"),
                  .response_ms = row.maybe_integer("response_ms"),
                  .confidence = maybe_number(row, "confidence")};
  for (const db::Row group : pipeline.take(groups)) {
    summary.groups.push_back({group.string("kind"), group.string("name"), group.small("count")});
  }
  return summary;
}

}  // namespace chat
