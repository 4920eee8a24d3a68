#include <cctype>
#include <random>
#include <vector>

#include "chat_eval/sentences.h"

namespace chat_eval {
namespace {

constexpr std::size_t kShortestWord = 4;  // letters; people notice errors in shorter ones

struct Word {
  std::size_t begin = 0;
  std::size_t size = 0;
};

std::vector<Word> longer_words(const std::string& text) {
  std::vector<Word> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_letter = at < text.size() && std::isalpha(static_cast<unsigned char>(text[at]));
    if (is_letter) continue;
    const bool stands_alone = at == text.size() || text[at] == ' ' || text[at] == '?' ||
                              text[at] == ',' || text[at] == '.' || text[at] == '!';
    if (at - begin >= kShortestWord && stands_alone) words.push_back({begin, at - begin});
    begin = at + 1;
  }
  return words;
}

}  // namespace

std::string with_typing_error(const std::string& text, unsigned seed) {
  std::seed_seq mixed(text.begin(), text.end());
  std::mt19937 chance(mixed);
  chance.discard(seed);
  const auto up_to = [&](std::size_t most) { return chance() % most; };
  const std::vector<Word> words = longer_words(text);
  if (words.empty()) return text;
  const Word word = words[up_to(words.size())];
  // People rarely mistype the first letter.
  const std::size_t at = word.begin + 1 + up_to(word.size - 2);
  std::string changed = text;
  switch (up_to(4)) {
    case 0: changed.erase(at, 1); break;
    case 1: changed.insert(at, 1, text[at]); break;
    case 2: std::swap(changed[at], changed[at + 1]); break;
    default: changed[at] = static_cast<char>('a' + up_to(26)); break;
  }
  return changed;
}

}  // namespace chat_eval
