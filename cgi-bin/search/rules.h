/// rules.h - what the shopkeeper tells the search about words: which mean the same, which say
/// nothing.
///
/// Source: table search_rule (sql/migrations/0220_search_rules.sql), queries in
///         sql/queries/search_rules.sql. An index reads it again when it changed.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "search/words.h"

namespace search {

enum class RuleKind {
  same,  // each of the words finds the others: sofa, couch, settee
  also,  // the words find what they mean, and not the other way round: tv -> television
  stop,  // the words are passed over; there is one such rule
};

struct Rule {
  std::int64_t id = 0;
  int version = 0;
  RuleKind kind = RuleKind::same;
  std::vector<std::string> words{};  // each one word or a few: "cell phone"
  std::vector<std::string> means{};
};

inline constexpr std::size_t kMostRuleWords = 400;  // of the stop words
inline constexpr std::size_t kMostSynonyms = 20;    // of one rule
inline constexpr std::size_t kMostPhrase = 4;       // words of a synonym
inline constexpr std::size_t kMostRuleText = 60;    // characters of one entry

/// The rules as a search asks them.
class WordRules {
 public:
  /// The usual stop words and nothing else.
  WordRules();
  WordRules(std::span<const Rule> rules, const Stemmer& stemmer);

  bool is_stop_word(std::string_view word) const;

  using Phrase = std::vector<std::string>;  // words, not stemmed
  struct Hit {
    std::size_t length = 0;  // words of the query that it is about; 0: there is no rule
    const std::vector<Phrase>* means = nullptr;
  };
  /// The rule for the longest run of words that begins at `at`.
  Hit find(std::span<const std::string> words, std::size_t at, const Stemmer& stemmer) const;
  bool has_synonyms() const { return !synonyms_.empty(); }

 private:
  std::set<std::string, std::less<>> stop_words_;
  std::map<std::string, std::vector<Phrase>> synonyms_;  // stems with blanks between them
};

/// "Sofa,  couch\n settee" -> sofa, couch, settee: cut at commas and line ends, each once.
std::vector<std::string> read_words(std::string_view text);

/// Those in force, the stop words last.
std::vector<Rule> list_rules(db::Connection& db);

enum class RuleOutcome { done, changed_meanwhile, no_such_rule };
/// Makes a rule (id 0; never one of stop words) or changes one, if it still has this version.
RuleOutcome save_rule(db::Connection& db, const Rule& rule);
/// Switches it off. The stop words stay: they can be emptied of all but one.
RuleOutcome remove_rule(db::Connection& db, std::int64_t id, int version);

}  // namespace search
