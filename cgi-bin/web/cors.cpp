#include "web/cors.h"

#include <algorithm>

namespace web {

bool is_allowed_origin(const Request& request) {
  const std::string& origin = request.header("origin");
  const auto& allowed = request.site->cors_origins;
  return !origin.empty() && std::find(allowed.begin(), allowed.end(), origin) != allowed.end();
}

bool is_foreign(const Request& request) {
  if (is_allowed_origin(request)) return false;
  const std::string& origin = request.header("origin");
  if (!origin.empty()) {
    return origin != "http://" + request.host && origin != "https://" + request.host;
  }
  const std::string& fetch_site = request.header("sec-fetch-site");
  return !fetch_site.empty() && fetch_site != "same-origin" && fetch_site != "none";
}

void add_cors_headers(const Request& request, Response& response) {
  if (request.site->cors_origins.empty()) return;
  // Whoever keeps the answer must not show it to another origin.
  response.headers.emplace_back("Vary", "Origin");
  if (!is_allowed_origin(request)) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", request.header("origin"));
  response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
  response.headers.emplace_back(
      "Access-Control-Expose-Headers",
      "ETag, Retry-After, WWW-Authenticate, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, "
      "RateLimit-Reset");
  // Else the answer could be read by nobody but this site's own pages.
  response.is_cross_origin = true;
}

Response options_response(const Request& request, const std::string& methods) {
  Response response;
  response.status = 204;
  response.is_api = true;
  response.headers.emplace_back("Allow", methods);
  if (is_allowed_origin(request)) {
    response.headers.emplace_back("Access-Control-Allow-Methods", methods);
    response.headers.emplace_back("Access-Control-Allow-Headers",
                                  "Authorization, Content-Type, Idempotency-Key, If-None-Match, "
                                  "X-API-Key, X-CSRF-Token");
    response.headers.emplace_back("Access-Control-Max-Age", "600");
  }
  return response;
}

}  // namespace web
