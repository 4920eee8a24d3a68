/// listing_form.h - the listing's address: read into a query, and written for every link on it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "search/search.h"
#include "web/request.h"

namespace search {

/// What the address asks for. Values that make no sense are left out of the query and named.
struct ListingRequest {
  Query query{};
  std::vector<web::Message> problems{};
};
ListingRequest read_listing(const web::Request& request);

/// The present address with something changed; links always lead to the first page. Filters that
/// were read from the words stand in it as filters, and the words without them.
class ListingLinks {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  ListingLinks(const web::Request& request, const Results& results);

  /// With this parameter set to one value (an empty one takes it away).
  std::string with(std::string_view name, std::string_view value) const;
  /// With one more value of a parameter that may come several times.
  std::string adding(std::string_view name, std::string_view value) const;
  /// Without this value of the parameter.
  std::string without(std::string_view name, std::string_view value) const;
  /// With this range of prices; both empty take it away.
  std::string between(std::string_view lowest, std::string_view highest) const;
  std::string page(int number) const;
  /// The listing without filters, words and order kept.
  std::string unfiltered() const;
  /// What the links keep.
  const Pairs& pairs() const { return pairs_; }

 private:
  void add_read_filters(const web::Request& request, const Query& asked);
  /// The address of the pairs that are not left out, as a beginning to append to.
  template <class IsLeftOut>
  std::string address_without(IsLeftOut is_left_out) const;

  std::string path_;
  Pairs pairs_;                       // without the page
  std::vector<std::string> written_;  // each pair as it stands in an address
  std::string whole_;                 // the address of them all
};

/// The words as they were typed, taken another way: `how` is "exact" or "plain".
std::string as_typed(const web::Request& request, std::string_view how);

/// The name of a sort order in addresses: "relevance", "price", "-price" …
std::string_view name_of(Sort sort);

}  // namespace search
