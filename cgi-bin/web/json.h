/// json.h - JSON answers and bodies, over nlohmann's library.
///
/// Source: RFC 8259; errors RFC 9457. shared shapes: see the API pages of /docs.
#pragma once

#include <nlohmann/json.hpp>

#include "web/request.h"
#include "web/response.h"

namespace web {

using Json = nlohmann::ordered_json;

Response json_response(const Json& value, int status = 200);

/// The body as a JSON object; BadRequest when it is no JSON, not an object, or nested deeper than
/// 32 levels.
Json json_body(const Request& request);

/// application/problem+json with type, title, status, detail, instance and request_id.
Response problem_response(int status, const std::string& title, const std::string& detail,
                          const Request& request);

}  // namespace web
