/// cors.h - may scripts of another site use the API?
///
/// Source: Fetch standard, section 3.2 (CORS protocol). Off unless etc/shop.conf lists origins
///         (cors_origins); an origin is answered by its own name, never by "*".
#pragma once

#include <string>

#include "web/request.h"
#include "web/response.h"

namespace web {

/// True when the request's Origin is one that the settings allow.
bool is_allowed_origin(const Request& request);

/// True when a browser says that the request comes from another site, which is not allowed.
bool is_foreign(const Request& request);

/// Adds what lets an allowed origin's script read the answer.
void add_cors_headers(const Request& request, Response& response);

/// The answer to OPTIONS: the methods of the path, and leave for an allowed origin to use them.
Response options_response(const Request& request, const std::string& methods);

}  // namespace web
