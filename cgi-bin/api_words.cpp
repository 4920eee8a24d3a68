#include "api_words.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "version.h"

namespace {

using web::Json;

Json read_file(const std::string& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file + ": cannot be read");
  return Json::parse(input);
}

std::string key_of(const web::Route& route) {
  return std::string(route.method) + " " + std::string(route.path);
}

Json schema_ref(const std::string& name) {
  return Json::object({{"$ref", "#/components/schemas/" + name}});
}

Json content(const std::string& type, Json schema) {
  return Json::object({{type, Json::object({{"schema", std::move(schema)}})}});
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// The {parts} of a path: all of them are ids.
Json path_parameters(std::string_view path) {
  Json list = Json::array();
  for (std::size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
    const std::string name(path.substr(at + 1, path.find('}', at) - at - 1));
    list.push_back({{"name", name},
                    {"in", "path"},
                    {"required", true},
                    {"schema", {{"type", "integer"}, {"minimum", 1}}}});
  }
  return list;
}

Json parameters_of(const web::Route& route, const Json& words) {
  Json list = path_parameters(route.path);
  const auto add = [&](const std::string& name) {
    list.push_back(Json::object({{"$ref", "#/components/parameters/" + name}}));
  };
  for (const char* group : {"query", "headers"}) {
    if (!words.contains(group)) continue;
    for (const Json& name : words.at(group)) add(name.get<std::string>());
  }
  if (words.value("etag", false)) add("If-None-Match");
  return list;
}

Json body_of(const Json& words) {
  if (words.value("multipart", false)) {
    const Json file{{"type", "string"}, {"contentMediaType", "application/octet-stream"}};
    const Json fields{{"type", "object"},
                      {"required", {"product_id", "image"}},
                      {"properties",
                       {{"product_id", {{"type", "integer"}, {"minimum", 1}}},
                        {"image", file},
                        {"alt", {{"type", "string"}, {"maxLength", 200}}}}}};
    return {{"required", true}, {"content", content("multipart/form-data", fields)}};
  }
  if (!words.contains("body")) return nullptr;
  Json media = content("application/json", schema_ref(words.at("body").get<std::string>()));
  if (words.contains("example")) media["application/json"]["example"] = words.at("example");
  return {{"required", !words.value("optional_body", false)}, {"content", std::move(media)}};
}

Json good_answer(const Json& words) {
  Json answer{{"description", words.at("summary")}};
  if (words.contains("text")) {
    const Json text{{"type", "string"}};
    answer["content"] = content(words.at("text").get<std::string>(), text);
  } else if (words.contains("answer")) {
    answer["content"] =
        content("application/json", schema_ref(words.at("answer").get<std::string>()));
    if (words.value("stream", false)) {
      answer["content"]["text/event-stream"]["schema"] = Json::object({{"type", "string"}});
    }
  }
  return answer;
}

/// Which refusals a row can give: those of its kind, and those that its words name.
std::vector<int> refusals_of(const web::Route& route, const Json& words) {
  std::vector<int> list{422, 429};
  if (words.contains("body") || words.value("multipart", false)) {
    list.insert(list.end(), {400, 413, 415});
  }
  if (route.access != web::Access::anyone) list.insert(list.end(), {401, 403});
  if (route.path.find('{') != std::string_view::npos) list.push_back(404);
  if (words.contains("problems")) {
    for (const Json& status : words.at("problems")) list.push_back(status.get<int>());
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

Json answers_of(const web::Site& site, const web::Route& route, const Json& words) {
  Json answers = Json::object();
  const std::string status = std::to_string(words.value("status", 200));
  answers[status] = good_answer(words);
  if (words.contains("also")) {
    for (const Json& other : words.at("also")) {
      answers[std::to_string(other.get<int>())] = answers[status];
    }
  }
  if (words.contains("also_status")) {
    answers[std::to_string(words.at("also_status").get<int>())] =
        Json::object({{"description", words.at("summary")}});
  }
  if (words.value("etag", false)) {
    answers["304"] = Json::object({{"description", site.messages.say("api.not_modified")}});
  }
  for (const int refusal : refusals_of(route, words)) {
    const std::string number = std::to_string(refusal);
    // 503 of /health is an answer of its own shape.
    const bool is_health = refusal == 503 && words.contains("answer");
    const Json schema =
        schema_ref(is_health ? words.at("answer").get<std::string>() : std::string("Problem"));
    answers[number] = {
        {"description", site.messages.say("error." + number + ".title")},
        {"content", content(is_health ? "application/json" : "application/problem+json", schema)}};
  }
  return answers;
}

Json security_of(web::Access access) {
  if (access == web::Access::anyone) return Json::array();
  Json ways = Json::array();
  for (const char* way : {"bearer", "api_key"}) {
    ways.push_back(Json::object({{way, Json::array()}}));
  }
  return ways;
}

/// Names must be unique: other names of a row get their path behind the first one's id.
std::string operation_id(const web::Route& route, const Json& words, bool is_alias) {
  std::string id = words.at("id").get<std::string>();
  if (!is_alias) return id;
  for (const char c : route.path) {
    if (c == '/' || c == '-' || c == '_') {
      id += '_';
    } else if (c != '{' && c != '}') {
      id += c;
    }
  }
  return id;
}

Json operation_of(const web::Site& site, const web::Route& route, const Json& words,
                  bool is_alias) {
  Json operation{{"operationId", operation_id(route, words, is_alias)},
                 {"summary", words.at("summary")},
                 {"tags", {words.at("tag")}},
                 {"x-role", role_text(route.access)},
                 {"security", security_of(route.access)}};
  Json parameters = parameters_of(route, words);
  if (!parameters.empty()) operation["parameters"] = std::move(parameters);
  Json body = body_of(words);
  if (!body.is_null()) operation["requestBody"] = std::move(body);
  operation["responses"] = answers_of(site, route, words);
  return operation;
}

Json security_schemes() {
  return {{"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}},
          {"api_key", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-API-Key"}}}};
}

}  // namespace

ApiWords ApiWords::load(const std::string& templates) {
  const Json operations = read_file(templates + "/api/operations.en.json");
  const Json schemas = read_file(templates + "/api/schemas.en.json");
  return {operations.at("info"), operations.at("tags"), operations.at("operations"),
          schemas.at("schemas"), schemas.at("parameters")};
}

const Json* ApiWords::find(const web::Route& route) const {
  auto found = operations.find(key_of(route));
  if (found == operations.end()) return nullptr;
  const auto other = found->find("same_as");
  if (other == found->end()) return &*found;
  found = operations.find(other->get<std::string>());
  return found == operations.end() ? nullptr : &*found;
}

std::string role_text(web::Access access) {
  switch (access) {
    case web::Access::anyone: return "anyone";
    case web::Access::customer: return "customer";
    case web::Access::order_owner: return "the order's owner, or staff: orders";
    case web::Access::staff: return "staff";
    case web::Access::admin: return "admin";
    default: return "staff: " + std::string(web::to_text(access));
  }
}

Json make_openapi(const web::Site& site, std::span<const web::Route> routes,
                  const ApiWords& words) {
  Json paths = Json::object();
  for (const web::Route& route : routes) {
    if (route.kind == web::Kind::page) continue;
    const Json* found = words.find(route);
    if (found == nullptr) throw std::logic_error("no words about " + key_of(route));
    const bool is_alias = words.operations.at(key_of(route)).contains("same_as");
    paths[std::string(route.path)][lower(route.method)] =
        operation_of(site, route, *found, is_alias);
  }
  Json info{{"title", site.shop_name}, {"version", kVersion}};
  info.update(words.info);
  info["license"] = {{"name", "MIT"}, {"identifier", "MIT"}};
  return {{"openapi", "3.1.0"},
          {"info", std::move(info)},
          {"servers",
           Json::array({Json::object({{"url", site.base_url.empty() ? "/" : site.base_url}})})},
          {"tags", words.tags},
          {"paths", std::move(paths)},
          {"components",
           {{"schemas", words.schemas},
            {"parameters", words.parameters},
            {"securitySchemes", security_schemes()}}}};
}
