#include "chat/say.h"

#include <algorithm>

namespace chat {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// True when a number goes on over the edge between `left` and `right`: "1|5", "1|,5", "1.|5".
bool cuts_number(std::string_view text, std::size_t edge) {
  if (edge == 0 || edge >= text.size()) return false;
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const auto is_point = [](char c) { return c == '.' || c == ','; };
  if (is_digit(at(edge - 1)) && is_digit(at(edge))) return true;
  if (is_digit(at(edge - 1)) && is_point(at(edge)) && is_digit(at(edge + 1))) return true;
  return edge >= 2 && is_digit(at(edge - 2)) && is_point(at(edge - 1)) && is_digit(at(edge));
}

void cover(std::string_view text, std::string_view value, std::vector<bool>& covered) {
  if (value.empty()) return;
  for (std::size_t at = text.find(value); at != std::string_view::npos;
       at = text.find(value, at + 1)) {
    if (cuts_number(text, at) || cuts_number(text, at + value.size())) continue;
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), value.size(), true);
  }
}

}  // namespace

Said say(const Answer& answer, const Wording& wording) {
  Said said;
  for (const Line& line : answer.lines) {
    std::vector<std::string> arguments;
    for (const Value& value : line.values) {
      const std::string text = value.is_key ? wording(value.text, {}) : value.text;
      arguments.push_back(text);
      const bool is_told = std::ranges::any_of(said.facts, [&](const Fact& fact) {
        return fact.source == value.source && fact.value == text;
      });
      if (!is_told && !text.empty()) said.facts.push_back({value.source, text});
    }
    if (!said.text.empty()) said.text += '\n';
    said.text += wording(line.key, arguments);
  }
  return said;
}

bool is_founded(std::string_view text, std::span<const Fact> facts) {
  std::vector<bool> covered(text.size(), false);
  for (const Fact& fact : facts) cover(text, fact.value, covered);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i]) && !covered[i]) return false;
  }
  return true;
}

}  // namespace chat
