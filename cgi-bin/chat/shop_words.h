/// shop_words.h - what the shopkeeper taught: words that mean the same (the search's rules), and
/// wordings with what they mean or are answered with.
///
/// Source: pure; list_rules() of search/rules.h and list_templates() of answer_templates.h fill it.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "chat/answer_templates.h"
#include "chat/phrases.h"
#include "chat/wish.h"
#include "search/rules.h"

namespace chat {

class ShopWords {
 public:
  ShopWords() = default;
  ShopWords(std::span<const search::Rule> rules, std::span<const AnswerTemplate> templates,
            const Phrases& phrases);

  /// Other words for the same thing, by key (see key_of()); empty when there are none.
  const std::vector<Words>& synonyms(const std::string& key) const;
  /// True for every word of a rule: it is no typing error.
  bool knows(const std::string& base) const { return known_.contains(base); }
  /// The template of this wording, or nullptr. Small words ("the", "please") do not count unless
  /// the wording has no others, "*" stands for up to five words, and all of the sentence must fit.
  const AnswerTemplate* find(const std::vector<Token>& tokens, const Phrases& phrases) const;

 private:
  struct Pattern {
    Words words{};          // "*" for any
    bool is_small = false;  // only small words: they all count
    AnswerTemplate meant{};
  };
  std::map<std::string, std::vector<Words>, std::less<>> synonyms_;
  std::set<std::string, std::less<>> known_;
  std::vector<Pattern> patterns_;
};

}  // namespace chat
