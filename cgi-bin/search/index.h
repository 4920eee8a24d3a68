/// index.h - the catalogue in this process's memory: columns to filter by, an inverted index to
/// search in. Derived from the tables and kept equal to them.
///
/// How it stays true: refresh() asks for products that were changed by transactions which had not
/// ended when it last looked (product.changed_xid against the snapshot's xmin), so no commit can
/// slip through, in whatever order transactions end. Costs one cheap query when nothing changed.
/// Why not in PostgreSQL: its ranking knows no word rarity, and counting facets costs a hundred
/// times more there than over these columns.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"
#include "db/db.h"
#include "search/words.h"

namespace search {

/// The parts of a product that words come from; they weigh differently in the ranking.
enum Field : std::size_t { kName, kBrand, kCategory, kAttributes, kDescription, kFieldCount };

struct Posting {
  std::uint32_t slot = 0;
  std::uint8_t counts[kFieldCount] = {};  // how often the word occurs in each field
};

/// One product. `card` is what pages show.
struct Entry {
  catalog::ProductCard card{};
  std::uint32_t category = 0;               // index into categories()
  std::uint32_t brand = 0;                  // index into brands()
  std::vector<std::uint32_t> attributes{};  // indices into attribute_values()
  std::int64_t sold_count = 0;
  std::int64_t created = 0;                 // microseconds since 1970
  std::vector<std::uint32_t> name_terms{};  // in order: for nearness of words
  std::uint16_t lengths[kFieldCount] = {};  // words in each field
  std::uint64_t text_hash = 0;              // of all its text: unchanged text is not indexed anew
  bool alive = false;                       // false: withdrawn, or replaced by a newer slot
};

struct CategoryNode {
  std::int64_t id = 0;
  std::int64_t parent_id = 0;  // 0: none
  std::string slug{};
  std::string name{};
};

struct AttributeValue {
  std::string name{};
  std::string value{};
};

/// A product as it is put in; tools and tests make them without a database.
struct Document {
  catalog::ProductCard card{};
  std::int64_t category_id = 0;
  std::string description{};
  std::vector<AttributeValue> attributes{};
  std::int64_t sold_count = 0;
  std::int64_t created = 0;
};

class Index {
 public:
  Index() = default;
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  /// Makes the index equal to what this connection's transaction sees.
  void refresh(db::Connection& db);

  void put(const Document& document);
  void remove(std::int64_t product_id);
  void set_categories(std::vector<CategoryNode> categories);

  std::size_t size() const { return slot_of_.size(); }
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<CategoryNode>& categories() const { return categories_; }
  const std::vector<std::string>& brands() const { return brands_; }
  const std::vector<AttributeValue>& attribute_values() const { return attribute_values_; }
  const Entry* find(std::int64_t product_id) const;

  /// Where a stemmed word occurs; nullptr when nowhere. Slots of dead entries may be among them.
  const std::vector<Posting>* postings(const std::string& term) const;
  std::uint32_t term_id(const std::string& term) const;  // kNoTerm when unknown
  const std::vector<Posting>& postings_of(std::uint32_t term) const { return postings_[term]; }
  double average_length(Field field) const;

  /// The shop's vocabulary: words as written, with how many products hold them; sorted.
  const std::map<std::string, int, std::less<>>& vocabulary() const { return vocabulary_; }
  const Stemmer& stemmer() const { return stemmer_; }

  static constexpr std::uint32_t kNoTerm = UINT32_MAX;

 private:
  void load_categories(db::Connection& db);
  void put_changed(db::Connection& db, std::string_view ids);
  void index_text(std::uint32_t slot, const Document& document);
  void drop_slot(std::uint32_t slot);
  void compact();
  std::uint32_t intern_term(const std::string& term);
  std::uint32_t intern_brand(const std::string& brand);
  std::uint32_t intern_attribute(const AttributeValue& attribute);
  std::uint32_t category_index(std::int64_t id) const;
  const std::string& stem_of(const std::string& word);

  std::string mark_ = "0";  // transactions before this one have been seen
  Stemmer stemmer_;
  std::vector<Entry> entries_;
  std::unordered_map<std::int64_t, std::uint32_t> slot_of_;
  std::vector<CategoryNode> categories_;
  std::vector<std::string> brands_;
  std::unordered_map<std::string, std::uint32_t> brand_of_;
  std::vector<AttributeValue> attribute_values_;
  std::unordered_map<std::string, std::uint32_t> attribute_of_;
  std::unordered_map<std::string, std::uint32_t> term_of_;
  std::vector<std::vector<Posting>> postings_;
  std::map<std::string, int, std::less<>> vocabulary_;
  std::unordered_map<std::string, std::string> stems_;
  std::uint64_t total_length_[kFieldCount] = {};
  std::size_t dead_ = 0;
};

}  // namespace search
