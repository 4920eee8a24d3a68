#include <algorithm>
#include <array>

#include "listing_page.tpl.varnames.h"
#include "search/listing_form.h"
#include "search/listing_view.h"

namespace search {

using ctemplate::TemplateDictionary;
using web::NumberText;

namespace {

constexpr int kDeepest = 4;  // level that the style sheet indents

}  // namespace

std::string category_url(const ListingView& view, const FacetValue& value) {
  const web::Request& request = view.request;
  if (!request.query.entries().empty()) {
    return view.links.with("category", value.chosen ? "" : value.value);
  }
  return value.chosen ? "/search" : "/category/" + value.value;
}

namespace {

void add_value(TemplateDictionary& facet, const FacetValue& value, const std::string& name,
               const std::string& url) {
  auto& row = *facet.AddSectionDictionary(klp_FACET_VALUE);
  row.SetValue(klp_FACET_VALUE_NAME, name);
  row.SetValue(klp_FACET_VALUE_URL, url);
  row.SetValue(klp_FACET_VALUE_COUNT, NumberText(value.count));
  if (value.depth > 0) {
    row.SetValue(klp_FACET_VALUE_BELOW_DEPTH, NumberText(std::min(value.depth, kDeepest)));
    row.ShowSection(klp_FACET_VALUE_BELOW);
  }
  if (value.chosen) row.ShowSection(klp_FACET_VALUE_CHOSEN);
}

TemplateDictionary& add_facet(TemplateDictionary& page, const std::string& name) {
  auto& facet = *page.AddSectionDictionary(klp_FACET);
  facet.SetValue(klp_FACET_NAME, name);
  return facet;
}

/// A lying bar a step of prices; each is a link that filters.
void fill_prices(TemplateDictionary& page, const ListingView& view) {
  const Results& results = view.results;
  if (results.prices.empty()) return;
  const ListingLinks& links = view.links;
  const std::string& currency = view.request.site->currency;
  auto& section = *page.AddSectionDictionary(klp_PRICES);
  int top = 0;
  for (const PriceBar& bar : results.prices) top = std::max(top, bar.count);
  for (const PriceBar& bar : results.prices) {
    const bool is_alone = results.asked.min_price == bar.from && results.asked.max_price == bar.to;
    auto& row = *section.AddSectionDictionary(klp_PRICES_BAR);
    row.SetValue(klp_PRICES_BAR_FROM, to_text(bar.from, currency));
    row.SetValue(klp_PRICES_BAR_TO, to_text(bar.to, currency));
    row.SetValue(klp_PRICES_BAR_COUNT, NumberText(bar.count));
    row.SetValue(klp_PRICES_BAR_TOP, NumberText(top));
    row.SetValue(klp_PRICES_BAR_URL, is_alone
                                         ? links.between("", "")
                                         : links.between(to_decimal(bar.from), to_decimal(bar.to)));
    if (bar.chosen) row.ShowSection(klp_PRICES_BAR_CHOSEN);
  }
}

void fill_facets(TemplateDictionary& page, const ListingView& view) {
  const web::Request& request = view.request;
  const ListingLinks& links = view.links;
  const auto toggled = [&](const std::string& parameter, const FacetValue& value) {
    return value.chosen ? links.without(parameter, value.value)
                        : links.adding(parameter, value.value);
  };
  if (!view.results.categories.values.empty()) {
    auto& facet = add_facet(page, request.say({"listing.category"}));
    for (const FacetValue& value : view.results.categories.values) {
      add_value(facet, value, value.name, category_url(view, value));
    }
  }
  if (view.results.brands.values.size() > 1 || !view.results.asked.brands.empty()) {
    auto& facet = add_facet(page, request.say({"listing.brand"}));
    for (const FacetValue& value : view.results.brands.values) {
      add_value(facet, value, value.name, toggled("brand", value));
    }
  }
  if (!view.results.stars.values.empty()) {
    auto& facet = add_facet(page, request.say({"listing.rating"}));
    for (const FacetValue& value : view.results.stars.values) {
      add_value(facet, value, request.say({"listing.stars", {value.value}}),
                links.with("rating", value.chosen ? "" : value.value));
    }
  }
  for (const Facet& attribute : view.results.attributes) {
    auto& facet = add_facet(page, attribute.name);
    for (const FacetValue& value : attribute.values) {
      add_value(facet, value, value.name, toggled("a." + attribute.name, value));
    }
  }
}

void select_sign(TemplateDictionary& page, const std::optional<Comparison>& comparison,
                 const std::array<ctemplate::TemplateString, 3>& sections) {
  if (!comparison) return;
  const std::size_t at = std::string_view("<=>").find(comparison->sign);
  page.ShowSection(sections.at(at));
}

void fill_form(TemplateDictionary& page, const ListingView& view) {
  const Query& query = view.results.asked;
  page.SetValue(klp_FORM_ACTION, view.request.path);
  constexpr std::array<std::string_view, 8> kOwnFields = {"min_price",   "max_price", "price_op",
                                                          "price_value", "stock_op",  "stock_value",
                                                          "in_stock",    "page"};
  for (const auto& [name, value] : view.links.pairs()) {
    const bool is_own = std::find(kOwnFields.begin(), kOwnFields.end(), name) != kOwnFields.end();
    if (is_own) continue;
    auto& keep = *page.AddSectionDictionary(klp_KEEP);
    keep.SetValue(klp_KEEP_NAME, name);
    keep.SetValue(klp_KEEP_VALUE, value);
  }
  if (query.min_price) page.SetValue(klp_MIN_PRICE, to_decimal(*query.min_price));
  if (query.max_price) page.SetValue(klp_MAX_PRICE, to_decimal(*query.max_price));
  page.SetValue(klp_LOWEST, to_decimal(view.results.lowest));
  page.SetValue(klp_HIGHEST, to_decimal(view.results.highest));
  select_sign(page, query.price, {klp_PRICE_LESS, klp_PRICE_SAME, klp_PRICE_MORE});
  select_sign(page, query.stock, {klp_STOCK_LESS, klp_STOCK_SAME, klp_STOCK_MORE});
  if (query.price) page.SetValue(klp_PRICE_VALUE, to_decimal(Money{query.price->value}));
  if (query.stock) page.SetIntValue(klp_STOCK_VALUE, static_cast<long>(query.stock->value));
  if (query.in_stock_only) page.ShowSection(klp_IN_STOCK_CHOSEN);
  page.SetIntValue(klp_IN_STOCK_COUNT, view.results.in_stock);
}

}  // namespace

void fill_filters(TemplateDictionary& page, const ListingView& view) {
  fill_facets(page, view);
  fill_prices(page, view);
  fill_form(page, view);
}

}  // namespace search
