/// search.h - finding products: read the query, understand, retrieve, rank, count the facets.
///
/// Used by the listing page, the API and the assistant alike.
///
/// Units:  prices are whole cents; `page` counts from 1.
/// Errors: a query that finds nothing is an empty result that says what could be left out;
///         db::Unreachable rises when the index cannot be brought up to date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/index.h"
#include "search/understand.h"

namespace search {

enum class Sort { relevance, price_up, price_down, rating, newest, popular };

/// "<", ">", "=" and a number: what the shop's own filter form offers for price and stock.
struct Comparison {
  char sign = '<';
  std::int64_t value = 0;  // cents, or pieces
};

struct AttributeFilter {
  std::string name{};
  std::vector<std::string> values{};  // any of them
};

struct Query {
  std::string text{};
  bool exact = false;                 // do not mend the spelling
  std::string category{};             // slug; a parent stands for its children as well
  std::vector<std::string> brands{};  // any of them
  std::optional<Money> min_price{};
  std::optional<Money> max_price{};
  std::optional<Comparison> price{};
  std::optional<Comparison> stock{};
  bool in_stock_only = false;
  int min_stars = 0;
  std::vector<AttributeFilter> attributes{};
  Sort sort = Sort::relevance;
  int page = 1;
  int per_page = 24;
  std::int64_t after = 0;  // the product that the last page ended with, instead of `page`
};

/// One value of a facet, with how many products it would leave (or add, when others of the same
/// facet are chosen already).
struct FacetValue {
  std::string value{};  // of the address: slug, brand, attribute value
  std::string name{};   // for people
  int count = 0;
  bool chosen = false;
};

struct Facet {
  std::string name{};  // "Colour"; empty for category, brand and stars
  std::vector<FacetValue> values{};
};

struct Results {
  std::vector<const catalog::ProductCard*> products{};  // valid until the index is refreshed
  std::vector<std::uint32_t> slots{};                   // of these products in the index
  int total = 0;
  int pages = 1;
  int page = 1;           // the one shown: never beyond the last
  bool has_more = false;  // products behind those shown
  bool is_stale = false;  // query.after is no longer among the products found: nothing is shown
  Facet categories{};
  Facet brands{};
  Facet stars{};     // value "4" means four and more
  int in_stock = 0;  // how many of them can be bought now
  std::vector<Facet> attributes{};
  Money lowest{};  // price range of the matches, whatever the price filter
  Money highest{};
  Understanding understood{};
  std::string category_name{};  // of query.category
};

/// Finds products in an index that was refreshed. Never throws for any text.
Results find(const Index& index, const Query& query);

/// Brings the index up to date, then finds.
Results find(Index& index, db::Connection& db, const Query& query);

/// Brings the index up to date; then the products that match the most words of `text`, best first,
/// at most `limit`. Empty for a text without words.
std::vector<std::int64_t> find_ids(Index& index, db::Connection& db, const std::string& text,
                                   int limit);

/// The category with this slug, its parent first; empty when there is none.
std::vector<CategoryNode> category_path(const Index& index, const std::string& slug);

}  // namespace search
