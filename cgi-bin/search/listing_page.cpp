/// listing_page.cpp - GET /search and GET /category/{slug}: products by words and filters.
///
/// Template: templates/search/listing_page.tpl
/// Test:     tests/page/listing_page_test.cpp

#include "memory.h"
#include "search/explain_view.h"
#include "search/listing_form.h"
#include "search/listing_view.h"
#include "search/past.h"
#include "search/search.h"
#include "search/search_pages.h"
#include "search/taste_view.h"
#include "shop.h"
#include "web/web.h"

namespace search {
namespace {

/// The chosen filters that stand in the way, with what leaving each one out would find.
std::vector<ListingView::Wider> wider_searches(const web::Request& request, const Index& index,
                                               const Results& results, const ListingLinks& links) {
  std::vector<ListingView::Wider> steps;
  for (const Chip& chip : chips_of(request, results, links)) {
    const int count = find(index, chip.without).total;
    if (count > 0) steps.push_back({chip.name, chip.url, count});
  }
  return steps;
}

std::vector<const catalog::ProductCard*> popular_products(const Index& index) {
  constexpr int kShown = 4;  // one row of the grid
  Query popular;
  popular.sort = Sort::popular;
  popular.in_stock_only = true;
  popular.per_page = kShown;
  return find(index, popular).products;
}

/// Search engines should know categories and their pages, not every combination of filters.
void describe(web::Page& page, const web::Request& request, const ListingView& view) {
  const bool is_plain = request.query.entries().empty() ||
                        (request.query.entries().size() == 1 && request.query.has("page"));
  if (is_plain) {
    page.set_canonical(view.results.page == 1 ? request.path : request.target());
    page.set_description(request.say(
        {"listing.description", {heading_of(view), std::to_string(view.results.total)}}));
  } else {
    page.set_noindex();
  }
  page.set_search_text(view.asked.query.text);
}

}  // namespace

web::Response listing_page(const web::Request& request, Shop& shop) {
  ListingRequest asked = read_listing(request);
  if (!request.captured.empty()) asked.query.category = request.captured_text("slug");
  const std::optional<Taste> taste = taste_of(request, shop, asked.query);
  if (taste) asked.query.taste = &*taste;
  const Results results = find(*shop.index, shop.db, asked.query);
  const auto path = category_path(*shop.index, asked.query.category);
  if (!request.captured.empty() && path.empty()) throw web::NotFound("category");

  const bool is_empty = results.total == 0;
  const auto instead =
      is_empty ? popular_products(*shop.index) : std::vector<const catalog::ProductCard*>{};
  const ListingLinks links(request, results);
  ListingView view{request, asked, results, links, path, instead, shop.memory->cards};
  if (is_empty) view.wider = wider_searches(request, *shop.index, results, links);

  if (!asked.query.text.empty()) {
    constexpr std::size_t kMostRelated = 6;
    const Stemmer& stemmer = shop.index->stemmer();
    shop.suggestions->refresh(shop.db, stemmer, request.now);
    view.related = shop.suggestions->related(results.understood, stemmer, kMostRelated);
  }

  web::Page page(request, "search/listing_page.tpl", heading_of(view));
  describe(page, request, view);
  fill_listing(page.body(), view);
  fill_explanation(page.body(), view, *shop.index);
  web::Response response = page.render();
  response.cacheable = true;
  if (!asked.query.text.empty()) {
    for (const catalog::ProductCard* product : results.products) {
      response.shown_products.push_back(product->id);
    }
  }
  return response;
}

}  // namespace search
