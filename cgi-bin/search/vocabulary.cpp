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
    by_length_[known->second.length].counts[known->second.at] += count;
    return known->second;
  }
  if (by_length_.size() <= word.size()) by_length_.resize(word.size() + 1);
  Words& words = by_length_[word.size()];
  const Place place = {static_cast<std::uint32_t>(word.size()),
                       static_cast<std::uint32_t>(words.size())};
  const auto entry = places_.emplace(word, place).first;
  place_of_.emplace(entry->first, place);
  words.length = word.size();
  words.letters.push_back(letters_of(word));
  words.counts.push_back(count);
  words.texts += word;
  return place;
}

void Vocabulary::remove(Place place) {
  std::int64_t& count = by_length_[place.length].counts[place.at];
  if (count > 0) --count;
}

std::int64_t Vocabulary::count(std::string_view word) const {
  const auto known = place_of_.find(word);
  if (known == place_of_.end()) return 0;
  return by_length_[known->second.length].counts[known->second.at];
}

void Vocabulary::for_beginning(std::string_view beginning,
                               const std::function<bool(const std::string&)>& see) const {
  for (auto at = places_.lower_bound(beginning);
       at != places_.end() && at->first.starts_with(beginning); ++at) {
    const bool is_held = by_length_[at->second.length].counts[at->second.at] > 0;
    if (is_held && !see(at->first)) return;
  }
}

const Vocabulary::Words& Vocabulary::of_length(std::size_t bytes) const {
  static const Words none;
  return bytes < by_length_.size() ? by_length_[bytes] : none;
}

}  // namespace search
