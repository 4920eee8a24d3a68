#include "search/vocabulary.h"

namespace search {

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t bits = 0;
  for (const char c : word) bits |= 1U << (static_cast<unsigned char>(c) & 31U);
  return bits;
}

void Vocabulary::add(const std::string& word, std::int64_t count) {
  const auto [known, is_new] = places_.try_emplace(word);
  Place& place = known->second;
  if (is_new) {
    if (by_length_.size() <= word.size()) by_length_.resize(word.size() + 1);
    auto& words = by_length_[word.size()];
    place = {static_cast<std::uint32_t>(word.size()), static_cast<std::uint32_t>(words.size())};
    words.push_back({&known->first, 0, letters_of(word)});
  }
  by_length_[place.length][place.at].count += count;
}

void Vocabulary::remove(const std::string& word) {
  const auto known = places_.find(word);
  if (known == places_.end()) return;
  Word& entry = by_length_[known->second.length][known->second.at];
  if (entry.count > 0) --entry.count;
}

std::int64_t Vocabulary::count(std::string_view word) const {
  const auto known = places_.find(word);
  if (known == places_.end()) return 0;
  return by_length_[known->second.length][known->second.at].count;
}

void Vocabulary::for_beginning(std::string_view beginning,
                               const std::function<bool(const std::string&)>& see) const {
  for (auto at = places_.lower_bound(beginning);
       at != places_.end() && at->first.starts_with(beginning); ++at) {
    const Word& word = by_length_[at->second.length][at->second.at];
    if (word.count > 0 && !see(at->first)) return;
  }
}

const std::vector<Vocabulary::Word>& Vocabulary::of_length(std::size_t bytes) const {
  static const std::vector<Word> none;
  return bytes < by_length_.size() ? by_length_[bytes] : none;
}

}  // namespace search
