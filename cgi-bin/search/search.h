/// search.h - finding products: read the query, understand, retrieve, rank, count the facets.
///
/// Used by the listing page, the API and the assistant alike.
///
/// Units:  prices are whole cents.
/// Errors: a query that finds nothing is an empty result that says what could be left out;
///         db::Unreachable rises when the index cannot be brought up to date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/index.h"
#include "search/query.h"
#include "search/rank.h"
#include "search/understand.h"

namespace search {

/// One value of a facet, with how many products it would leave (or add, when others of the same
/// facet are chosen already).
struct FacetValue {
  std::string value{};  // of the address: slug, brand, attribute value
  std::string name{};   // for people
  int count = 0;
  bool chosen = false;
  int depth = 0;  // of a category: how many are above it
};

struct Facet {
  std::string name{};  // "Colour"; empty for category, brand and stars
  std::vector<FacetValue> values{};
};

/// Products from one price up to another one, for a picture of all prices.
struct PriceBar {
  Money from{};
  Money to{};  // the last price that belongs to it
  int count = 0;
  bool chosen = false;  // the price filter lets it pass
};

struct Results {
  std::vector<const catalog::ProductCard*> products{};  // valid until the index is refreshed
  std::vector<std::uint32_t> slots{};                   // of these products in the index
  std::vector<Match> matches{};                         // and how well they fit
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
  std::vector<PriceBar> prices{};  // cheapest first; empty when there is nothing to choose
  Understanding understood{};
  std::string category_name{};  // of query.category
  Query asked{};                // the query as it was read: filters in words are filters here
  bool has_read_filters = false;
  bool has_all_words = true;        // some product found has all of the words
  bool is_without_filters = false;  // nothing fitted the filters in words: found without them
};

/// Finds products in an index that was refreshed. Never throws for any text.
Results find(const Index& index, const Query& query);

/// Brings the index up to date, then finds.
Results find(Index& index, db::Connection& db, const Query& query);

/// Brings the index up to date; then what fits the query, in its order, at most `limit` from the
/// first on whatever its page: for callers that show products in their own way.
struct FoundIds {
  std::vector<std::int64_t> ids{};
  int total = 0;
  Query asked{};  // as it was read
};
FoundIds find_all(Index& index, db::Connection& db, const Query& query, int limit);

/// Brings the index up to date; then the products that match the most words of `text`, best first,
/// at most `limit`. Empty for a text without words. Words are words: none is read as a filter.
std::vector<std::int64_t> find_ids(Index& index, db::Connection& db, const std::string& text,
                                   int limit);

/// The category with this slug, its parent first; empty when there is none.
std::vector<CategoryNode> category_path(const Index& index, const std::string& slug);

}  // namespace search
