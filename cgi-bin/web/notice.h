/// notice.h - a sentence that survives one redirect, in a short-lived cookie.
///
/// The cookie holds a message's key and arguments, never the wording: an unknown key shows nothing.
#pragma once

#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"

namespace web {

inline constexpr std::string_view kNoticeCookie = "notice";

/// "__Host-session" over TLS, else "session".
std::string session_cookie_name(bool is_tls);

/// Takes the notice from the request's cookies.
void read_notice(Request& request);

/// The cookie's value for this response's notice.
std::string notice_cookie(const Response& response);

}  // namespace web
