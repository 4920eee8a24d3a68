#include "web/session.h"

#include "base/random.h"
#include "base/text.h"

namespace web {
namespace {

constexpr std::string_view kPurpose = "session";
constexpr std::string_view kCsrfPurpose = "csrf";
constexpr std::string_view kVersion = "1";

std::int64_t to_seconds(Instant moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

/// The token changes with the account, so that a guest's form is stale after log-in.
std::string csrf_payload(const Session& session) {
  return session.visitor + "." + std::to_string(session.account_id) + "." +
         std::to_string(session.epoch);
}

}  // namespace

Session new_session(Instant now) {
  Session session;
  session.issued = now;
  session.visitor = random_token();
  return session;
}

std::optional<Session> read_session(const Signer& signer, std::string_view cookie, Instant now,
                                    int session_days) {
  constexpr std::size_t kLongestCookie = 400;
  if (cookie.size() > kLongestCookie) return std::nullopt;
  const auto payload = signer.verify(kPurpose, cookie);
  if (!payload) return std::nullopt;
  const auto parts = split(*payload, '.');
  if (parts.size() != 5 || parts[0] != kVersion) return std::nullopt;
  const auto account = to_integer(parts[1], 0);
  const auto epoch = to_integer(parts[2], 0, INT32_MAX);
  const auto issued = to_integer(parts[3], 0);
  if (!account || !epoch || !issued || parts[4].empty()) return std::nullopt;

  Session session;
  session.account_id = *account;
  session.epoch = static_cast<int>(*epoch);
  session.issued = Instant(std::chrono::seconds(*issued));
  session.visitor = std::string(parts[4]);
  session.fresh = false;
  if (session.issued + std::chrono::days(session_days) < now) return std::nullopt;
  return session;
}

std::string write_session(const Signer& signer, const Session& session, Instant now) {
  return signer.sign(kPurpose, std::string(kVersion) + "." + std::to_string(session.account_id) +
                                   "." + std::to_string(session.epoch) + "." +
                                   std::to_string(to_seconds(now)) + "." + session.visitor);
}

std::string csrf_token(const Signer& signer, const Session& session) {
  return signer.mac(kCsrfPurpose, csrf_payload(session));
}

bool is_csrf_token(const Signer& signer, const Session& session, std::string_view token) {
  return signer.is_mac(kCsrfPurpose, csrf_payload(session), token);
}

}  // namespace web
