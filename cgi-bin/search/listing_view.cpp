#include "search/listing_view.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "catalog/product_card.h"
#include "listing_page.tpl.varnames.h"

namespace search {
namespace {

using ctemplate::TemplateDictionary;

/// The facets' links lead to /category/{slug} as long as nothing else is asked.
std::string category_url(const web::Request& request, const FacetValue& value) {
  if (!request.query.entries().empty()) {
    ListingLinks links(request);
    return links.with("category", value.chosen ? "" : value.value);
  }
  return value.chosen ? "/search" : "/category/" + value.value;
}

void add_value(TemplateDictionary& facet, const FacetValue& value, const std::string& name,
               const std::string& url) {
  auto& row = *facet.AddSectionDictionary(klp_FACET_VALUE);
  row.SetValue(klp_FACET_VALUE_NAME, name);
  row.SetValue(klp_FACET_VALUE_URL, url);
  row.SetIntValue(klp_FACET_VALUE_COUNT, value.count);
  if (value.chosen) row.ShowSection(klp_FACET_VALUE_CHOSEN);
}

TemplateDictionary& add_facet(TemplateDictionary& page, const std::string& name) {
  auto& facet = *page.AddSectionDictionary(klp_FACET);
  facet.SetValue(klp_FACET_NAME, name);
  return facet;
}

void fill_facets(TemplateDictionary& page, const ListingView& view) {
  const web::Request& request = view.request;
  const ListingLinks links(request);
  const auto toggled = [&](const std::string& parameter, const FacetValue& value) {
    return value.chosen ? links.without(parameter, value.value)
                        : links.adding(parameter, value.value);
  };
  if (!view.results.categories.values.empty()) {
    auto& facet = add_facet(page, request.say({"listing.category"}));
    for (const FacetValue& value : view.results.categories.values) {
      add_value(facet, value, value.name, category_url(request, value));
    }
  }
  if (view.results.brands.values.size() > 1 || !view.asked.query.brands.empty()) {
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

void fill_sorts(TemplateDictionary& found, const ListingView& view) {
  constexpr std::array kOrders = {Sort::relevance, Sort::price_up, Sort::price_down,
                                  Sort::rating,    Sort::newest,   Sort::popular};
  const ListingLinks links(view.request);
  const bool has_words = !view.results.understood.terms.empty();
  const Sort asked = view.asked.query.sort;
  const Sort chosen = asked == Sort::relevance && !has_words ? Sort::popular : asked;
  for (const Sort order : kOrders) {
    if (order == Sort::relevance && !has_words) continue;
    const std::string name = view.request.say({"listing.sort_" + std::string(name_of(order))});
    auto& sort = *found.AddSectionDictionary(klp_SORT);
    if (order == chosen) {
      sort.SetValueAndShowSection(klp_SORT_HERE_NAME, name, klp_SORT_HERE);
      continue;
    }
    auto& link = *sort.AddSectionDictionary(klp_SORT_LINK);
    link.SetValue(klp_SORT_LINK_NAME, name);
    link.SetValue(klp_SORT_LINK_URL, links.with("sort", name_of(order)));
  }
}

/// First, last, and two around the present page.
std::vector<int> shown_pages(int page, int pages) {
  std::vector<int> shown;
  for (int number = 1; number <= pages; ++number) {
    const bool is_near = number >= page - 2 && number <= page + 2;
    if (number == 1 || number == pages || is_near) {
      shown.push_back(number);
    } else if (shown.back() != 0) {
      shown.push_back(0);  // a gap
    }
  }
  return shown;
}

void fill_pager(TemplateDictionary& page, const ListingView& view) {
  const Results& results = view.results;
  if (results.pages < 2) return;
  const ListingLinks links(view.request);
  auto& pager = *page.AddSectionDictionary(klp_PAGER);
  if (results.page > 1) {
    pager.SetValueAndShowSection(klp_PAGER_BEFORE_URL, links.page(results.page - 1),
                                 klp_PAGER_BEFORE);
  }
  if (results.page < results.pages) {
    pager.SetValueAndShowSection(klp_PAGER_NEXT_URL, links.page(results.page + 1), klp_PAGER_NEXT);
  }
  for (const int number : shown_pages(results.page, results.pages)) {
    auto& step = *pager.AddSectionDictionary(klp_PAGER_PAGE);
    if (number == 0) {
      step.ShowSection(klp_PAGER_GAP);
    } else if (number == results.page) {
      step.AddSectionDictionary(klp_PAGER_HERE)->SetIntValue(klp_PAGER_HERE_NUMBER, number);
    } else {
      auto& link = *step.AddSectionDictionary(klp_PAGER_LINK);
      link.SetIntValue(klp_PAGER_LINK_NUMBER, number);
      link.SetValue(klp_PAGER_LINK_URL, links.page(number));
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
  const Query& query = view.asked.query;
  page.SetValue(klp_FORM_ACTION, view.request.path);
  constexpr std::array<std::string_view, 8> kOwnFields = {"min_price",   "max_price", "price_op",
                                                          "price_value", "stock_op",  "stock_value",
                                                          "in_stock",    "page"};
  for (const auto& [name, value] : view.request.query.entries()) {
    const bool is_own = std::find(kOwnFields.begin(), kOwnFields.end(), name) != kOwnFields.end();
    if (is_own || value.empty()) continue;
    auto& keep = *page.AddSectionDictionary(klp_KEEP);
    keep.SetValue(klp_KEEP_NAME, name);
    keep.SetValue(klp_KEEP_VALUE, value);
  }
  const auto& understood = view.results.understood;
  const auto min_price = query.min_price ? query.min_price : understood.min_price;
  const auto max_price = query.max_price ? query.max_price : understood.max_price;
  if (min_price) page.SetValue(klp_MIN_PRICE, to_decimal(*min_price));
  if (max_price) page.SetValue(klp_MAX_PRICE, to_decimal(*max_price));
  page.SetValue(klp_LOWEST, to_decimal(view.results.lowest));
  page.SetValue(klp_HIGHEST, to_decimal(view.results.highest));
  select_sign(page, query.price, {klp_PRICE_LESS, klp_PRICE_SAME, klp_PRICE_MORE});
  select_sign(page, query.stock, {klp_STOCK_LESS, klp_STOCK_SAME, klp_STOCK_MORE});
  if (query.price) page.SetValue(klp_PRICE_VALUE, to_decimal(Money{query.price->value}));
  if (query.stock) page.SetIntValue(klp_STOCK_VALUE, static_cast<long>(query.stock->value));
  if (query.in_stock_only) page.ShowSection(klp_IN_STOCK_CHOSEN);
  page.SetIntValue(klp_IN_STOCK_COUNT, view.results.in_stock);
}

void fill_nothing(TemplateDictionary& page, const ListingView& view, bool has_filters) {
  auto& nothing = *page.AddSectionDictionary(klp_NOTHING);
  const std::string& text = view.asked.query.text;
  if (!text.empty()) {
    nothing.SetValueAndShowSection(klp_NOTHING_TEXT_VALUE, text, klp_NOTHING_TEXT);
  }
  if (has_filters) nothing.ShowSection(klp_NOTHING_FILTERS);
  nothing.SetValue(klp_NOTHING_ASK_URL, "/chat?ask=" + url_encoded(text));
  if (!view.wider.empty()) {
    auto& wider = *nothing.AddSectionDictionary(klp_WIDER);
    for (const ListingView::Wider& step : view.wider) {
      auto& row = *wider.AddSectionDictionary(klp_WIDER_STEP);
      row.SetValue(klp_WIDER_STEP_NAME, step.name);
      row.SetValue(klp_WIDER_STEP_URL, step.url);
      row.SetIntValue(klp_WIDER_STEP_COUNT, step.count);
    }
  }
  if (view.instead.empty()) return;
  auto& instead = *page.AddSectionDictionary(klp_INSTEAD);
  for (const catalog::ProductCard* product : view.instead) {
    catalog::fill_product_card(*instead.AddIncludeDictionary(klp_INSTEAD_PRODUCTS), *product,
                               view.request.site->currency);
  }
}

void fill_found(TemplateDictionary& page, const ListingView& view) {
  const Results& results = view.results;
  auto& found = *page.AddSectionDictionary(klp_FOUND);
  found.SetIntValue(klp_FOUND_COUNT, results.total);
  if (results.pages > 1) {
    auto& note = *found.AddSectionDictionary(klp_PAGE_NOTE);
    note.SetIntValue(klp_PAGE_NOTE_NUMBER, results.page);
    note.SetIntValue(klp_PAGE_NOTE_COUNT, results.pages);
  }
  fill_sorts(found, view);
  for (const catalog::ProductCard* product : results.products) {
    catalog::fill_product_card(*found.AddIncludeDictionary(klp_PRODUCTS), *product,
                               view.request.site->currency);
  }
}

void fill_path(TemplateDictionary& page, const ListingView& view) {
  if (view.path.empty()) return;
  auto& path = *page.AddSectionDictionary(klp_PATH);
  for (const CategoryNode& node : view.path) {
    if (&node == &view.path.back()) break;
    auto& step = *path.AddSectionDictionary(klp_PATH_STEP);
    step.SetValue(klp_PATH_STEP_URL, "/category/" + node.slug);
    step.SetValue(klp_PATH_STEP_NAME, node.name);
  }
  path.SetValue(klp_PATH_NAME, view.path.back().name);
}

/// Makes the chips one after the other, each with the query that lacks it.
class ChipMaker {
 public:
  ChipMaker(const web::Request& request, const Query& query, const Results& results)
      : request_(request), query_(query), results_(results), links_(request) {}

  std::vector<Chip> make() {
    // A category of the path (/category/lamps) is left by going to all products.
    const bool is_in_path = request_.path.starts_with("/category/");
    if (!query_.category.empty() && !is_in_path) {
      add(results_.category_name.empty() ? query_.category : results_.category_name,
          links_.with("category", ""), [](Query& q) { q.category.clear(); });
    }
    for (const std::string& brand : query_.brands) {
      add(brand, links_.without("brand", brand), [&](Query& q) { std::erase(q.brands, brand); });
    }
    make_numbers();
    for (const AttributeFilter& filter : query_.attributes) {
      for (const std::string& value : filter.values) {
        add(filter.name + ": " + value, links_.without("a." + filter.name, value),
            [&](Query& q) { drop_value(q, filter.name, value); });
      }
    }
    return std::move(chips_);
  }

 private:
  template <class Change>
  void add(const std::string& name, const std::string& url, Change change) {
    Chip chip{name, url, query_};
    change(chip.without);
    chips_.push_back(std::move(chip));
  }

  void make_numbers() {
    const std::string& currency = request_.site->currency;
    if (query_.min_price) {
      add(say("listing.from", to_text(*query_.min_price, currency)), links_.with("min_price", ""),
          [](Query& q) { q.min_price.reset(); });
    }
    if (query_.max_price) {
      add(say("listing.to", to_text(*query_.max_price, currency)), links_.with("max_price", ""),
          [](Query& q) { q.max_price.reset(); });
    }
    if (query_.price) {
      add(say(comparison_key("price", query_.price->sign),
              to_text(Money{query_.price->value}, currency)),
          links_.with("price_op", ""), [](Query& q) { q.price.reset(); });
    }
    if (query_.stock) {
      add(say(comparison_key("stock", query_.stock->sign), std::to_string(query_.stock->value)),
          links_.with("stock_op", ""), [](Query& q) { q.stock.reset(); });
    }
    if (query_.in_stock_only) {
      add(request_.say({"listing.in_stock"}), links_.with("in_stock", ""),
          [](Query& q) { q.in_stock_only = false; });
    }
    if (query_.min_stars > 0) {
      add(say("listing.stars", std::to_string(query_.min_stars)), links_.with("rating", ""),
          [](Query& q) { q.min_stars = 0; });
    }
  }

  static std::string comparison_key(const std::string& what, char sign) {
    const std::string how = sign == '<' ? "less" : sign == '>' ? "more" : "same";
    return "listing." + what + "_" + how;
  }

  static void drop_value(Query& query, const std::string& name, const std::string& value) {
    for (AttributeFilter& filter : query.attributes) {
      if (filter.name == name) std::erase(filter.values, value);
    }
    std::erase_if(query.attributes,
                  [](const AttributeFilter& filter) { return filter.values.empty(); });
  }

  std::string say(const std::string& key, const std::string& argument) const {
    return request_.say({key, {argument}});
  }

  const web::Request& request_;
  const Query& query_;
  const Results& results_;
  ListingLinks links_;
  std::vector<Chip> chips_;
};

}  // namespace

std::vector<Chip> chips_of(const web::Request& request, const Query& query,
                           const Results& results) {
  return ChipMaker(request, query, results).make();
}

std::string heading_of(const ListingView& view) {
  const std::string& text = view.asked.query.text;
  if (!text.empty()) return view.request.say({"listing.heading_search", {shortened(text, 80)}});
  if (!view.path.empty()) return view.path.back().name;
  return view.request.say({"listing.heading_all"});
}

void fill_listing(TemplateDictionary& page, const ListingView& view) {
  const web::Request& request = view.request;
  page.SetValue(klp_HEADING, heading_of(view));
  fill_path(page, view);
  for (const web::Message& problem : view.asked.problems) {
    page.AddSectionDictionary(klp_BAD_INPUT)->SetValue(klp_BAD_INPUT_TEXT, request.say(problem));
  }
  const ListingLinks links(request);
  const std::string& corrected = view.results.understood.corrected_text;
  if (!corrected.empty()) {
    auto& section = *page.AddSectionDictionary(klp_CORRECTED);
    section.SetValue(klp_CORRECTED_TEXT, corrected);
    section.SetValue(klp_CORRECTED_TYPED, shortened(view.asked.query.text, 80));
    section.SetValue(klp_CORRECTED_EXACT_URL, links.with("exact", "1"));
  }
  const auto chips = chips_of(request, view.asked.query, view.results);
  if (!chips.empty()) {
    auto& section = *page.AddSectionDictionary(klp_CHIPS);
    section.SetValue(klp_CHIPS_CLEAR_URL, links.unfiltered());
    for (const Chip& chip : chips) {
      auto& row = *section.AddSectionDictionary(klp_CHIP);
      row.SetValue(klp_CHIP_NAME, chip.name);
      row.SetValue(klp_CHIP_URL, chip.url);
    }
  }
  if (view.results.total > 0) {
    fill_found(page, view);
  } else {
    fill_nothing(page, view, !chips.empty());
  }
  fill_pager(page, view);
  fill_facets(page, view);
  fill_form(page, view);
}

}  // namespace search
