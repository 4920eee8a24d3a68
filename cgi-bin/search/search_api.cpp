/// search_api.cpp - GET /api/products and its other names: products by words and filters.
///
/// Test: tests/page/search_api_test.cpp

#include "search/search_api.h"

#include "base/text.h"
#include "catalog/product_json_view.h"
#include "search/explain_view.h"
#include "search/listing_form.h"
#include "search/search.h"
#include "search/taste_view.h"
#include "shop.h"
#include "web/json_list.h"

namespace search {
namespace {

void add_values(web::JsonText& json, const std::vector<FacetValue>& values) {
  json.open('[');
  for (const FacetValue& value : values) {
    json.open('{').key("value").text(value.value).key("name").text(value.name);
    json.key("count").number(value.count).key("chosen").boolean(value.chosen).close('}');
  }
  json.close(']');
}

void add_facets(web::JsonText& json, const Results& results) {
  json.open('{').key("category");
  add_values(json, results.categories.values);
  json.key("brand");
  add_values(json, results.brands.values);
  json.key("rating");
  add_values(json, results.stars.values);
  json.key("in_stock").number(results.in_stock);
  json.key("price").open('{').money("min", results.lowest).money("max", results.highest).close('}');
  json.key("attributes").open('[');
  for (const Facet& facet : results.attributes) {
    json.open('{').key("name").text(facet.name).key("values");
    add_values(json, facet.values);
    json.close('}');
  }
  json.close(']').close('}');
}

/// Everything about a product is in the index: no further query.
void add_products(web::JsonText& json, const web::Site& site, const Index& index,
                  const Results& results) {
  json.open('[');
  for (const std::uint32_t slot : results.slots) {
    const Entry& entry = index.entries()[slot];
    const std::uint32_t at = index.traits()[slot].category;
    const bool has_category = at < index.categories().size();
    catalog::add_product(json, site, entry.card,
                         {entry.description, has_category ? index.categories()[at].name : "",
                          has_category ? index.categories()[at].slug : ""});
  }
  json.close(']');
}

/// Filters that were read from the words; null when there are none.
web::Json read_as(const Results& results) {
  if (!results.has_read_filters) return nullptr;
  const Query& asked = results.asked;
  web::Json attributes = web::Json::array();
  for (const AttributeFilter& filter : asked.attributes) {
    attributes.push_back({{"name", filter.name}, {"values", filter.values}});
  }
  web::Json read = {{"q", asked.text},
                    {"category", asked.category.empty() ? web::Json() : web::Json(asked.category)},
                    {"brands", asked.brands},
                    {"attributes", std::move(attributes)}};
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
  const std::optional<Taste> taste = taste_of(request, shop, asked.query);
  if (taste) asked.query.taste = &*taste;

  const Results results = find(*shop.index, asked.query);
  if (results.is_stale) {
    throw web::BadFields(std::vector<web::FieldProblem>{{"after", {"api.stale_page"}}});
  }
  web::JsonText json;
  json.open('{').key("items");
  add_products(json, *request.site, *shop.index, results);
  json.key("total").number(results.total).key("next");
  json.text_or_null(results.has_more ? web::next_address(request, results.products.back()->id)
                                     : std::string());
  json.key("facets");
  add_facets(json, results);
  json.key("corrected_query").text_or_null(results.understood.corrected_text);
  json.key("read_as").raw(read_as(results).dump());
  if (wants_explanation(request, results)) {
    json.key("explain");
    add_explanation(json, *shop.index, results);
  }
  json.close('}');
  return web::revalidated(request, web::json_text_response(json.take()));
}

}  // namespace search
