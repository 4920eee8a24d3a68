/// dispatch.h - from a request to its answer; the one place where errors become HTTP.
#pragma once

#include <optional>
#include <span>

#include "web/route.h"

namespace web {

/// The program's own parts of a request's life.
struct Hooks {
  std::span<const Route> routes;
  /// Looks the session up: fills request.visitor, and makes a session that was logged out
  /// everywhere a guest's. Called before the route is known.
  void (*identify)(Request& request, Shop& shop);
  std::optional<Pool> pool;  // answer only this pool's routes; unset: all (CGI, tests)
};

/// Answers the request and never throws. Everything read from `source` is checked first.
Response dispatch(Request& request, const Source& source, const Hooks& hooks, Shop& shop);

/// The same for a request that is already filled in (tests, --get).
Response answer(Request& request, const Hooks& hooks, Shop& shop);

/// The error page (or problem+json) for a status; `message` adds a sentence.
Response error_page(int status, const Message& message, const Request& request);

/// The header lines of the answer, security headers and cookies included, ended by an empty line.
std::string header_text(const Request& request, const Response& response);

}  // namespace web
