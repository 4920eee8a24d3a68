#include "chat/dictionary.h"

#include <algorithm>
#include <fstream>

#include "base/text.h"

namespace chat {

Dictionary Dictionary::load(const std::vector<std::string>& files) {
  std::vector<std::string> words;
  for (const std::string& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::string word = to_lower(line);
      if (word.ends_with("'s")) continue;
      std::erase(word, '\'');
      if (!word.empty()) words.push_back(std::move(word));
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  Dictionary dictionary;
  for (const std::string& word : words) {
    dictionary.starts_.push_back(static_cast<std::uint32_t>(dictionary.text_.size()));
    dictionary.text_ += word + '\n';
  }
  return dictionary;
}

std::string_view Dictionary::word_at(std::uint32_t start) const {
  return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

bool Dictionary::knows(std::string_view word) const {
  const auto place = std::ranges::lower_bound(
      starts_, word, {}, [this](std::uint32_t start) { return word_at(start); });
  return place != starts_.end() && word_at(*place) == word;
}

}  // namespace chat
