#include "search/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace search {
namespace {

constexpr std::size_t kLongestWord = 40;

/// One bit a letter: words that differ in many letters need no closer look.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t bits = 0;
  for (const char c : word) bits |= 1U << (static_cast<unsigned char>(c) & 31U);
  return bits;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
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

std::optional<std::string> corrected(const Index& index, const std::string& word) {
  const int most = allowed_errors(word);
  if (most == 0) return std::nullopt;
  const std::uint32_t letters = letters_of(word);
  int best_distance = most + 1;
  int best_count = 0;
  const std::string* best = nullptr;
  for (const auto& [candidate, count] : index.vocabulary()) {
    // Each error changes at most two letters of the set.
    if (std::popcount(letters ^ letters_of(candidate)) > 2 * most) continue;
    const int distance = edit_distance(word, candidate, most);
    if (distance > most || distance > best_distance) continue;
    if (distance < best_distance || count > best_count) {
      best_distance = distance;
      best_count = count;
      best = &candidate;
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::optional<std::pair<std::string, std::string>> split_word(const Index& index,
                                                              const std::string& word) {
  constexpr std::size_t kShortestPart = 3;
  const auto& vocabulary = index.vocabulary();
  for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    const std::string head = word.substr(0, cut);
    const std::string tail = word.substr(cut);
    if (vocabulary.contains(head) && vocabulary.contains(tail)) return std::pair{head, tail};
  }
  return std::nullopt;
}

}  // namespace search
