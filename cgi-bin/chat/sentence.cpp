#include <algorithm>

#include "chat/needs.h"

namespace chat {

bool Sentence::has(std::string_view key) const {
  return first(key) != nullptr;
}

const Hit* Sentence::first(std::string_view key) const {
  const auto hit = std::ranges::find(hits, key, &Hit::key);
  return hit == hits.end() ? nullptr : &*hit;
}

void mark_names(Sentence& sentence, const Vocabulary& vocabulary) {
  sentence.is_name.assign(sentence.tokens.size(), false);
  for (std::size_t begin = 0; begin < sentence.tokens.size(); ++begin) {
    const std::size_t most = std::min(sentence.tokens.size(), begin + Vocabulary::kLongestTerm);
    for (std::size_t end = most; end > begin + 1; --end) {
      const std::string key = key_of(sentence.tokens, begin, end);
      const Term* term = vocabulary.find(key);
      // "43 to 46" is a size before it is a price.
      const bool is_kind = term != nullptr && vocabulary.says_it_all(*term, key);
      if (!is_kind && vocabulary.find_products(sentence.tokens, begin, end) == nullptr) continue;
      for (std::size_t i = begin; i < end; ++i) sentence.is_name[i] = true;
      begin = end - 1;
      break;
    }
  }
}

}  // namespace chat
