#include "search/understand.h"

#include <algorithm>
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
  const auto& vocabulary = index.vocabulary();
  for (auto at = vocabulary.lower_bound(term.word);
       at != vocabulary.end() && at->first.starts_with(term.word); ++at) {
    add_alternative(index, term, at->first);
    if (term.alternatives.size() >= kMostAlternatives) return;
  }
}

/// Words that hold this one inside: "phone" in "headphone".
void add_containing(const Index& index, QueryTerm& term) {
  if (term.word.size() < 3) return;
  for (const auto& [word, count] : index.vocabulary()) {
    if (word.find(term.word) != std::string::npos) add_alternative(index, term, word);
    if (term.alternatives.size() >= kMostAlternatives) return;
  }
}

/// Mends a word that the shop does not know; true when its spelling changed.
bool mend(const Index& index, QueryTerm& term, std::vector<QueryTerm>& further) {
  if (const auto parts = split_word(index, term.word)) {
    term.word = parts->first;
    add_alternative(index, term, parts->first);
    QueryTerm second;
    second.word = parts->second;
    add_alternative(index, second, parts->second);
    further.push_back(std::move(second));
    return true;
  }
  add_completions(index, term);
  if (!term.alternatives.empty()) return false;
  if (const auto better = corrected(index, term.word)) {
    term.word = *better;
    add_alternative(index, term, *better);
    return true;
  }
  add_containing(index, term);
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

  bool is_mended = false;
  for (const std::string& word : words) {
    QueryTerm term;
    term.word = word;
    std::vector<QueryTerm> further;
    const bool is_known = add_alternative(index, term, word);
    if (!is_known && !exact) is_mended |= mend(index, term, further);
    // The last word may still be in the making, whether it is a word already or not.
    if (is_known && !exact && &word == &words.back() && word.size() >= 3) {
      add_completions(index, term);
    }
    if (term.alternatives.empty()) result.has_unknown_words = true;
    result.terms.push_back(std::move(term));
    for (QueryTerm& part : further) result.terms.push_back(std::move(part));
  }
  if (is_mended) {
    for (const QueryTerm& term : result.terms) {
      result.corrected_text += (result.corrected_text.empty() ? "" : " ") + term.word;
    }
  }
  return result;
}

}  // namespace search
