#include "web/notice.h"

#include "base/text.h"

namespace web {

std::string session_cookie_name(bool is_tls) {
  return is_tls ? "__Host-session" : "session";
}

void read_notice(Request& request) {
  const std::string& cookie = request.cookies.get(kNoticeCookie);
  if (cookie.empty() || cookie.size() > 600) return;
  const auto text = from_base64url(cookie);
  if (!text || !is_clean_utf8(*text)) return;
  const auto parts = split(*text, '\n');
  if (parts.size() < 2 || !request.site->messages.has(parts[1])) return;
  request.notice_is_warning = parts[0] == "w";
  request.notice.key = std::string(parts[1]);
  for (std::size_t i = 2; i < parts.size(); ++i) request.notice.arguments.emplace_back(parts[i]);
}

std::string notice_cookie(const Response& response) {
  std::string text = response.notice_is_warning ? "w" : "n";
  text += '\n' + response.notice.key;
  for (const std::string& argument : response.notice.arguments) {
    // A long product name must not make the cookie too large for a browser.
    text += '\n' + shortened(argument, 80);
  }
  return to_base64url(text);
}

}  // namespace web
