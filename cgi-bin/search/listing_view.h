/// listing_view.h - fills listing_page.tpl: the page itself, its chips (listing_chips.cpp)
/// and its column of filters (listing_filters.cpp).
#pragma once

#include "catalog/finished_cards_view.h"
#include "search/listing_form.h"
#include "search/search.h"
#include "web/number_text.h"
#include "web/page.h"

namespace search {

/// Everything listing_page.tpl needs, and nothing else.
struct ListingView {
  const web::Request& request;
  const ListingRequest& asked;
  const Results& results;
  const ListingLinks& links;
  const std::vector<CategoryNode>& path;                    // of the category; empty: none
  const std::vector<const catalog::ProductCard*>& instead;  // shown when nothing was found
  catalog::FinishedCards& cards;
  struct Wider {
    std::string name{};
    std::string url{};
    int count = 0;
  };
  std::vector<Wider> wider{};          // filters that could be left out, with what that would find
  std::vector<std::string> related{};  // what others searched for
};

/// One chosen filter as a visitor reads it, and the address without it.
struct Chip {
  std::string name{};
  std::string url{};
  Query without{};
};
std::vector<Chip> chips_of(const web::Request& request, const Results& results,
                           const ListingLinks& links);

/// Links of categories lead to /category/{slug} as long as nothing else is asked.
std::string category_url(const ListingView& view, const FacetValue& value);

std::string heading_of(const ListingView& view);
/// The column of facets, prices and numbers.
void fill_filters(ctemplate::TemplateDictionary& page, const ListingView& view);
void fill_listing(ctemplate::TemplateDictionary& page, const ListingView& view);

}  // namespace search
