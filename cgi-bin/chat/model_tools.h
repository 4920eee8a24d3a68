/// model_tools.h - what a language model may look up while it words an answer: the read-only verbs
/// of the built-in assistant, with the rights of the visitor who asks.
///
/// Each result is what the assistant itself would say, with its facts: the check of what the model
/// makes of it (is_faithful() in reword.h) goes on governing. Nothing here changes anything.
/// Source: Ollama's and OpenAI's function calling; both take the same list of functions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "chat/language_model.h"
#include "chat/say.h"
#include "chat/understand.h"

namespace chat {

/// One look-up, in the assistant's own terms.
struct Lookup {
  Intent intent = Intent::find;
  std::string words{};         // what it is about
  std::string policy{};        // slug
  std::string order_number{};  // of the visitor's own orders; empty: the latest
};
using LookUp = std::function<Said(const Lookup& lookup)>;

/// The functions as JSON.
std::string tool_list();

struct ToolResult {
  std::string text{};  // JSON for the model: what was found, or what was wrong with the call
  std::vector<Fact> facts{};
};

/// Runs a call. Unknown names and arguments that do not fit are told to the model.
ToolResult run_tool(const ToolCall& call, const LookUp& look_up);

}  // namespace chat
