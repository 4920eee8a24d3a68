#include <algorithm>

#include "search/listing_form.h"
#include "search/listing_view.h"

namespace search {
namespace {

/// Makes the chips one after the other, each with the query that lacks it.
class ChipMaker {
 public:
  ChipMaker(const web::Request& request, const Results& results, const ListingLinks& links)
      : request_(request), query_(results.asked), results_(results), links_(links) {}

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
  const ListingLinks& links_;
  std::vector<Chip> chips_;
};

}  // namespace

std::vector<Chip> chips_of(const web::Request& request, const Results& results,
                           const ListingLinks& links) {
  return ChipMaker(request, results, links).make();
}

}  // namespace search
