#include "search/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace search {
namespace {

constexpr std::size_t kLongestWord = 40;

// What slips cost beside a whole error (kErrorCost), tried on lists of real misspellings; flat
// optimum, so no digits more than needed.
constexpr int kDoubling = 50;        // a letter written twice or once: "adress"
constexpr int kVowelChange = 60;     // "calender"
constexpr int kSoundAlike = 75;      // "conserned"
constexpr int kVowelSlip = 80;       // a vowel too many or missing: "familar"
constexpr int kSwap = 75;            // "freind"
constexpr int kFirstLetter = 50;     // people rarely get the first letter wrong
constexpr int kSlightSlip = 80;      // one that people make who know the word
constexpr int kMostCost = 250;       // that any word may have
constexpr double kCostWeight = 5.0;  // beside the logarithm of the count

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

constexpr bool sound_alike(char a, char b) {
  constexpr std::string_view kPairs = "ck cs sz ck cq kq fv bp dt gj mn xz gc vw";
  const char pair[] = {std::min(a, b), std::max(a, b)};
  return kPairs.find(std::string_view(pair, 2)) != std::string_view::npos;
}

/// What one letter for another costs, by the first 128 characters: a mended word is compared with
/// thousands.
constexpr auto kChangeCosts = [] {
  std::array<std::array<std::uint8_t, 128>, 128> costs{};
  for (std::size_t a = 0; a < costs.size(); ++a) {
    for (std::size_t b = 0; b < costs.size(); ++b) {
      const char wrong = static_cast<char>(a);
      const char right = static_cast<char>(b);
      int cost = sound_alike(wrong, right) ? kSoundAlike : kErrorCost;
      if (is_vowel(wrong) && is_vowel(right)) cost = kVowelChange;
      costs[a][b] = static_cast<std::uint8_t>(a == b ? 0 : cost);
    }
  }
  return costs;
}();

int change_cost(char wrong, char right) {
  const auto a = static_cast<unsigned char>(wrong);
  const auto b = static_cast<unsigned char>(right);
  if (a < 128 && b < 128) return kChangeCosts[a][b];
  return wrong == right ? 0 : kErrorCost;
}

/// A letter that stands alone in `word` at `at` and nowhere in the other one.
int extra_cost(std::string_view word, std::size_t at) {
  const bool is_double =
      (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
  if (is_double) return kDoubling;
  return is_vowel(word[at]) ? kVowelSlip : kErrorCost;
}

using ExtraCosts = std::array<int, kLongestWord>;

void fill_extra_costs(std::string_view word, ExtraCosts& costs) {
  for (std::size_t at = 0; at < word.size(); ++at) costs[at] = extra_cost(word, at);
}

/// What it costs at least when these letters occur on one side only: each needs a slip of its own.
int cost_of_missing(std::uint32_t letters) {
  constexpr std::uint32_t kVowels = 1U << ('a' & 31) | 1U << ('e' & 31) | 1U << ('i' & 31) |
                                    1U << ('o' & 31) | 1U << ('u' & 31) | 1U << ('y' & 31);
  return std::popcount(letters & kVowels) * kVowelChange +
         std::popcount(letters & ~kVowels) * kSoundAlike;
}

int least_cost(std::uint32_t wrong, std::uint32_t right) {
  return std::max(cost_of_missing(wrong & ~right), cost_of_missing(right & ~wrong));
}

/// True when more letters occur on one side only than there may be slips: the quick look that most
/// of a vocabulary does not pass.
bool is_far(std::uint32_t wrong, std::uint32_t right, int most_slips) {
  std::uint32_t missing = wrong & ~right;
  std::uint32_t extra = right & ~wrong;
  for (int slip = 0; slip < most_slips; ++slip) {
    missing &= missing - 1;
    extra &= extra - 1;
  }
  return (missing | extra) != 0;
}

/// The most that a word of this length may cost: a whole error and a slight one from 5 letters.
int most_cost(std::string_view word, bool is_backed) {
  constexpr std::size_t kShort = 4;
  switch (allowed_errors(word)) {
    case 0: return is_backed && word.size() == kShort && !has_digit(word) ? kErrorCost : 0;
    case 1: return 190;
    default: return kMostCost;
  }
}

}  // namespace

int allowed_errors(std::string_view word) {
  if (has_digit(word) || word.size() < 5) return 0;
  return word.size() < 9 ? 1 : 2;
}

int edit_distance(std::string_view a, std::string_view b, int most) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return most + 1;
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > most) return most + 1;
  std::array<std::array<int, kLongestWord + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], two_above[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > most) return most + 1;
  }
  return rows[a.size() % 3][b.size()];
}

int slip_cost(std::string_view wrong, std::string_view right, int most) {
  if (wrong.size() > kLongestWord || right.size() > kLongestWord) return most + 1;
  std::array<std::array<int, kLongestWord + 1>, 3> rows;
  ExtraCosts extra_right;
  fill_extra_costs(right, extra_right);
  rows[0][0] = 0;
  for (std::size_t j = 1; j <= right.size(); ++j) {
    rows[0][j] = rows[0][j - 1] + extra_right[j - 1];
  }
  for (std::size_t i = 1; i <= wrong.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    const int extra = extra_cost(wrong, i - 1);
    row[0] = above[0] + extra;
    int best = row[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const int omitted = std::min(above[j] + extra, row[j - 1] + extra_right[j - 1]);
      row[j] = std::min(omitted, above[j - 1] + change_cost(wrong[i - 1], right[j - 1]));
      const bool is_swap =
          i > 1 && j > 1 && wrong[i - 1] == right[j - 2] && wrong[i - 2] == right[j - 1];
      if (is_swap) row[j] = std::min(row[j], two_above[j - 2] + kSwap);
      best = std::min(best, row[j]);
    }
    if (best > most) return most + 1;
  }
  int cost = rows[wrong.size() % 3][right.size()];
  if (!wrong.empty() && !right.empty() && wrong[0] != right[0]) cost += kFirstLetter;
  return std::min(cost, most + 1);
}

namespace {

/// What the word may have been meant to be for at most `limit`; words longer or shorter by up to
/// `reach` letters.
std::vector<Guess> guesses_within(const Vocabulary& vocabulary, std::string_view word,
                                  std::size_t most, int limit, std::size_t reach) {
  const std::uint32_t letters = letters_of(word);
  const int most_slips = limit / kVowelChange;
  std::vector<Guess> found;
  for (std::size_t length = word.size() - std::min(reach, word.size() - 1);
       length <= word.size() + reach; ++length) {
    const Vocabulary::Words& words = vocabulary.of_length(length);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (is_far(letters, words.letters[at], most_slips) || words.counts[at] == 0) continue;
      if (least_cost(letters, words.letters[at]) > limit) continue;
      const std::string_view candidate = words.text(at);
      const int cost = candidate == word ? limit + 1 : slip_cost(word, candidate, limit);
      if (cost > limit) continue;
      found.push_back({std::string(candidate), std::log(static_cast<double>(words.counts[at])) -
                                                   kCostWeight * cost / kErrorCost});
    }
  }
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), found.begin() + kept, found.end(),
                    [](const Guess& a, const Guess& b) {
                      return a.score != b.score ? a.score > b.score : a.word < b.word;
                    });
  found.resize(static_cast<std::size_t>(kept));
  return found;
}

}  // namespace

std::vector<Guess> guesses(const Vocabulary& vocabulary, std::string_view word, std::size_t most,
                           bool is_backed) {
  const int limit = most_cost(word, is_backed);
  if (limit == 0) return {};
  const std::size_t reach = static_cast<std::size_t>(allowed_errors(word)) + 1;
  return guesses_within(vocabulary, word, most, limit, reach);
}

std::vector<Guess> lookalikes(const Vocabulary& vocabulary, std::string_view word,
                              std::size_t most) {
  if (allowed_errors(word) == 0) return {};
  return guesses_within(vocabulary, word, most, kSlightSlip, 1);
}

std::optional<std::string> corrected(const Vocabulary& vocabulary, std::string_view word) {
  if (vocabulary.contains(word)) return std::nullopt;
  auto best = guesses(vocabulary, word, 1, false);
  if (best.empty()) return std::nullopt;
  return std::move(best.front().word);
}

std::optional<std::pair<std::string, std::string>> split_word(const Vocabulary& vocabulary,
                                                              const std::string& word) {
  constexpr std::size_t kShortestPart = 3;
  std::optional<std::pair<std::string, std::string>> best;
  std::int64_t best_count = 0;
  for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    const std::string head = word.substr(0, cut);
    const std::string tail = word.substr(cut);
    const std::int64_t count = std::min(vocabulary.count(head), vocabulary.count(tail));
    if (count <= best_count) continue;
    best_count = count;
    best = {head, tail};
  }
  return best;
}

}  // namespace search
