#include "web/json.h"

#include <unordered_set>

#include "base/hash.h"
#include "base/text.h"
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

/// Watches the parser: names of open objects, and texts that no table can hold.
class Watch {
 public:
  bool operator()(int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) names_.emplace_back();
    if (event == Json::parse_event_t::object_end) names_.pop_back();
    const bool is_key = event == Json::parse_event_t::key;
    if (is_key && !names_.back().insert(value.get<std::string>()).second) {
      problem = "json.doubled_name";
    }
    const bool is_text = is_key || (event == Json::parse_event_t::value && value.is_string());
    if (is_text && value.get_ref<const std::string&>().find('\0') != std::string::npos) {
      problem = "json.nul";
    }
    return true;
  }
  const char* problem = nullptr;

 private:
  std::vector<std::unordered_set<std::string>> names_;
};

std::string etag_of(std::string_view content) {
  constexpr std::size_t kLetters = 16;  // 96 bits of the digest
  return '"' + sha256(content).substr(0, kLetters) + '"';
}

/// Weakly compared, since nginx makes an ETag weak when it compresses: RFC 9110, section 13.1.2.
bool names_etag(std::string_view if_none_match, std::string_view etag) {
  for (std::string_view part : split(if_none_match, ',')) {
    part = trimmed(part);
    if (part.starts_with("W/")) part.remove_prefix(2);
    if (part == "*" || part == etag) return true;
  }
  return false;
}

}  // namespace

Response json_response(const Json& value, int status) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = value.dump();
  response.is_api = true;
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  response.is_api = true;
  return response;
}

Response revalidated(const Request& request, Response response) {
  const std::string etag = etag_of(response.body);
  response.headers.emplace_back("ETag", etag);
  response.revalidates = true;
  if (names_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

std::optional<Json> parse_json(std::string_view text, std::string& problem) {
  constexpr int kDeepest = 32;
  if (depth_of(text) > kDeepest) {
    problem = "json.too_deep";
    return std::nullopt;
  }
  Watch watch;
  Json value = Json::parse(text, std::ref(watch), false);
  if (value.is_discarded() || watch.problem != nullptr) {
    problem = watch.problem == nullptr ? "json.broken" : watch.problem;
    return std::nullopt;
  }
  return value;
}

Json json_body(const Request& request) {
  const std::string_view type = std::string_view(request.content_type);
  const std::string_view name = trimmed(type.substr(0, type.find(';')));
  if (name != "application/json" &&
      !(name.starts_with("application/") && name.ends_with("+json"))) {
    throw UnsupportedMediaType("content type '" + request.content_type + "'", {"json.media_type"});
  }
  std::string problem;
  auto value = parse_json(request.body, problem);
  if (!value) throw BadRequest("JSON body: " + problem, {problem});
  if (!value->is_object()) throw BadRequest("JSON is no object", {"json.no_object"});
  return std::move(*value);
}

Json json_body_if_any(const Request& request) {
  const bool is_empty = request.body.empty() && request.form.entries().empty();
  return is_empty ? Json::object() : json_body(request);
}

Response problem_response(const Request& request, int status, const Message& message,
                          const Json& more) {
  const std::string number = std::to_string(status);
  const std::string detail =
      request.say(message.empty() ? Message{"error." + number + ".text"} : message);
  Json problem{
      {"type", "about:blank"},
      {"title", request.site->messages.say("error." + number + ".title")},
      {"status", status},
      {"detail", detail},
      {"instance", request.path},
      {"request_id", request.id},
  };
  if (more.is_object()) problem.update(more);
  Response response = json_response(problem, status);
  response.content_type = "application/problem+json";
  return response;
}

Response fields_problem(const Request& request, std::span<const FieldProblem> problems) {
  Json errors = Json::array();
  for (const FieldProblem& problem : problems) {
    errors.push_back({{"field", problem.field}, {"message", request.say(problem.message)}});
  }
  return problem_response(request, 422, {}, Json::object({{"errors", errors}}));
}

}  // namespace web
