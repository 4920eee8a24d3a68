#include "recommend/texts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace recommend {
namespace {

bool is_word_byte(unsigned char byte) {
  return byte >= 128 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

void add_word(std::vector<std::string>& words, std::string& word) {
  if (word.size() > 3 && word.back() == 's') word.pop_back();
  if (!word.empty()) words.push_back(word);
  word.clear();
}

void make_length_one(WordVector& vector) {
  float squares = 0;
  for (const auto& entry : vector.entries) squares += entry.weight * entry.weight;
  if (squares == 0) return;
  for (auto& entry : vector.entries) entry.weight /= std::sqrt(squares);
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : text) {
    if (!is_word_byte(static_cast<unsigned char>(letter))) {
      add_word(words, word);
    } else {
      word += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
  }
  add_word(words, word);
  return words;
}

std::vector<WordVector> word_vectors(const std::vector<std::string>& texts) {
  std::map<std::string, int> number_of;
  std::vector<std::set<int>> words_by_item;
  std::vector<int> items_with;
  for (const std::string& text : texts) {
    std::set<int>& words = words_by_item.emplace_back();
    for (const std::string& word : words_of(text)) {
      words.insert(number_of.try_emplace(word, static_cast<int>(number_of.size())).first->second);
    }
    items_with.resize(number_of.size());
    for (const int word : words) ++items_with[static_cast<std::size_t>(word)];
  }
  std::vector<WordVector> vectors(texts.size());
  for (std::size_t item = 0; item < texts.size(); ++item) {
    for (const int word : words_by_item[item]) {
      const int count = items_with[static_cast<std::size_t>(word)];
      if (count < 2) continue;
      const float weight = std::log(static_cast<float>(texts.size()) / static_cast<float>(count));
      if (weight > 0) vectors[item].entries.push_back({word, weight});
    }
    make_length_one(vectors[item]);
  }
  return vectors;
}

TextIndex::TextIndex(std::vector<WordVector> vectors) : vectors_(std::move(vectors)) {
  for (std::size_t item = 0; item < vectors_.size(); ++item) {
    for (const auto& [word, weight] : vectors_[item].entries) {
      const auto place = static_cast<std::size_t>(word);
      if (items_of_word_.size() <= place) items_of_word_.resize(place + 1);
      items_of_word_[place].push_back({static_cast<int>(item), weight});
    }
  }
}

std::vector<Likeness> TextIndex::similar_to(int item) const {
  std::vector<float> cosine(vectors_.size());
  std::vector<int> touched;
  for (const auto& [word, weight] : vectors_[static_cast<std::size_t>(item)].entries) {
    for (const auto& [other, other_weight] : items_of_word_[static_cast<std::size_t>(word)]) {
      float& sum = cosine[static_cast<std::size_t>(other)];
      if (sum == 0) touched.push_back(other);
      sum += weight * other_weight;
    }
  }
  std::vector<Likeness> found;
  for (const int other : touched) {
    if (other != item) found.push_back({other, cosine[static_cast<std::size_t>(other)]});
  }
  return found;
}

}  // namespace recommend
