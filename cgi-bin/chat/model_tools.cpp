#include "chat/model_tools.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace chat {
namespace {

using Json = nlohmann::json;

/// A verb; visitors never read these words.
struct Tool {
  std::string_view name;
  std::string_view description;
  std::string_view argument;  // its only one; empty: none
  std::string_view meaning;   // of the argument
  Intent intent;
};

constexpr std::array<Tool, 8> kTools = {{
    {"search_products", "Products that fit words, with prices and stock", "query",
     "a few words: kind, colour, brand, price limit", Intent::find},
    {"product_details", "Price, stock, description and rating of a product", "product",
     "its name or a few words", Intent::detail},
    {"stock_count", "How many pieces of a product are left", "product", "its name", Intent::stock},
    {"compare_products", "Two or more products side by side", "products",
     "their names with 'and' between", Intent::compare},
    {"best_sellers", "What sells best", "query", "a kind of product, or empty for all",
     Intent::top_sellers},
    {"shop_policy", "What the shop promises", "topic",
     "one of: shipping, returns, payment, privacy, terms", Intent::policy},
    {"order_status", "Where an order of this visitor is", "number",
     "the order's number, or empty for the latest", Intent::order_status},
    {"past_orders", "What this visitor bought", "query", "a product, or empty for all",
     Intent::order_history},
}};

constexpr std::size_t kLongestArgument = 200;  // characters

ToolResult problem(std::string_view what) {
  return {.text = Json{{"error", what}}.dump()};
}

bool may_be_empty(const Tool& tool) {
  return tool.meaning.find("empty") != std::string_view::npos;
}

/// The only argument, when the call has the right shape.
std::optional<std::string> argument_of(const Tool& tool, const std::string& arguments) {
  const Json json = Json::parse(arguments.empty() ? "{}" : arguments, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto found = json.find(std::string(tool.argument));
  if (found == json.end()) {
    return may_be_empty(tool) ? std::optional<std::string>("") : std::nullopt;
  }
  if (!found->is_string() && !found->is_number_integer()) return std::nullopt;
  const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
  if (!is_clean_utf8(text) || count_characters(text) > kLongestArgument) return std::nullopt;
  const std::string value(trimmed(text));
  if (value.empty() && !may_be_empty(tool)) return std::nullopt;
  return value;
}

Lookup lookup_of(const Tool& tool, const std::string& argument) {
  Lookup lookup{.intent = tool.intent};
  if (tool.intent == Intent::policy) {
    lookup.policy = to_lower(argument);
  } else if (tool.intent == Intent::order_status) {
    lookup.order_number = argument.starts_with('#') ? argument.substr(1) : argument;
  } else {
    lookup.words = argument;
  }
  return lookup;
}

}  // namespace

std::string tool_list() {
  Json list = Json::array();
  for (const Tool& tool : kTools) {
    Json parameters = {
        {"type", "object"},
        {"properties",
         {{std::string(tool.argument), {{"type", "string"}, {"description", tool.meaning}}}}},
        {"required", Json::array()}};
    if (!may_be_empty(tool)) parameters["required"].push_back(tool.argument);
    list.push_back({{"type", "function"},
                    {"function",
                     {{"name", tool.name},
                      {"description", tool.description},
                      {"parameters", std::move(parameters)}}}});
  }
  return list.dump();
}

ToolResult run_tool(const ToolCall& call, const LookUp& look_up) {
  const auto tool = std::ranges::find(kTools, call.name, &Tool::name);
  if (tool == kTools.end()) return problem("there is no such function");
  const auto argument = argument_of(*tool, call.arguments);
  if (!argument) return problem("the arguments do not fit");
  Said said = look_up(lookup_of(*tool, *argument));
  // The words of a call are the model's own: repeated, they prove nothing.
  std::erase_if(said.facts, [](const Fact& fact) { return fact.source == kFromQuestion; });
  Json json = {{"says", said.text}};
  return {json.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(said.facts)};
}

}  // namespace chat
