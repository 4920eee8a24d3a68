/// search_api.cpp - GET /api/products and its other names: products by words and filters.
///
/// Test: tests/page/search_api_test.cpp

#include "search/search_api.h"

#include "base/text.h"
#include "catalog/product_json_view.h"
#include "search/listing_form.h"
#include "search/search.h"
#include "shop.h"
#include "web/json_list.h"

namespace search {
namespace {

web::Json to_json(const std::vector<FacetValue>& values) {
  web::Json list = web::Json::array();
  for (const FacetValue& value : values) {
    list.push_back({{"value", value.value},
                    {"name", value.name},
                    {"count", value.count},
                    {"chosen", value.chosen}});
  }
  return list;
}

web::Json facets_of(const Results& results) {
  web::Json attributes = web::Json::array();
  for (const Facet& facet : results.attributes) {
    attributes.push_back({{"name", facet.name}, {"values", to_json(facet.values)}});
  }
  web::Json price = web::Json::object();
  web::put_money(price, "min", results.lowest);
  web::put_money(price, "max", results.highest);
  return {{"category", to_json(results.categories.values)},
          {"brand", to_json(results.brands.values)},
          {"rating", to_json(results.stars.values)},
          {"in_stock", results.in_stock},
          {"price", std::move(price)},
          {"attributes", std::move(attributes)}};
}

/// Filters that were read from the words; null when there are none.
web::Json read_as(const Results& results) {
  if (!results.has_read_filters) return nullptr;
  const Query& asked = results.asked;
  web::Json attributes = web::Json::array();
  for (const AttributeFilter& filter : asked.attributes) {
    attributes.push_back({{"name", filter.name}, {"values", filter.values}});
  }
  web::Json read = {{"q", asked.text}, {"attributes", std::move(attributes)}};
  if (asked.min_price) web::put_money(read, "min_price", *asked.min_price);
  if (asked.max_price) web::put_money(read, "max_price", *asked.max_price);
  return read;
}

/// What a page passes over with a word, a client is told as a bad field.
void add_problems(web::QueryForm& query, const ListingRequest& asked) {
  constexpr std::string_view kStem = "listing.bad_";
  for (const web::Message& problem : asked.problems) {
    std::string field = problem.key.substr(kStem.size());
    // One rule for three fields: name the one that holds what was wrong.
    for (const char* name : {"min_price", "max_price", "price_value"}) {
      if (field == "price" && shortened(query.value(name), 40) == problem.arguments.at(0)) {
        field = name;
      }
    }
    query.add_problem(field, problem);
  }
}

/// Filters name a category by its slug; the name that products show does as well.
void resolve_category(const Index& index, web::QueryForm& query, Query& wish) {
  if (wish.category.empty()) return;
  const std::string wanted = to_lower(wish.category);
  for (const CategoryNode& node : index.categories()) {
    if (node.slug == wish.category || to_lower(node.name) == wanted) {
      wish.category = node.slug;
      return;
    }
  }
  query.add_problem("category", {"api.no_such_category"});
}

}  // namespace

web::Response api_products(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  ListingRequest asked = read_listing(request);
  add_problems(query, asked);
  const web::ListWish wish = web::read_list(query);
  asked.query.per_page = wish.per_page;
  asked.query.after = wish.after;
  shop.index->refresh(shop.db);
  resolve_category(*shop.index, query, asked.query);
  query.require_good();

  const Results results = find(*shop.index, asked.query);
  if (results.is_stale) {
    throw web::BadFields(std::vector<web::FieldProblem>{{"after", {"api.stale_page"}}});
  }
  web::Json answer = web::list_answer(
      request,
      catalog::products_json(*request.site, shop.db,
                             std::span<const catalog::ProductCard* const>(results.products)),
      results.total, results.has_more ? results.products.back()->id : 0);
  answer["facets"] = facets_of(results);
  const std::string& mended = results.understood.corrected_text;
  answer["corrected_query"] = mended.empty() ? web::Json(nullptr) : web::Json(mended);
  answer["read_as"] = read_as(results);
  return web::revalidated(request, web::json_response(answer));
}

}  // namespace search
