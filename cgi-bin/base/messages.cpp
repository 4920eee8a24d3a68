#include "base/messages.h"

#include <fstream>
#include <stdexcept>

#include "base/text.h"

Messages Messages::load(const std::string& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file + ": cannot be read");
  Messages messages;
  std::string line;
  for (int number = 1; std::getline(input, line); ++number) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const std::size_t equals = text.find(" = ");
    if (equals == std::string_view::npos) {
      throw std::runtime_error(file + ":" + std::to_string(number) + ": expected 'key = sentence'");
    }
    messages.sentences_.emplace(trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 3)));
  }
  return messages;
}

std::vector<std::pair<std::string, std::string>> Messages::list(std::string_view prefix) const {
  const std::string start = std::string(prefix) + ".";
  std::vector<std::pair<std::string, std::string>> found;
  for (auto at = sentences_.lower_bound(start);
       at != sentences_.end() && at->first.starts_with(start); ++at) {
    found.emplace_back(at->first.substr(start.size()), at->second);
  }
  return found;
}

std::string Messages::say(std::string_view key, std::span<const std::string> arguments) const {
  const auto found = sentences_.find(key);
  if (found == sentences_.end()) return std::string(key);
  std::string sentence;
  const std::string& pattern = found->second;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_slot = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' &&
                         pattern[at + 1] >= '0' && pattern[at + 1] <= '9';
    if (!is_slot) {
      sentence += pattern[at];
      continue;
    }
    const auto slot = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (slot < arguments.size()) sentence += arguments[slot];
    at += 2;
  }
  return sentence;
}
