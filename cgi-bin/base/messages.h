/// messages.h - the sentences that C++ code says to visitors, kept in templates/messages.en.txt.
///
/// Lines "key = sentence"; {0}, {1} … stand for arguments. '#' starts a comment. A repository test
/// checks that every key used in cgi-bin/ exists.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class Messages {
 public:
  /// Throws std::runtime_error when the file cannot be read or a line is malformed.
  static Messages load(const std::string& file);

  bool has(std::string_view key) const { return sentences_.contains(key); }
  /// The sentence with its arguments put in; the key itself when there is none. Plain text: the
  /// template escapes it.
  std::string say(std::string_view key, std::span<const std::string> arguments = {}) const;
  /// All sentences whose keys start with "prefix.", by the rest of their keys: lists such as the
  /// countries' names.
  std::vector<std::pair<std::string, std::string>> list(std::string_view prefix) const;

 private:
  std::map<std::string, std::string, std::less<>> sentences_;
};
