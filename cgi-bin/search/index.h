/// index.h - the catalogue in this process's memory: columns to filter by, an inverted index to
/// search in. Derived from the tables and kept equal to them.
///
/// How it stays true: refresh() asks what was changed since it last looked (catalog/changes.h) and
/// puts just that in anew. Costs one cheap query when nothing changed.
/// Why in memory: tried beside it was PostgreSQL's own full text (GIN and ts_rank_cd). Its ranking
/// knows no word rarity, its counts of facets read a row for every match, and it costs many times
/// more than these columns (`make bench DATA=folder` shows it). A separate server or a file would
/// have to be kept in step; this is derived, and gone with the process. The price: about 1.4 KB a
/// product, which the workers of a pool share as long as they have learnt little (main.cpp), and
/// that a pool's start reads the catalogue (a second for 50,000 products).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/changes.h"
#include "db/db.h"
#include "search/behaviour.h"
#include "search/rules.h"
#include "search/scratch.h"
#include "search/steps.h"
#include "search/vocabulary.h"
#include "search/words.h"

namespace search {

/// The parts of a product that words come from; they weigh differently in the ranking.
enum Field : std::size_t { kName, kBrand, kCategory, kAttributes, kDescription, kFieldCount };

/// A product that holds a word, and how much the word says about it: 0 not at all, towards
/// kMostImpact when it is the product's name.
struct Posting {
  std::uint32_t slot = 0;
  float impact = 0;
};

/// How often a word occurs in each field of a product.
struct FieldCounts {
  std::uint8_t of[kFieldCount] = {};
};

/// The products of one word, by slot; `counts` runs beside `postings`.
struct PostingList {
  std::vector<Posting> postings{};
  std::vector<FieldCounts> counts{};
};

/// Prices in round steps for a picture of them: 1, 2, 5, 10, 20, 50 … whole coins, the same number
/// of steps however far prices lie apart.
inline constexpr std::size_t kPriceSteps = 32;
std::size_t step_of_price(Money price);
/// The lowest price of a step.
Money price_of_step(std::size_t step);

/// What filters and facets look at, packed close: a search passes over thousands of them.
struct alignas(32) Traits {
  std::int64_t price = 0;             // cents
  std::uint32_t category = 0;         // index into categories()
  std::uint32_t brand = 0;            // index into brands()
  std::uint32_t first_attribute = 0;  // its values lie together in attributes_of()
  std::uint16_t attribute_count = 0;
  std::uint8_t price_step = 0;  // as step_of_price
  std::uint8_t stars = 0;       // average in whole stars, rounded down
  std::int32_t in_stock = 0;
  std::uint32_t family = 0;  // variants of one product share it; 0: none
};

/// What the ranking looks at, for the same thousands.
struct Standing {
  float prior = 0;                    // what stock, sales and visitors' choices make of it
  std::uint32_t head = UINT32_MAX;    // term of the word that says what it is: "lamp"
  std::uint32_t first_name_term = 0;  // its name's terms lie together in name_of()
  std::uint32_t name_length = 0;

  /// False: withdrawn, or replaced by a newer slot.
  bool is_alive() const { return prior > 0; }
};

/// One product. `card` is what pages show.
struct Entry {
  catalog::ProductCard card{};
  std::string description{};
  std::int64_t created = 0;                 // microseconds since 1970
  std::vector<Vocabulary::Place> words{};   // as written, each once: what the vocabulary counts
  std::uint16_t lengths[kFieldCount] = {};  // words in each field
  std::uint64_t text_hash = 0;              // of all its text: unchanged text is not indexed anew
};

/// No tree of categories is deeper; who goes up or down one stops there.
inline constexpr int kMostLevels = 8;

struct CategoryNode {
  std::int64_t id = 0;
  std::int64_t parent_id = 0;  // 0: none
  std::string slug{};
  std::string name{};
  std::uint32_t parent = UINT32_MAX;  // where the parent is among the nodes; set by the index
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
  std::uint32_t family = 0;
};

class Index {
 public:
  explicit Index(const Steps& steps = {});
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  /// Makes the index equal to what this connection's transaction sees.
  void refresh(db::Connection& db);
  bool is_loaded() const { return changes_.has_begun(); }
  /// So much was learnt since the first refresh() that an index made anew would be smaller and, in
  /// a pool of workers, shared by all of them.
  bool has_learnt_much() const;
  /// What the index goes by; others may listen, too. Looks only after the first refresh().
  catalog::Changes& changes() { return changes_; }

  void put(const Document& document);
  void remove(std::int64_t product_id);
  void set_categories(std::vector<CategoryNode> categories);

  const Steps& steps() const { return steps_; }
  std::size_t size() const { return slot_of_.size(); }
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<Traits>& traits() const { return traits_; }
  const std::vector<Standing>& standings() const { return standings_; }
  /// Pieces sold, for the order of every list that nobody searched for.
  const std::vector<std::int64_t>& sold_counts() const { return sold_counts_; }
  /// The terms of a product's name, in order: for nearness of words.
  std::span<const std::uint32_t> name_of(const Standing& standing) const {
    return std::span(name_list_).subspan(standing.first_name_term, standing.name_length);
  }
  std::span<const std::uint32_t> attributes_of(const Traits& traits) const {
    return std::span(attribute_list_).subspan(traits.first_attribute, traits.attribute_count);
  }
  const std::vector<CategoryNode>& categories() const { return categories_; }
  const std::vector<std::string>& brands() const { return brands_; }
  const std::vector<AttributeValue>& attribute_values() const { return attribute_values_; }
  const Entry* find(std::int64_t product_id) const;
  /// The attribute values that these stems, with blanks between them, are or are a word of.
  std::span<const std::uint32_t> values_named(const std::string& stems) const;
  /// The brands and the categories that are called exactly so.
  std::span<const std::uint32_t> brands_named(const std::string& stems) const;
  std::span<const std::uint32_t> categories_named(const std::string& stems) const;

  /// Where a stemmed word occurs. Slots of dead entries may be among them.
  const std::vector<Posting>& postings_of(std::uint32_t term) const {
    return postings_[term].postings;
  }
  /// Beside them, how often it occurs in each field.
  const std::vector<FieldCounts>& counts_of(std::uint32_t term) const {
    return postings_[term].counts;
  }
  std::uint32_t term_id(const std::string& term) const;  // kNoTerm when unknown
  /// The stem of a term; looks through all of them: not for what has to be quick.
  const std::string& stem_of_term(std::uint32_t term) const;

  /// The shop's words as written, with how many products hold them.
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Stemmer& stemmer() const { return stemmer_; }
  const WordRules& rules() const { return rules_; }
  void set_rules(WordRules rules) { rules_ = std::move(rules); }

  /// What visitors taught, instead of what refresh() read.
  void set_learned(LearnedFactors learned);
  /// How far stock and sales count, instead of what refresh() read.
  void set_terms(const ShopTerms& terms);
  const ShopTerms& terms() const { return terms_; }
  /// 1 when they taught nothing about the product.
  float learned_factor(std::int64_t product_id) const;
  /// Of the products with this word, the share whose names end on it: what they are.
  double share_as_head(std::uint32_t term) const;

  /// False: no product has variants, and nothing need be put together.
  bool has_families() const { return has_families_; }

  static constexpr std::uint32_t kNoTerm = UINT32_MAX;

  /// With a place for each slot. A process answers one search at a time.
  Scratch& scratch() const;

 private:
  void load_categories(db::Connection& db);
  void apply(db::Connection& db, const catalog::News& news);
  void put_changed(db::Connection& db, std::span<const std::int64_t> products);
  void index_text(std::uint32_t slot, const Document& document);
  void drop_slot(std::uint32_t slot);
  void compact();
  void set_traits(std::uint32_t slot, const Document& document);
  float prior_at(std::uint32_t slot) const;
  void set_priors();
  void set_attributes(Traits& traits, const Document& document);
  /// Computes all impacts anew when the catalogue's average lengths have moved.
  void weigh_anew_if_needed();
  float impact_of(const FieldCounts& counts, const Entry& entry) const;
  std::array<double, kFieldCount> average_lengths() const;
  std::uint32_t intern_term(const std::string& term);
  std::uint32_t intern_brand(const std::string& brand);
  std::uint32_t intern_attribute(const AttributeValue& attribute);
  void name_attribute(std::uint32_t value);
  /// What a brand or category is called, as a query would hold it; empty: no name to be asked by.
  std::string stems_of_name(const std::string& name);
  std::uint32_t category_index(std::int64_t id) const;
  const std::string& stem_of(const std::string& word);

  const Steps steps_;
  catalog::Changes changes_;
  LearnedFactors learned_;
  ShopTerms terms_;
  Stemmer stemmer_;
  std::vector<Entry> entries_;
  std::vector<Traits> traits_;
  std::vector<Standing> standings_;
  std::vector<std::int64_t> sold_counts_;
  std::vector<std::uint32_t> name_list_;       // of all products, each one's terms together
  std::vector<std::uint32_t> attribute_list_;  // of all products, each one's values together
  std::unordered_map<std::int64_t, std::uint32_t> slot_of_;
  std::vector<CategoryNode> categories_;
  std::vector<std::string> brands_;
  std::unordered_map<std::string, std::uint32_t> brand_of_;
  std::vector<AttributeValue> attribute_values_;
  std::unordered_map<std::string, std::uint32_t> attribute_of_;
  using Named = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  Named values_named_;
  Named brands_named_;
  Named categories_named_;
  std::unordered_map<std::string, std::uint32_t> term_of_;
  std::vector<PostingList> postings_;
  std::vector<std::uint32_t> heads_;  // term -> products whose head it is
  Vocabulary vocabulary_;
  WordRules rules_;
  std::unordered_map<std::string, std::string> stems_;
  std::uint64_t total_length_[kFieldCount] = {};
  std::array<double, kFieldCount> weighed_with_{};  // the average lengths inside the impacts
  mutable Scratch scratch_;
  std::size_t dead_ = 0;
  std::size_t learnt_ = 0;  // products that refresh() put in after the first time
  bool has_families_ = false;
};

}  // namespace search
