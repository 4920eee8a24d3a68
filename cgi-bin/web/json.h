/// json.h - JSON answers and bodies, over nlohmann's library.
///
/// Source: RFC 8259; errors RFC 9457.
#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "web/http_error.h"
#include "web/request.h"
#include "web/response.h"

namespace web {

using Json = nlohmann::ordered_json;

Response json_response(const Json& value, int status = 200);

/// 204: done, and nothing to say.
Response no_content();

/// An answer that a client may keep and ask about again: with an ETag of its content, and 304
/// without a body when the client holds the same. For GET only.
Response revalidated(const Request& request, Response response);

/// Text as JSON, strictly: nothing when it is broken, nested deeper than 32 levels, names a field
/// twice, holds NUL in a text or a number that does not exist (NaN, 1e999). Then `problem` is the
/// key of a sentence. Text must be clean UTF-8.
std::optional<Json> parse_json(std::string_view text, std::string& problem);

/// The body as a JSON object. Throws UnsupportedMediaType for another content type, BadRequest when
/// it is no JSON object.
Json json_body(const Request& request);
/// The same, where a body may be left out: then an empty object.
Json json_body_if_any(const Request& request);

/// application/problem+json with type, title, status, detail, instance and request_id; `more` adds
/// members. Title and detail are the error page's own words, or `message`.
Response problem_response(const Request& request, int status, const Message& message = {},
                          const Json& more = {});
/// 422 with `errors`: one {"field", "message"} each.
Response fields_problem(const Request& request, std::span<const FieldProblem> problems);

}  // namespace web
