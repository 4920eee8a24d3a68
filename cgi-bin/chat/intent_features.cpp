#include "chat/intent_features.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>

namespace chat {
namespace {

constexpr std::size_t kShortestPart = 2;  // bytes
constexpr std::size_t kLongestPart = 5;
constexpr std::size_t kLongestWord = 40;
constexpr float kPairWeight = 0.5F;  // two words that need not be neighbours say less

std::uint64_t hash_of(char kind, std::string_view one, std::string_view other = {}) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](char c) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  };
  add(kind);
  for (const char c : one) add(c);
  add('\n');
  for (const char c : other) add(c);
  return hash;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "Where's my order 4711?" -> "wheres my order 0000"
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && words.size() < kMostWords) words.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (c == '\'') continue;
    if (!is_letter && !is_digit(c)) {
      end_word();
    } else if (word.size() < kLongestWord) {
      word += is_digit(c) ? '0' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  end_word();
  return words;
}

class Counter {
 public:
  void add(std::uint64_t id, int block, float factor = 1) {
    Entry& entry = entries_[id];
    ++entry.count;
    entry.block = block;
    entry.factor = factor;
  }

  std::vector<IntentFeature> features() const {
    std::vector<IntentFeature> features;
    features.reserve(entries_.size());
    for (const auto& [id, entry] : entries_) {
      const float weight = entry.factor * (1 + std::log(static_cast<float>(entry.count)));
      features.push_back({id, entry.block, weight});
    }
    std::ranges::sort(features, {}, &IntentFeature::id);
    return features;
  }

 private:
  struct Entry {
    int count = 0;
    int block = 0;
    float factor = 1;
  };
  std::unordered_map<std::uint64_t, Entry> entries_;
};

void count_words(const std::vector<std::string>& words, Counter& counter) {
  if (words.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    counter.add(hash_of('w', words[i]), 0);
    if (i + 1 < words.size()) counter.add(hash_of('n', words[i], words[i + 1]), 0);
  }
  counter.add(hash_of('b', words.front()), 0);
  counter.add(hash_of('e', words.back()), 0);
  const std::set<std::string> different(words.begin(), words.end());
  for (auto one = different.begin(); one != different.end(); ++one) {
    for (auto other = std::next(one); other != different.end(); ++other) {
      counter.add(hash_of('p', *one, *other), 0, kPairWeight);
    }
  }
}

void count_parts(const std::vector<std::string>& words, Counter& counter) {
  for (const std::string& word : words) {
    const std::string whole = ' ' + word + ' ';
    for (std::size_t length = kShortestPart; length <= kLongestPart; ++length) {
      for (std::size_t at = 0; at + length <= whole.size(); ++at) {
        counter.add(hash_of('c', std::string_view(whole).substr(at, length)), 1);
      }
    }
  }
}

}  // namespace

std::vector<IntentFeature> intent_features(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  Counter counter;
  count_words(words, counter);
  count_parts(words, counter);
  return counter.features();
}

}  // namespace chat
