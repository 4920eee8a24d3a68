#include "search/understand.h"

#include <algorithm>
#include <cmath>
#include <regex>

#include "base/text.h"
#include "search/spelling.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 24;         // of a query; more say nothing new
constexpr std::size_t kMostText = 400;         // bytes that are looked at
constexpr std::size_t kMostAlternatives = 24;  // words that a beginning may stand for

/// Takes a price out of the text: cuts the matched part away and returns the amount.
std::optional<Money> take_price(std::string& text, const std::regex& pattern) {
  std::smatch match;
  if (!std::regex_search(text, match, pattern)) return std::nullopt;
  const auto amount = parse_money(match[1].str());
  if (!amount) return std::nullopt;
  text = match.prefix().str() + " " + match.suffix().str();
  return amount;
}

void read_prices(std::string& text, Understanding& result) {
  static const std::regex between(
      R"(\b(?:between|from)\s+\$?(\d[\d.,]*)\s+(?:and|to)\s+\$?(\d[\d.,]*))", std::regex::icase);
  static const std::regex below(
      R"(\b(?:under|below|less than|cheaper than|up to|at most|max)\s+\$?(\d[\d.,]*)(?:\s*(?:dollars|usd|\$))?)",
      std::regex::icase);
  static const std::regex above(
      R"(\b(?:over|above|more than|at least|from|min)\s+\$?(\d[\d.,]*)(?:\s*(?:dollars|usd|\$))?)",
      std::regex::icase);
  std::smatch match;
  if (std::regex_search(text, match, between)) {
    result.min_price = parse_money(match[1].str());
    result.max_price = parse_money(match[2].str());
    text = match.prefix().str() + " " + match.suffix().str();
    return;
  }
  result.max_price = take_price(text, below);
  result.min_price = take_price(text, above);
}

bool add_alternative(const Index& index, QueryTerm& term, const std::string& word) {
  const std::uint32_t id = index.term_id(index.stemmer().stem(word));
  if (id == Index::kNoTerm) return false;
  const auto& known = term.alternatives;
  if (std::find(known.begin(), known.end(), id) == known.end()) term.alternatives.push_back(id);
  return true;
}

/// Words that begin like this one: people search while they still think of the ending.
void add_completions(const Index& index, QueryTerm& term) {
  if (term.word.size() < 2) return;
  index.vocabulary().for_beginning(term.word, [&](const std::string& word) {
    add_alternative(index, term, word);
    return term.alternatives.size() < kMostAlternatives;
  });
}

/// Words that hold this one inside: "phone" in "headphone".
void add_containing(const Index& index, QueryTerm& term) {
  if (term.word.size() < 3) return;
  const Vocabulary& vocabulary = index.vocabulary();
  for (std::size_t length = term.word.size() + 1; length <= vocabulary.longest(); ++length) {
    for (const Vocabulary::Word& word : vocabulary.of_length(length)) {
      if (word.text->find(term.word) != std::string::npos) add_alternative(index, term, *word.text);
      if (term.alternatives.size() >= kMostAlternatives) return;
    }
  }
}

/// How many products hold both words.
std::size_t count_together(const Index& index, std::uint32_t a, std::uint32_t b) {
  const auto& left = index.postings_of(a);
  const auto& right = index.postings_of(b);
  std::size_t count = 0;
  auto l = left.begin();
  auto r = right.begin();
  while (l != left.end() && r != right.end()) {
    if (l->slot == r->slot) {
      ++count;
      ++l;
      ++r;
    } else if (l->slot < r->slot) {
      ++l;
    } else {
      ++r;
    }
  }
  return count;
}

/// Mends words that the shop does not know, with an eye on the other words of the query: of
/// "ladder" and "letter", "step latter" means the one that stands beside "step" in products.
class Mender {
 public:
  Mender(const Index& index, const std::vector<std::string>& words) : index_(index) {
    for (const std::string& word : words) {
      const std::uint32_t id = index.term_id(index.stemmer().stem(word));
      if (id != Index::kNoTerm) known_.push_back(id);
    }
  }

  /// What the word was meant to be: one word, or two; empty when nobody can tell.
  std::vector<std::string> mended(const std::string& word) const {
    std::vector<std::string> best;
    double best_score = -1e9;
    for (const Guess& guess : guesses(index_.vocabulary(), word, kMostGuesses, !known_.empty())) {
      const double backing = context({guess.word});
      const double score = guess.score + backing;
      const bool is_unsure = allowed_errors(word) == 0 && backing == 0;
      if (score <= best_score || is_unsure) continue;
      best_score = score;
      best = {guess.word};
    }
    for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
      const std::vector<std::string> parts = {word.substr(0, cut), word.substr(cut)};
      const double score = split_score(parts);
      if (score <= best_score) continue;
      best_score = score;
      best = parts;
    }
    return best;
  }

 private:
  static constexpr std::size_t kMostGuesses = 8;
  static constexpr std::size_t kShortestPart = 3;
  static constexpr double kContextWeight = 2;
  static constexpr double kSplitCost = 2;

  double context(const std::vector<std::string>& parts) const {
    if (known_.empty()) return 0;
    double sum = 0;
    for (const std::uint32_t other : known_) {
      for (const std::string& part : parts) {
        const std::uint32_t id = index_.term_id(index_.stemmer().stem(part));
        if (id == Index::kNoTerm || id == other) continue;
        sum += std::log1p(static_cast<double>(count_together(index_, id, other)));
      }
    }
    return kContextWeight * sum / static_cast<double>(known_.size() * parts.size());
  }

  /// A forgotten space is a slight slip, but only where the shop writes the parts together.
  double split_score(const std::vector<std::string>& parts) const {
    const Vocabulary& vocabulary = index_.vocabulary();
    if (!vocabulary.contains(parts[0]) || !vocabulary.contains(parts[1])) return -1e9;
    const std::uint32_t head = index_.term_id(index_.stemmer().stem(parts[0]));
    const std::uint32_t tail = index_.term_id(index_.stemmer().stem(parts[1]));
    const std::size_t together = count_together(index_, head, tail);
    if (together == 0) return -1e9;
    return std::log(static_cast<double>(together)) - kSplitCost + context(parts);
  }

  const Index& index_;
  std::vector<std::uint32_t> known_;  // term ids of the query's other words
};

/// Finds what an unknown word may mean; true when its spelling changed.
bool mend(const Index& index, const Mender& mender, bool is_last, QueryTerm& term,
          std::vector<QueryTerm>& further) {
  if (is_last) {
    add_completions(index, term);
    if (!term.alternatives.empty()) return false;
  }
  const std::vector<std::string> better = mender.mended(term.word);
  if (!better.empty()) {
    term.word = better[0];
    add_alternative(index, term, better[0]);
    if (better.size() > 1) {
      QueryTerm second;
      second.word = better[1];
      add_alternative(index, second, better[1]);
      further.push_back(std::move(second));
    }
    return true;
  }
  add_completions(index, term);
  if (term.alternatives.empty()) add_containing(index, term);
  return false;
}

/// Two words that the shop writes as one: "flash light" -> "flashlight".
void join_words(const Index& index, std::vector<std::string>& words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const bool both_known =
        index.vocabulary().contains(words[at]) && index.vocabulary().contains(words[at + 1]);
    const std::string joined = words[at] + words[at + 1];
    if (both_known || joined.size() < 5 || !index.vocabulary().contains(joined)) continue;
    words[at] = joined;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

/// People part and join words as they like: each way finds the other.
void add_compounds(const Index& index, std::vector<QueryTerm>& terms) {
  for (std::size_t at = 0; at < terms.size(); ++at) {
    if (at + 1 < terms.size()) {
      const std::string joined = terms[at].word + terms[at + 1].word;
      if (joined.size() >= 5 && index.vocabulary().contains(joined)) {
        add_alternative(index, terms[at], joined);
        add_alternative(index, terms[at + 1], joined);
      }
    }
    if (!index.vocabulary().contains(terms[at].word)) continue;
    if (const auto parts = split_word(index.vocabulary(), terms[at].word)) {
      const Stemmer& stemmer = index.stemmer();
      terms[at].pair = {index.term_id(stemmer.stem(parts->first)),
                        index.term_id(stemmer.stem(parts->second))};
    }
  }
}

std::vector<std::string> meaningful_words(const std::string& text) {
  std::vector<std::string> words = words_of(text, kMostWords);
  std::vector<std::string> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [](const std::string& word) { return !is_stop_word(word); });
  // "the who": a query of nothing but small words means them.
  return kept.empty() ? words : kept;
}

}  // namespace

Understanding understand(const Index& index, const std::string& text, bool exact) {
  Understanding result;
  std::string rest = text.substr(0, kMostText);
  if (!exact) read_prices(rest, result);
  std::vector<std::string> words = meaningful_words(rest);
  if (!exact) join_words(index, words);

  const Mender mender(index, words);
  bool is_mended = false;
  for (const std::string& word : words) {
    QueryTerm term;
    term.word = word;
    std::vector<QueryTerm> further;
    const bool is_known = add_alternative(index, term, word);
    if (!is_known && !exact) {
      is_mended |= mend(index, mender, &word == &words.back(), term, further);
    }
    // The last word may still be in the making, whether it is a word already or not.
    if (is_known && !exact && &word == &words.back() && word.size() >= 3) {
      QueryTerm longer;
      longer.word = word;
      add_completions(index, longer);
      std::copy_if(longer.alternatives.begin(), longer.alternatives.end(),
                   std::back_inserter(term.beginnings),
                   [&](std::uint32_t id) { return id != term.alternatives.front(); });
    }
    if (term.alternatives.empty()) result.has_unknown_words = true;
    result.terms.push_back(std::move(term));
    for (QueryTerm& part : further) result.terms.push_back(std::move(part));
  }
  const std::string head = head_word(rest);
  result.head = result.terms.empty() ? 0 : result.terms.size() - 1;
  for (std::size_t at = 0; at < result.terms.size(); ++at) {
    if (result.terms[at].word == head) result.head = at;
  }
  if (!exact) add_compounds(index, result.terms);
  if (is_mended) {
    for (const QueryTerm& term : result.terms) {
      result.corrected_text += (result.corrected_text.empty() ? "" : " ") + term.word;
    }
  }
  return result;
}

}  // namespace search
