/// mcp_api.cpp - POST /api/mcp: Model Context Protocol, so that assistants elsewhere can shop here.
///
/// Source: Model Context Protocol 2025-06-18 (streamable HTTP, answers as plain JSON),
/// JSON-RPC 2.0.
/// Test:   tests/page/machines_api_test.cpp

#include "mcp_api.h"

#include <array>
#include <fstream>
#include <map>

#include "mcp_tools_api.h"
#include "version.h"

namespace {

using web::Json;

constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr std::array<std::string_view, 3> kProtocols = {"2025-06-18", "2025-03-26", "2024-11-05"};

const Json& words_of(const Shop& shop) {
  static std::map<std::string, Json> loaded;
  const std::string file = shop.config.templates + "/api/mcp.en.json";
  const auto found = loaded.find(file);
  if (found != loaded.end()) return found->second;
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file + ": cannot be read");
  return loaded.emplace(file, Json::parse(input)).first->second;
}

web::Response answer(const Json& id, const char* member, Json content) {
  Json json{{"jsonrpc", "2.0"}, {"id", id}};
  json[member] = std::move(content);
  return web::json_response(json);
}

web::Response error(const web::Request& request, const Json& id, int code,
                    const web::Message& message) {
  return answer(id, "error", {{"code", code}, {"message", request.say(message)}});
}

Json initialize(const web::Request& request, Shop& shop, const Json& params) {
  std::string_view protocol = kProtocols.front();
  const auto wanted = params.find("protocolVersion");
  for (const std::string_view known : kProtocols) {
    if (wanted != params.end() && *wanted == known) protocol = known;
  }
  return {{"protocolVersion", protocol},
          {"capabilities", {{"tools", Json::object()}}},
          {"serverInfo", {{"name", request.site->shop_name}, {"version", kVersion}}},
          {"instructions", words_of(shop).at("instructions")}};
}

Json tool_result(Json content, bool is_error) {
  const std::string text = content.is_string() ? content.get<std::string>() : content.dump();
  Json result{{"content", Json::array({Json{{"type", "text"}, {"text", text}}})}};
  if (content.is_object()) result["structuredContent"] = std::move(content);
  result["isError"] = is_error;
  return result;
}

std::string problems_text(const web::Request& request, const web::BadFields& bad) {
  std::string text;
  for (const web::FieldProblem& problem : bad.problems()) {
    text += (text.empty() ? "" : " ") + problem.field + ": " + request.say(problem.message);
  }
  return text;
}

web::Response call(const web::Request& request, Shop& shop, const Json& id, const Json& params) {
  const auto name = params.find("name");
  const auto sent = params.find("arguments");
  const Json arguments = sent == params.end() ? Json::object() : *sent;
  if (name == params.end() || !name->is_string() || !arguments.is_object()) {
    return error(request, id, kInvalidParams, {"api.mcp_bad_request"});
  }
  try {
    auto result = call_tool(request, shop, name->get<std::string>(), arguments);
    if (!result) return error(request, id, kInvalidParams, {"api.mcp_unknown_tool"});
    return answer(id, "result", tool_result(std::move(*result), false));
  } catch (const web::BadFields& bad) {
    return error(request, id, kInvalidParams,
                 {"api.mcp_bad_arguments", {problems_text(request, bad)}});
  } catch (const ToolRefusal& refusal) {
    return answer(id, "result", tool_result(Json(refusal.what()), true));
  }
}

}  // namespace

web::Response api_mcp(const web::Request& request, Shop& shop) {
  std::string problem;
  if (!request.content_type.starts_with("application/json")) {
    throw web::UnsupportedMediaType("MCP", {"json.media_type"});
  }
  const auto body = web::parse_json(request.body, problem);
  if (!body) return error(request, nullptr, kParseError, {problem});
  const bool is_request = body->is_object() && body->value("jsonrpc", Json()) == "2.0" &&
                          body->contains("method") && body->at("method").is_string();
  if (!is_request) return error(request, nullptr, kInvalidRequest, {"api.mcp_bad_request"});
  const auto sent_id = body->find("id");
  // A notification: nobody waits for an answer.
  if (sent_id == body->end()) {
    web::Response response = web::no_content();
    response.status = 202;
    return response;
  }
  const Json& id = *sent_id;
  if (!id.is_string() && !id.is_number_integer()) {
    return error(request, nullptr, kInvalidRequest, {"api.mcp_bad_request"});
  }
  const Json params = body->value("params", Json::object());
  if (!params.is_object()) return error(request, id, kInvalidParams, {"api.mcp_bad_request"});
  const std::string method = body->at("method").get<std::string>();
  if (method == "initialize") return answer(id, "result", initialize(request, shop, params));
  if (method == "ping") return answer(id, "result", Json::object());
  if (method == "tools/list") {
    return answer(id, "result", Json::object({{"tools", words_of(shop).at("tools")}}));
  }
  if (method == "tools/call") return call(request, shop, id, params);
  return error(request, id, kMethodNotFound, {"api.mcp_unknown_method"});
}
