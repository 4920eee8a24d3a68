#include "chat/shop_words.h"

#include <algorithm>

#include "base/text.h"

namespace chat {
namespace {

constexpr std::size_t kMostSkipped = 5;  // words that a '*' stands for
constexpr const char* kGap = "*";

Words bases_of(const std::vector<Token>& tokens) {
  Words words;
  for (const Token& token : tokens) words.push_back(token.base);
  return words;
}

/// Without the small words; all of them when there are no others.
Words telling(const std::vector<Token>& tokens, const Phrases& phrases) {
  Words words;
  for (const Token& token : tokens) {
    if (!phrases.is_common(token.word) && !phrases.is_common(token.base)) {
      words.push_back(token.base);
    }
  }
  return words;
}

bool fits(std::span<const std::string> pattern, std::span<const std::string> words) {
  if (pattern.empty()) return words.empty();
  if (pattern.front() != kGap) {
    return !words.empty() && words.front() == pattern.front() &&
           fits(pattern.subspan(1), words.subspan(1));
  }
  for (std::size_t passed = 0; passed <= std::min(kMostSkipped, words.size()); ++passed) {
    if (fits(pattern.subspan(1), words.subspan(passed))) return true;
  }
  return false;
}

}  // namespace

ShopWords::ShopWords(std::span<const search::Rule> rules, std::span<const AnswerTemplate> templates,
                     const Phrases& phrases) {
  for (const search::Rule& rule : rules) {
    if (rule.kind == search::RuleKind::stop) continue;
    const auto& targets = rule.kind == search::RuleKind::same ? rule.words : rule.means;
    for (const std::string& word : rule.words) {
      const Words from = bases_of(normalise(word));
      if (from.empty()) continue;
      known_.insert(from.begin(), from.end());
      for (const std::string& target : targets) {
        Words to = bases_of(normalise(target));
        if (!to.empty() && to != from) synonyms_[key_of(word)].push_back(std::move(to));
      }
    }
  }
  for (const AnswerTemplate& meant : templates) {
    Pattern pattern{.meant = meant};
    for (const std::string_view part : split(meant.wording, '*')) {
      if (part.data() != meant.wording.data()) pattern.words.emplace_back(kGap);
      const Words words = telling(normalise(part), phrases);
      pattern.words.insert(pattern.words.end(), words.begin(), words.end());
    }
    pattern.is_small =
        std::ranges::all_of(pattern.words, [](const std::string& word) { return word == kGap; });
    if (pattern.is_small) pattern.words = bases_of(normalise(meant.wording));
    if (!pattern.words.empty()) patterns_.push_back(std::move(pattern));
  }
}

const std::vector<Words>& ShopWords::synonyms(const std::string& key) const {
  static const std::vector<Words> kNone;
  const auto found = synonyms_.find(key);
  return found == synonyms_.end() ? kNone : found->second;
}

const AnswerTemplate* ShopWords::find(const std::vector<Token>& tokens,
                                      const Phrases& phrases) const {
  if (patterns_.empty()) return nullptr;
  const Words all = bases_of(tokens);
  const Words words = telling(tokens, phrases);
  const auto found = std::ranges::find_if(patterns_, [&](const Pattern& pattern) {
    return fits(pattern.words, pattern.is_small ? all : words);
  });
  return found == patterns_.end() ? nullptr : &found->meant;
}

}  // namespace chat
