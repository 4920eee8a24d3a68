/// response.h - the answer to a request.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/messages.h"
#include "web/session.h"

namespace web {

struct Request;

/// Receives an answer that grows: each piece reaches the visitor at once.
class Stream {
 public:
  virtual ~Stream() = default;
  /// False when the visitor has left; then stop working for him.
  virtual bool write(std::string_view piece) = 0;
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::function<void(Stream&)> stream{};  // when set, called after `body` was sent

  std::vector<std::int64_t> shown_products{};  // by a search: what the models learn from
  bool is_api = false;                         // JSON: starts no session, carries no notice
  bool is_cross_origin = false;                // another site's script may read it (cors.h)
  bool revalidates = false;   // a client may keep it, and asks each time whether it changed (ETag)
  bool keep_session = false;  // give a guest his session cookie (a form needs it)
  std::optional<Session> new_session{};  // signed in or out: replaces the cookie
  Message notice{};                      // shown once on the next page
  bool notice_is_warning = false;
  bool cacheable = false;  // the same for every visitor without cookies, for a second
};

/// After a POST that did something: 303 to `path` on this site, where `notice` is shown.
Response redirect_after_post(const std::string& path, Message notice = {});

/// After a POST that could not do it: 303, and the sentence is shown as a warning.
Response redirect_with_warning(const std::string& path, Message warning);

/// A permanent new place: 301 (308 for other methods than GET).
Response moved_for_good(const std::string& path);

/// `path` when it is a plain path on this site ("/cart?x=1"), else `otherwise`: for ?next=….
std::string local_path(std::string_view path, std::string_view otherwise = "/");

}  // namespace web
