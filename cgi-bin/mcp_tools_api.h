/// mcp_tools_api.h - what assistants elsewhere can do: one function a tool of
/// templates/api/mcp.en.json.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "shop.h"
#include "web/json_form.h"

/// What a tool cannot do, in a sentence for the assistant that called it.
class ToolRefusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The tool's result as a JSON object; nothing for an unknown tool. Throws ToolRefusal, and
/// web::BadFields for bad arguments.
std::optional<web::Json> call_tool(const web::Request& request, Shop& shop, const std::string& name,
                                   const web::Json& arguments);
