#include "search/read_filters.h"

#include <algorithm>
#include <map>

namespace search {
namespace {

constexpr std::size_t kMostPhraseWords = 4;
constexpr std::size_t kMostLookedAt = 600;  // products that bear a reading out
constexpr double kShare = 0.6;              // of them that must have the value
constexpr double kNearlyAll = 0.9;          // of them that must have the brand or category

using Values = std::vector<std::uint32_t>;

bool has_any(const Index& index, const Match& match, const Values& values) {
  const auto attributes = index.attributes_of(index.traits()[match.slot]);
  return std::any_of(attributes.begin(), attributes.end(), [&](std::uint32_t value) {
    return std::binary_search(values.begin(), values.end(), value);
  });
}

class Reader {
 public:
  Reader(const Index& index, const Matches& matches, Understanding& understood, Query& asked)
      : index_(index), matches_(matches), understood_(understood), asked_(asked) {}

  bool read() {
    std::vector<QueryTerm>& terms = understood_.terms;
    const QueryTerm head = terms.at(understood_.head);
    bool has_read = false;
    for (std::size_t at = 0; at < terms.size();) {
      const std::size_t taken = read_at(at);
      has_read |= taken > 0;
      if (taken == 0) ++at;
    }
    if (!has_read) return false;
    drop_taken_words();
    understood_.head = terms.empty() ? 0 : terms.size() - 1;
    for (std::size_t at = 0; at < terms.size(); ++at) {
      if (terms[at].word == head.word) understood_.head = at;
    }
    return true;
  }

 private:
  /// How many terms from here on became a filter; they are gone then.
  std::size_t read_at(std::size_t at) {
    std::vector<QueryTerm>& terms = understood_.terms;
    const Stemmer& stemmer = index_.stemmer();
    std::string key;
    std::vector<std::string> keys;
    for (std::size_t end = at; end < terms.size() && end < at + kMostPhraseWords; ++end) {
      key += (key.empty() ? "" : " ") + stemmer.stem(terms[end].word);
      keys.push_back(key);
    }
    for (std::size_t length = keys.size(); length > 0; --length) {
      const std::string& named = keys[length - 1];
      // What is left to search for stays a word: "lamps" alone means all that is called so.
      const bool leaves_words = length < terms.size();
      const bool is_read = (leaves_words && (read_brand(named) || read_category(named))) ||
                           make_filter(index_.values_named(named));
      if (!is_read) continue;
      const auto from = terms.begin() + static_cast<std::ptrdiff_t>(at);
      for (std::size_t part = 0; part < length; ++part) taken_.push_back(terms[at + part].typed);
      terms.erase(from, from + static_cast<std::ptrdiff_t>(length));
      return length;
    }
    return 0;
  }

  /// "lamp for men in red" -> "lamp": small words before what was taken go with it.
  void drop_taken_words() {
    std::vector<std::string> left;
    const auto drop_small_words = [&] {
      while (!left.empty() && index_.rules().is_stop_word(left.back())) left.pop_back();
    };
    for (std::string& word : words_of(understood_.words_text)) {
      const auto taken = std::find(taken_.begin(), taken_.end(), word);
      if (taken == taken_.end()) {
        left.push_back(std::move(word));
        continue;
      }
      taken_.erase(taken);
      drop_small_words();
    }
    drop_small_words();
    understood_.words_text.clear();
    for (const std::string& word : left) {
      understood_.words_text += (understood_.words_text.empty() ? "" : " ") + word;
    }
  }

  bool read_brand(const std::string& named) {
    const auto brands = index_.brands_named(named);
    if (brands.empty() || !asked_.brands.empty()) return false;
    const auto is_one = [&](std::uint32_t brand) {
      return std::find(brands.begin(), brands.end(), brand) != brands.end();
    };
    const bool is_sure = is_borne_out(
        kNearlyAll, [&](const Match& match) { return is_one(index_.traits()[match.slot].brand); });
    if (!is_sure) return false;
    // One word may be written in several ways: "ACME", "Acme".
    for (const std::uint32_t brand : brands) asked_.brands.push_back(index_.brands()[brand]);
    return true;
  }

  bool read_category(const std::string& named) {
    // A few matches say little about where the rest is; the words then find what is near as well.
    constexpr std::size_t kFew = 3;
    if (!asked_.category.empty() || matches_.products.size() <= kFew) return false;
    for (const std::uint32_t category : index_.categories_named(named)) {
      const bool is_sure =
          is_borne_out(kNearlyAll, [&](const Match& match) { return is_below(match, category); });
      if (!is_sure) continue;
      asked_.category = index_.categories()[category].slug;
      return true;
    }
    return false;
  }

  bool is_below(const Match& match, std::uint32_t category) const {
    std::uint32_t node = index_.traits()[match.slot].category;
    for (int level = 0; level < kMostLevels && node < index_.categories().size(); ++level) {
      if (node == category) return true;
      node = index_.categories()[node].parent;
    }
    return false;
  }

  /// True when at least this share of the products that match all words agrees.
  template <class Agrees>
  bool is_borne_out(double share, Agrees agrees) const {
    const std::size_t looked_at = std::min(kMostLookedAt, matches_.products.size());
    const auto end = matches_.products.begin() + static_cast<std::ptrdiff_t>(looked_at);
    const auto agreed = std::count_if(matches_.products.begin(), end, agrees);
    return static_cast<double>(agreed) >= share * static_cast<double>(looked_at);
  }

  bool make_filter(std::span<const std::uint32_t> values) {
    if (values.empty()) return false;
    std::map<std::string, Values> by_name;
    for (const std::uint32_t value : values) {
      by_name[index_.attribute_values()[value].name].push_back(value);
    }
    const std::string* best = nullptr;
    std::size_t best_support = 0;
    for (auto& [name, ids] : by_name) {
      if (is_filtered_by(name)) continue;
      std::sort(ids.begin(), ids.end());
      const std::size_t support = count(ids);
      if (support <= best_support) continue;
      best = &name;
      best_support = support;
    }
    const std::size_t looked_at = std::min(kMostLookedAt, matches_.products.size());
    const bool is_enough =
        static_cast<double>(best_support) >= kShare * static_cast<double>(looked_at);
    if (best == nullptr || !is_enough) return false;
    AttributeFilter filter{*best, {}};
    for (const std::uint32_t value : by_name[*best]) {
      filter.values.push_back(index_.attribute_values()[value].value);
    }
    asked_.attributes.push_back(std::move(filter));
    return true;
  }

  bool is_filtered_by(const std::string& name) const {
    return std::any_of(asked_.attributes.begin(), asked_.attributes.end(),
                       [&](const AttributeFilter& filter) { return filter.name == name; });
  }

  std::size_t count(const Values& values) const {
    const auto end = matches_.products.begin() +
                     static_cast<std::ptrdiff_t>(std::min(kMostLookedAt, matches_.products.size()));
    return static_cast<std::size_t>(
        std::count_if(matches_.products.begin(), end,
                      [&](const Match& match) { return has_any(index_, match, values); }));
  }

  const Index& index_;
  const Matches& matches_;
  Understanding& understood_;
  Query& asked_;
  std::vector<std::string> taken_;  // words as typed
};

bool names_any_filter(const Index& index, const Understanding& understood) {
  const Stemmer& stemmer = index.stemmer();
  const auto& terms = understood.terms;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    std::string key;
    for (std::size_t end = at; end < terms.size() && end < at + kMostPhraseWords; ++end) {
      key += (key.empty() ? "" : " ") + stemmer.stem(terms[end].word);
      const bool is_known = !index.values_named(key).empty() || !index.brands_named(key).empty() ||
                            !index.categories_named(key).empty();
      if (is_known) return true;
    }
  }
  return false;
}

}  // namespace

bool may_read_filters(const Index& index, const Understanding& understood) {
  return understood.unknown_words.empty() && names_any_filter(index, understood);
}

bool read_filters(const Index& index, const Matches& matches, Understanding& understood,
                  Query& asked) {
  if (understood.terms.empty() || matches.products.empty()) return false;
  return Reader(index, matches, understood, asked).read();
}

}  // namespace search
