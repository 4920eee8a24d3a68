#include "search/vocabulary.h"

namespace search {

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t bits = 0;
  for (const char c : word) bits |= 1U << (static_cast<unsigned char>(c) & 31U);
  return bits;
}

Vocabulary::Place Vocabulary::add(const std::string& word, std::int64_t count) {
  const auto known = place_of_.find(word);
  if (known != place_of_.end()) {
    by_length_[known->second.length][known->second.at].count += count;
    return known->second;
  }
  if (by_length_.size() <= word.size()) by_length_.resize(word.size() + 1);
  auto& words = by_length_[word.size()];
  const Place place = {static_cast<std::uint32_t>(word.size()),
                       static_cast<std::uint32_t>(words.size())};
  const auto entry = places_.emplace(word, place).first;
  place_of_.emplace(entry->first, place);
  words.push_back({&entry->first, count, letters_of(word)});
  return place;
}

void Vocabulary::remove(Place place) {
  Word& entry = by_length_[place.length][place.at];
  if (entry.count > 0) --entry.count;
}

const Vocabulary::Word* Vocabulary::find(std::string_view word) const {
  const auto known = place_of_.find(word);
  return known == place_of_.end() ? nullptr : &by_length_[known->second.length][known->second.at];
}

std::int64_t Vocabulary::count(std::string_view word) const {
  const Word* known = find(word);
  return known == nullptr ? 0 : known->count;
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
