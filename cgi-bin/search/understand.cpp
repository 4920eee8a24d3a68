#include "search/understand.h"

#include <algorithm>
#include <cmath>
#include <regex>

#include "base/text.h"
#include "search/rules.h"
#include "search/spelling.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 24;         // of a query; more say nothing new
constexpr std::size_t kMostText = 400;         // bytes that are looked at
constexpr std::size_t kMostAlternatives = 24;  // words that a beginning may stand for

bool is_number(const std::string& word) {
  return word[0] >= '0' && word[0] <= '9';
}

/// Takes a price out of the text: cuts the matched part away and returns the amount.
std::optional<Money> take_price(std::string& text, const std::regex& pattern) {
  std::smatch match;
  if (!std::regex_search(text, match, pattern)) return std::nullopt;
  const auto amount = parse_money(match[1].str());
  if (!amount) return std::nullopt;
  text = match.prefix().str() + " " + match.suffix().str();
  return amount;
}

/// An amount of money. What a unit follows is none: "under 30 inch", "over 50%", "from 2x4".
std::string amount_pattern() {
  return R"((?:\$|€|£)?\s*(\d[\d.,]*)(?:\s*(?:dollars?|bucks|usd|euros?|eur|\$|€))?)"
         R"((?!\s*(?:inch|in\b|ft\b|feet|foot|cm\b|mm\b|m\b|met[er]|yard|yd|lb|oz|kg|g\b|gal|gb|tb|)"
         R"(watt|w\b|volt|v\b|amp|pack|pc|piece|l\b|lit|degree|gram|k\b)|[\w"'%]))";
}

/// Most queries hold no number or none that is a price, and looking for patterns is dear.
bool may_hold_price(const std::string& text) {
  constexpr std::string_view kWords[] = {"between", "from",     "under", "below", "less than",
                                         "cheaper", "up to",    "over",  "above", "more than",
                                         "at most", "at least", "max",   "min"};
  if (text.find_first_of("0123456789") == std::string::npos) return false;
  const std::string lower = to_lower(text);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

void read_prices(std::string& text, Understanding& result) {
  if (!may_hold_price(text)) return;
  static const std::regex between(
      R"(\b(?:between|from)\s+)" + amount_pattern() + R"(\s+(?:and|to)\s+)" + amount_pattern(),
      std::regex::icase);
  static const std::regex below(
      R"(\b(?:under|below|less than|cheaper than|up to|at most|max|maximum)\s+)" + amount_pattern(),
      std::regex::icase);
  static const std::regex above(
      R"(\b(?:over|above|more than|at least|from|min|minimum)\s+)" + amount_pattern(),
      std::regex::icase);
  std::smatch match;
  if (std::regex_search(text, match, between)) {
    result.min_price = parse_money(match[1].str());
    result.max_price = parse_money(match[2].str());
    if (result.min_price && result.max_price && *result.min_price > *result.max_price) {
      std::swap(result.min_price, result.max_price);
    }
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
  if (term.word.size() < 2 || !index.steps().beginnings) return;
  index.vocabulary().for_beginning(term.word, [&](const std::string& word) {
    add_alternative(index, term, word);
    return term.alternatives.size() < kMostAlternatives;
  });
}

/// Words that hold this one inside: "phone" in "headphone".
void add_containing(const Index& index, QueryTerm& term) {
  if (term.word.size() < 3 || !index.steps().inner_words) return;
  const Vocabulary& vocabulary = index.vocabulary();
  const std::uint32_t letters = letters_of(term.word);
  for (std::size_t length = term.word.size() + 1; length <= vocabulary.longest(); ++length) {
    const Vocabulary::Words& words = vocabulary.of_length(length);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if ((letters & ~words.letters[at]) != 0) continue;
      if (words.text(at).find(term.word) == std::string_view::npos) continue;
      add_alternative(index, term, std::string(words.text(at)));
      if (term.alternatives.size() >= kMostAlternatives) return;
    }
  }
}

/// How many products hold both words.
std::size_t count_together(const Index& index, std::uint32_t a, std::uint32_t b) {
  const bool is_a_rarer = index.postings_of(a).size() < index.postings_of(b).size();
  const auto& left = index.postings_of(is_a_rarer ? a : b);
  const auto& right = index.postings_of(is_a_rarer ? b : a);
  constexpr std::size_t kLookUp = 16;  // one search in a list costs as much as passing so many
  if (left.size() * kLookUp < right.size()) {
    return static_cast<std::size_t>(
        std::count_if(left.begin(), left.end(), [&](const Posting& posting) {
          return std::binary_search(
              right.begin(), right.end(), posting,
              [](const Posting& x, const Posting& y) { return x.slot < y.slot; });
        }));
  }
  std::size_t count = 0;
  auto l = left.begin();
  auto r = right.begin();
  while (l != left.end() && r != right.end()) {
    const std::uint32_t left_slot = l->slot;
    const std::uint32_t right_slot = r->slot;
    count += left_slot == right_slot ? 1 : 0;
    l += left_slot <= right_slot ? 1 : 0;
    r += right_slot <= left_slot ? 1 : 0;
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
    double best_score = kNever;
    const std::size_t most = index_.steps().spelling ? kMostGuesses : 0;
    for (const Guess& guess : guesses(index_.vocabulary(), word, most, !known_.empty())) {
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
  static constexpr double kNever = -1e9;

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
    if (!index_.steps().compounds) return kNever;
    if (!vocabulary.contains(parts[0]) || !vocabulary.contains(parts[1])) return kNever;
    const std::uint32_t head = index_.term_id(index_.stemmer().stem(parts[0]));
    const std::uint32_t tail = index_.term_id(index_.stemmer().stem(parts[1]));
    const std::size_t together = count_together(index_, head, tail);
    if (together == 0) return kNever;
    return std::log(static_cast<double>(together)) - kSplitCost + context(parts);
  }

  const Index& index_;
  std::vector<std::uint32_t> known_;  // term ids of the query's other words
};

/// A known word that the shop hardly has beside its neighbours may be a slip for another one that
/// it has often beside them: "mosiac lamp", "extention ladder" (some name is misspelt as well).
void add_lookalikes(const Index& index, const std::vector<std::string>& words, std::size_t at,
                    QueryTerm& term) {
  constexpr std::size_t kSeldom = 3;    // products beside its neighbours
  constexpr std::size_t kOften = 10;    // times as many
  constexpr std::size_t kCommon = 100;  // one product in so many: a word that is certainly meant
  constexpr std::size_t kMostGuesses = 4;
  const std::uint32_t self = index.term_id(index.stemmer().stem(term.word));
  const std::size_t holders = index.postings_of(self).size();
  if (allowed_errors(term.word) == 0 || holders > kOften + index.size() / kCommon) return;
  std::vector<std::uint32_t> neighbours;
  const auto add_neighbour = [&](std::size_t other) {
    if (other >= words.size() || is_number(words[other])) return;
    const std::uint32_t id = index.term_id(index.stemmer().stem(words[other]));
    if (id != Index::kNoTerm && id != self) neighbours.push_back(id);
  };
  add_neighbour(at - 1);
  add_neighbour(at + 1);
  const auto beside = [&](std::uint32_t id) {
    std::size_t count = 0;
    for (const std::uint32_t neighbour : neighbours) count += count_together(index, neighbour, id);
    return count;
  };
  if (neighbours.empty()) return;
  const std::size_t usual = beside(self);
  if (usual > kSeldom) return;
  std::uint32_t best = Index::kNoTerm;
  std::size_t most = std::max<std::size_t>(1, usual) * kOften - 1;
  for (const Guess& guess : lookalikes(index.vocabulary(), term.word, kMostGuesses)) {
    const std::uint32_t id = index.term_id(index.stemmer().stem(guess.word));
    const std::size_t count = id == self ? 0 : beside(id);
    if (count <= most) continue;
    most = count;
    best = id;
  }
  if (best != Index::kNoTerm) term.lookalikes.push_back(best);
}

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
      terms[at].phrases.push_back(
          {index.term_id(stemmer.stem(parts->first)), index.term_id(stemmer.stem(parts->second))});
    }
  }
}

/// Adds what the shopkeeper says that the word means as well.
void add_synonym(const Index& index, const WordRules::Phrase& phrase, QueryTerm& term) {
  std::vector<std::uint32_t> ids;
  for (const std::string& word : phrase) {
    ids.push_back(index.term_id(index.stemmer().stem(word)));
    if (ids.back() == Index::kNoTerm) return;
  }
  if (ids.size() > 1) {
    term.phrases.push_back(std::move(ids));
    return;
  }
  const auto& known = term.alternatives;
  if (std::find(known.begin(), known.end(), ids[0]) == known.end()) {
    term.synonyms.push_back(ids[0]);
  }
}

/// For each word the rule that it is part of, or none.
std::vector<WordRules::Hit> find_rules(const WordRules& rules,
                                       const std::vector<std::string>& words,
                                       const Stemmer& stemmer) {
  std::vector<WordRules::Hit> hits(words.size());
  for (std::size_t at = 0; rules.has_synonyms() && at < words.size();) {
    const WordRules::Hit hit = rules.find(words, at, stemmer);
    for (std::size_t part = 0; part < hit.length; ++part) hits[at + part] = hit;
    at += std::max<std::size_t>(1, hit.length);
  }
  return hits;
}

std::vector<std::string> meaningful_words(const Index& index, const WordRules& rules,
                                          const std::string& text) {
  std::vector<std::string> words = words_of(text, kMostWords, index.steps().measures);
  if (!index.steps().stop_words) return words;
  std::vector<std::string> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [&](const std::string& word) { return !rules.is_stop_word(word); });
  // "the who": a query of nothing but small words means them.
  return kept.empty() ? words : kept;
}

/// The last word may still be in the making, whether it is a word already or not.
void add_beginnings(const Index& index, QueryTerm& term) {
  constexpr std::size_t kShortest = 3;
  if (term.word.size() < kShortest) return;
  QueryTerm longer;
  longer.word = term.word;
  add_completions(index, longer);
  std::copy_if(longer.alternatives.begin(), longer.alternatives.end(),
               std::back_inserter(term.beginnings),
               [&](std::uint32_t id) { return id != term.alternatives.front(); });
}

/// Cut within `most` bytes, never inside a character.
std::string beginning_of(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

Understanding understand(const Index& index, const Query& query) {
  Understanding result;
  const bool exact = query.exact;
  const Steps& steps = index.steps();
  const WordRules& rules = query.rules != nullptr ? *query.rules : index.rules();
  result.words_text = beginning_of(query.text, kMostText);
  if (!exact && !query.plain && steps.read_filters) read_prices(result.words_text, result);
  std::vector<std::string> words = meaningful_words(index, rules, result.words_text);
  if (!exact && steps.compounds) join_words(index, words);
  const auto hits = exact || !steps.synonyms ? std::vector<WordRules::Hit>(words.size())
                                             : find_rules(rules, words, index.stemmer());

  const Mender mender(index, words);
  bool is_mended = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    QueryTerm term;
    term.word = words[at];
    term.typed = words[at];
    std::vector<QueryTerm> further;
    const bool is_last = at + 1 == words.size();
    const bool is_known = add_alternative(index, term, term.word);
    if (hits[at].means != nullptr) {
      for (const auto& phrase : *hits[at].means) add_synonym(index, phrase, term);
    }
    const bool is_named = hits[at].length > 0;  // the shopkeeper knows the word
    if (!is_known && !is_named && !exact) is_mended |= mend(index, mender, is_last, term, further);
    if (is_known && !exact && is_last) add_beginnings(index, term);
    if (is_known && !exact && !is_named && steps.lookalikes) {
      add_lookalikes(index, words, at, term);
    }
    if (term.fits_nothing()) result.unknown_words.push_back(term.word);
    result.terms.push_back(std::move(term));
    for (QueryTerm& part : further) result.terms.push_back(std::move(part));
  }
  const std::string head = head_word(result.words_text);
  result.head = result.terms.empty() ? 0 : result.terms.size() - 1;
  for (std::size_t at = 0; at < result.terms.size(); ++at) {
    if (result.terms[at].word == head) result.head = at;
  }
  if (!exact && steps.compounds) add_compounds(index, result.terms);
  if (is_mended) {
    for (const QueryTerm& term : result.terms) {
      result.corrected_text += (result.corrected_text.empty() ? "" : " ") + term.word;
    }
  }
  return result;
}

}  // namespace search
