/// reword.h - lets a language model word an answer, and keeps the built-in words when what comes
/// back says anything that the facts do not.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "chat/conversation.h"
#include "chat/language_model.h"

namespace chat {

/// Replaces answer.text when the model's words pass the check, and notes in engine, model_version
/// and llm_outcome what happened.
void reword(db::Connection& db, LanguageModel& model, const std::string& question,
            AnswerText& answer);

/// What the model is told: the visitor's words and the shop's data are marked as data.
std::string model_prompt(const std::string& question, const AnswerText& answer);

/// True when the text has no digit without a fact, no address, no markup, is not longer than an
/// answer may be, and says at least one of the facts, when there are any. Products are checked
/// against the catalogue by reword().
bool is_faithful(std::string_view text, std::span<const Fact> facts);

}  // namespace chat
