#include "web/json.h"

#include "web/http_error.h"

namespace web {
namespace {

/// Deepest nesting of brackets outside of strings; a cheap look before the parser recurses.
int depth_of(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

Response json_response(const Json& value, int status) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = value.dump();
  return response;
}

Json json_body(const Request& request) {
  constexpr int kDeepest = 32;
  if (depth_of(request.body) > kDeepest)
    throw BadRequest("JSON nested too deeply", {"json.too_deep"});
  Json value = Json::parse(request.body, nullptr, false);
  if (value.is_discarded()) throw BadRequest("broken JSON", {"json.broken"});
  if (!value.is_object()) throw BadRequest("JSON is no object", {"json.no_object"});
  return value;
}

Response problem_response(int status, const std::string& title, const std::string& detail,
                          const Request& request) {
  Response response = json_response(
      {
          {"type", "about:blank"},
          {"title", title},
          {"status", status},
          {"detail", detail},
          {"instance", request.path},
          {"request_id", request.id},
      },
      status);
  response.content_type = "application/problem+json";
  return response;
}

}  // namespace web
