/// phrases.h - how people say things: the wording that the assistant understands, as data.
///
/// Source: templates/chat/phrases.<language>.txt; the file explains itself.
/// Errors: PhraseError with file, line and reason; found at start.
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "chat/normalise.h"

namespace chat {

class PhraseError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A phrase found in a sentence: tokens [begin, end).
struct Hit {
  std::string_view key{};  // "price-below"; lives as long as the Phrases
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> matched{};  // the tokens in it that a '*' did not pass over
  std::vector<std::size_t> numbers{};  // those that stand for NUMBER or CODE
};

class Phrases {
 public:
  static Phrases load(const std::string& file);
  /// The same from text; `name` is for error messages.
  static Phrases parse(std::string_view text, const std::string& name);

  /// Every phrase in the sentence, longer ones first.
  std::vector<Hit> find(const std::vector<Token>& tokens) const;

  /// Words that carry no wish by themselves: "please", "the", "show".
  bool is_common(const std::string& word) const { return common_.contains(word); }
  /// True for every word of the file.
  bool knows(const std::string& word) const { return words_.contains(word); }
  const std::unordered_set<std::string>& words() const { return words_; }

  /// True for the key of an attribute whose values are kinds of things: "Tag: mascara".
  bool names_kinds(const std::string& key) const { return kinds_.contains(key); }

  /// Other words for the same thing, by key: "sofa" -> "couch", "settee".
  const std::vector<std::string>& synonyms(const std::string& key) const;

 private:
  struct Node {
    std::map<std::string, int, std::less<>> words{};
    int number = -1;
    int code = -1;
    int gap = -1;
    std::vector<int> ends{};  // which keys
  };
  void add_line(std::string_view line);
  void add_pattern(int key, std::string_view pattern);
  void add_path(int key, const std::vector<std::string>& elements);
  int child(int node, const std::string& element);
  void walk(const std::vector<Token>& tokens, int node, std::size_t at, int gap_left, Hit& hit,
            std::vector<Hit>& found) const;

  std::vector<std::string> keys_;
  std::vector<Node> nodes_{Node{}};
  std::unordered_set<std::string> common_;
  std::unordered_set<std::string> kinds_;  // keys of attributes
  std::unordered_set<std::string> words_;
  std::map<std::string, std::vector<std::string>, std::less<>> synonyms_;
};

}  // namespace chat
