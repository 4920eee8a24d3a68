/// reword.h - lets a language model word an answer, and keeps the built-in words when what comes
/// back says anything that the facts do not.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "chat/conversation.h"
#include "chat/language_model.h"
#include "chat/model_tools.h"

namespace chat {

/// Replaces answer.text when the model's words pass the check, and notes in engine, model_version
/// and llm_outcome what happened. The model may look up more by `look_up`; rules, prompt, functions
/// and what they return stay within model.prompt_tokens(), else it is not asked or not answered.
void reword(db::Connection& db, LanguageModel& model, const std::string& question,
            const LookUp& look_up, AnswerText& answer);

/// What the model is told: the visitor's words and the shop's data are marked as data. As many
/// facts as fit into so many tokens; empty when not even the answer does.
std::string model_prompt(const std::string& question, const AnswerText& answer, int tokens);

/// True when the text has no digit without a fact, no address, no markup, is not longer than an
/// answer may be, and says at least one of the facts, when there are any. Products are checked
/// against the catalogue by reword().
bool is_faithful(std::string_view text, std::span<const Fact> facts);

}  // namespace chat
