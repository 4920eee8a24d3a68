/// assortment.h - the catalogue in this process's memory, in the assistant's own terms: which
/// products fulfil a wish, in microseconds where a query would look at thousands of rows.
///
/// Source: filled by CatalogueWords (catalogue_words.h); pure. For one product the function
///         product_meets() of the database says the same: tests/db/assortment_test.cpp compares
///         them.
/// Why beside search::Index: a need here is fulfilled by a category, a brand, a value or words side
///         by side in a name, whichever; the index ranks stemmed words over all texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "chat/wish.h"

namespace chat {

/// What changes often, and what results are put in order by.
struct StockedItem {
  std::int64_t id = 0;
  std::int64_t category = 0;
  std::int64_t brand = 0;  // 0: none
  Money price{};
  int in_stock = 0;
  bool on_sale = false;
  std::int64_t sold = 0;  // pieces
  std::int64_t rating_sum = 0;
  int review_count = 0;
  std::int64_t created = 0;  // microseconds since 1970
};

struct ItemTexts {
  std::string name{};
  std::string description{};
  std::vector<Pair> pairs{};
};

class Assortment {
 public:
  /// Puts a product there or changes it. True when its texts are new.
  bool put(const StockedItem& item, const ItemTexts& texts);
  void remove(std::int64_t id);

  std::size_t size() const { return slot_of_.size(); }
  /// Places of products that were changed or removed.
  std::size_t dead() const { return items_.size() - slot_of_.size(); }

  struct Picked {
    std::vector<const StockedItem*>
        items{};              // in the order of wish.sort; valid until the next put()
    int total = 0;            // that match, whatever the limit
    std::int64_t pieces = 0;  // in stock, of all that match
    Money lowest{};           // price, of all that match
  };
  /// At most `limit` products behind the first wish.skip ones. `only_heads`: leave out what merely
  /// mentions the thing that the wish names last ("Basketball hoop"), as long as the shop has the
  /// thing itself.
  Picked pick(const Wish& wish, int limit, bool only_heads = false) const;
  /// The matching ones whose whole name has this key (see key_of()): "Apple" the fruit, of all that
  /// is by Apple.
  std::vector<std::int64_t> called(const std::string& key, const Wish& wish) const;
  /// Nothing for a product that is not there.
  const StockedItem* find(std::int64_t id) const;
  /// All that match, in no order.
  std::vector<const StockedItem*> all_of(const Wish& wish, bool only_heads) const;

 private:
  using Slot = std::uint32_t;
  using Slots = std::vector<Slot>;
  struct NameWord {
    std::uint32_t word = 0;
    bool ends = false;  // the thing is named here: "lamp" of "Desk lamp for children"
  };

  std::uint32_t intern(const std::string& word);
  std::uint32_t word_of(const std::string& word) const;  // kUnknown
  void add_name(Slot slot, const std::string& name);
  void add_description(Slot slot, const std::string& description);
  bool holds(Slot slot, const std::vector<std::uint32_t>& words, bool at_head) const;
  template <class Visit>
  void each_named(const Words& words, bool at_head, Visit visit) const;
  template <class Visit>
  void each_meeting(const Need& need, Visit visit) const;
  std::vector<std::uint8_t> heads_of(const Wish& wish) const;
  Slots matching(const Wish& wish, bool only_heads) const;

  static constexpr std::uint32_t kUnknown = UINT32_MAX;

  std::vector<StockedItem> items_;
  std::vector<std::uint8_t> is_there_;  // false: an older version, or withdrawn
  std::vector<std::uint64_t> text_hashes_;
  std::vector<std::vector<NameWord>> names_;
  std::unordered_map<std::int64_t, Slot> slot_of_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::vector<Slots> named_;  // by word: whose name holds it
  std::unordered_map<std::string, Slots> with_pair_;
  std::unordered_map<std::string, Slots> called_;  // by the key of the whole name
  std::unordered_map<std::int64_t, Slots> in_category_;
  std::unordered_map<std::int64_t, Slots> of_brand_;
  // Variants share descriptions: words point to those, and those to products.
  std::unordered_map<std::uint64_t, std::uint32_t> descriptions_;  // by hash
  std::vector<Slots> described_;                                   // by description
  std::vector<std::vector<std::uint32_t>> in_descriptions_;        // by word
};

}  // namespace chat
