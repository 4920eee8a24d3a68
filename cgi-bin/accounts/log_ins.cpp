#include "accounts/log_ins.h"

#include <array>

#include "account_safety.sql.h"
#include "accounts.sql.h"
#include "base/hash.h"
#include "base/text.h"

namespace accounts {
namespace {

constexpr std::chrono::days kKept{366};  // longer than any session

struct Mark {
  std::string_view in_header;
  std::string_view name;
};
// The order matters: later browsers name earlier ones, too.
constexpr std::array kBrowsers = {
    Mark{"Edg/", "Edge"},        Mark{"OPR/", "Opera"},     Mark{"Firefox/", "Firefox"},
    Mark{"Chromium/", "Chrome"}, Mark{"Chrome/", "Chrome"}, Mark{"CriOS/", "Chrome"},
    Mark{"Safari/", "Safari"},   Mark{"Lynx/", "Lynx"},
};
constexpr std::array kSystems = {
    Mark{"Android", "Android"}, Mark{"iPhone", "iPhone"},  Mark{"iPad", "iPad"},
    Mark{"Windows", "Windows"}, Mark{"Mac OS X", "macOS"}, Mark{"Linux", "Linux"},
};

template <std::size_t count>
std::string_view name_of(std::string_view text, const std::array<Mark, count>& marks) {
  for (const Mark& mark : marks) {
    if (text.find(mark.in_header) != std::string_view::npos) return mark.name;
  }
  return {};
}

}  // namespace

void note_log_in(db::Connection& db, const NewLogIn& log_in, Instant now) {
  db::Transaction transaction(db);
  db.run(sql::account_safety::drop_old_log_ins, log_in.account_id, log_in.epoch, now - kKept);
  db.run(sql::accounts::note_login, log_in.account_id);
  db.run(sql::account_safety::add_log_in, sha256(log_in.session_key), log_in.account_id,
         log_in.epoch, now, log_in.address, log_in.browser);
  transaction.commit();
}

std::vector<LogIn> list_log_ins(db::Connection& db, std::int64_t account_id,
                                const std::string& session_key) {
  const std::string own = sha256(session_key);
  std::vector<LogIn> list;
  for (const db::Row row : db.run(sql::account_safety::log_ins, account_id)) {
    list.push_back({row.integer("id"), row.instant("at"), row.string("address"),
                    row.string("browser"), row.text("key_hash") == own});
  }
  return list;
}

EndOutcome end_log_in(db::Connection& db, std::int64_t account_id, std::int64_t id,
                      const std::string& session_key, Instant now) {
  const auto row = db.first(sql::account_safety::end_log_in, account_id, id, now);
  if (!row) return EndOutcome::no_such_log_in;
  return row->text("key_hash") == sha256(session_key) ? EndOutcome::ended_this_one
                                                      : EndOutcome::ended;
}

void end_session(db::Connection& db, std::int64_t account_id, const std::string& session_key,
                 Instant now) {
  db.run(sql::account_safety::end_session, sha256(session_key), account_id, now);
}

void keep_log_in(db::Connection& db, std::int64_t account_id, const std::string& session_key,
                 int epoch) {
  db.run(sql::account_safety::keep_log_in, sha256(session_key), account_id, epoch);
}

std::string describe_browser(std::string_view user_agent) {
  const std::string_view browser = name_of(user_agent, kBrowsers);
  const std::string_view system = name_of(user_agent, kSystems);
  if (browser.empty()) {
    return shortened(user_agent.substr(0, user_agent.find_first_of("/ ;(")), 40);
  }
  return std::string(browser) + (system.empty() ? "" : ", " + std::string(system));
}

}  // namespace accounts
