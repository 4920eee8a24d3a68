/// log_ins.h - where a person is logged in, and ending one of those places.
///
/// The session cookie's random key names the log-in; only its hash is stored.
///
/// Source: table log_in (sql/migrations/0131_account_safety.sql).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace accounts {

struct LogIn {
  std::int64_t id = 0;
  Instant at{};
  std::string address{};
  std::string browser{};  // "Firefox, Linux"
  bool is_this_one = false;
};

struct NewLogIn {
  std::int64_t account_id = 0;
  int epoch = 0;
  std::string session_key{};
  std::string address{};
  std::string browser{};
};

/// Records a log-in, and forgets those that ended more than a year ago.
void note_log_in(db::Connection& db, const NewLogIn& log_in, Instant now);

/// The log-ins that are good still, newest first; `session_key` is the asking session's own.
std::vector<LogIn> list_log_ins(db::Connection& db, std::int64_t account_id,
                                const std::string& session_key);

enum class EndOutcome { ended, ended_this_one, no_such_log_in };
[[nodiscard]] EndOutcome end_log_in(db::Connection& db, std::int64_t account_id, std::int64_t id,
                                    const std::string& session_key, Instant now);

/// Ends the session with this key: its cookie is worth nothing any more.
void end_session(db::Connection& db, std::int64_t account_id, const std::string& session_key,
                 Instant now);

/// Keeps the asking session in the list after the account's epoch moved on.
void keep_log_in(db::Connection& db, std::int64_t account_id, const std::string& session_key,
                 int epoch);

/// "Firefox, Linux" from a User-Agent header; the program's own name for others ("curl").
std::string describe_browser(std::string_view user_agent);

}  // namespace accounts
