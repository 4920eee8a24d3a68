/// say.h - steps 5 and 6 of an answer: words, and the check that nothing in them is made up.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chat/answer.h"
#include "chat/conversation.h"

namespace chat {

/// Gives the sentence of a key with its arguments put in.
using Wording =
    std::function<std::string(const std::string& key, const std::vector<std::string>& arguments)>;

struct Said {
  std::string text{};         // one line a sentence
  std::vector<Fact> facts{};  // in the order of the text, each once
};

Said say(const Answer& answer, const Wording& wording);

/// True when every digit of the text is part of a fact's value: a number without a source is an
/// invention. "5" as a fact does not cover the 5 of "$15".
bool is_founded(std::string_view text, std::span<const Fact> facts);

}  // namespace chat
