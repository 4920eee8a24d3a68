/// session.h - who a browser says it is: a signed cookie, no table.
///
/// Units:  `issued` is the moment when the cookie was made; a session ends `session_days` after.
/// Errors: a forged, expired or unreadable cookie is simply no session.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "web/signer.h"

namespace web {

struct Session {
  std::int64_t account_id = 0;  // 0: a guest
  int epoch = 0;                // must equal the account's session_epoch
  Instant issued{};
  std::string visitor{};  // random key; a guest's cart and conversations hang on it
  bool fresh = true;      // made for this request: the browser does not hold it yet
  bool expired = false;   // the browser sent a session that had ended

  bool is_signed_in() const { return account_id != 0; }
};

/// A guest's session with a new random key.
Session new_session(Instant now);

/// The session in this cookie value, or nothing when it is forged, unreadable or over.
std::optional<Session> read_session(const Signer& signer, std::string_view cookie, Instant now,
                                    int session_days);

/// The cookie value for a session, issued now.
std::string write_session(const Signer& signer, const Session& session, Instant now);

/// The token that every form of this session carries.
std::string csrf_token(const Signer& signer, const Session& session);
bool is_csrf_token(const Signer& signer, const Session& session, std::string_view token);

}  // namespace web
