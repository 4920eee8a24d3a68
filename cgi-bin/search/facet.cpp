#include "search/facet.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "search/filters.h"

namespace search {
namespace {

constexpr std::size_t kMostAttributeFacets = 6;
constexpr std::size_t kMostValues = 14;
constexpr std::size_t kMostBars = 8;

struct Counts {
  explicit Counts(const Index& index)
      : categories(index.categories().size() + 1),
        brands(index.brands().size()),
        attributes(index.attribute_values().size()) {}

  enum Kind : std::uint64_t { kOfCategory, kOfBrand, kOfStars, kOfPrice, kOfStock, kOfAttribute };
  /// False for a further variant of a product that this value counts already.
  bool is_first(Kind kind, std::uint32_t value, const Traits& product) {
    if (product.family == 0) return true;
    return seen.emplace(product.family, kind << 32U | value).second;
  }
  void count_brand(std::uint32_t brand) {
    if (brands[brand]++ == 0) counted_brands.push_back(brand);
  }
  void see_price(std::int64_t price) {
    lowest = std::min(lowest, price);
    highest = std::max(highest, price);
  }

  std::vector<int> categories;
  std::vector<int> brands;
  std::vector<std::size_t> counted_brands;  // those that are not 0: a shop has thousands
  std::array<int, 6> stars{};
  std::array<int, kPriceSteps> prices{};
  std::int64_t lowest = INT64_MAX;
  std::int64_t highest = 0;
  int in_stock = 0;
  std::vector<int> attributes;
  std::set<std::pair<std::uint32_t, std::uint64_t>> seen;
};

bool fails_several(std::uint32_t failed) {
  return (failed & (failed - 1)) != 0;
}

/// True when the only filter that fails, if any, is this one.
bool passes_all_but(std::uint32_t failed, unsigned bit) {
  return (failed & ~(1U << bit)) == 0;
}

void count_product(const Index& index, const Filters& filters, const Traits& product,
                   std::uint32_t failed, Counts& counts) {
  const auto counts_for = [&](unsigned bit, Counts::Kind kind, std::uint32_t value) {
    return passes_all_but(failed, bit) && counts.is_first(kind, value, product);
  };
  const auto count = [&](unsigned bit, Counts::Kind kind, std::uint32_t value, int& counter) {
    if (counts_for(bit, kind, value)) ++counter;
  };
  count(kCategoryFilter, Counts::kOfCategory, product.category,
        counts.categories[product.category]);
  if (counts_for(kBrandFilter, Counts::kOfBrand, product.brand)) counts.count_brand(product.brand);
  count(kPriceFilter, Counts::kOfPrice, product.price_step, counts.prices[product.price_step]);
  count(kStarsFilter, Counts::kOfStars, product.stars, counts.stars[product.stars]);
  for (const std::uint32_t value : index.attributes_of(product)) {
    count(filters.bit_of_value(value), Counts::kOfAttribute, value, counts.attributes[value]);
  }
  if (passes_all_but(failed, kPriceFilter)) counts.see_price(product.price);
  if (product.in_stock > 0) count(kStockFilter, Counts::kOfStock, 0, counts.in_stock);
}

/// The same for a product that passes every filter and has no variants.
void count_every_value(const Index& index, const Traits& product, Counts& counts) {
  ++counts.categories[product.category];
  counts.count_brand(product.brand);
  ++counts.prices[product.price_step];
  ++counts.stars[product.stars];
  for (const std::uint32_t value : index.attributes_of(product)) ++counts.attributes[value];
  counts.see_price(product.price);
  counts.in_stock += product.in_stock > 0 ? 1 : 0;
}

/// The same for one that fails one filter only and has no variants: another choice there would show
/// it.
void count_for_one(const Index& index, const Filters& filters, const Traits& product, unsigned bit,
                   Counts& counts) {
  switch (bit) {
    case kCategoryFilter: ++counts.categories[product.category]; return;
    case kBrandFilter: counts.count_brand(product.brand); return;
    case kPriceFilter:
      ++counts.prices[product.price_step];
      counts.see_price(product.price);
      return;
    case kStockFilter: counts.in_stock += product.in_stock > 0 ? 1 : 0; return;
    case kStarsFilter: ++counts.stars[product.stars]; return;
    default:
      for (const std::uint32_t value : index.attributes_of(product)) {
        counts.attributes[value] += filters.bit_of_value(value) == bit ? 1 : 0;
      }
  }
}

/// What lies anywhere in a large catalogue is fetched from memory before it is looked at.
class Fetcher {
 public:
  Fetcher(const Index& index, const std::vector<Match>& matches)
      : index_(index), traits_(index.traits()), matches_(matches) {}

  void fetch_after(std::size_t at) const {
    constexpr std::size_t kTraitsAhead = 40;
    constexpr std::size_t kValuesAhead = 12;
    if (at + kTraitsAhead < matches_.size()) {
      __builtin_prefetch(&traits_[matches_[at + kTraitsAhead].slot]);
    }
    if (at + kValuesAhead < matches_.size()) {
      __builtin_prefetch(index_.attributes_of(traits_[matches_[at + kValuesAhead].slot]).data());
    }
  }

 private:
  const Index& index_;
  const std::vector<Traits>& traits_;
  const std::vector<Match>& matches_;
};

void count_all(const Index& index, const std::vector<Match>& matches, Counts& counts) {
  const Fetcher fetcher(index, matches);
  for (std::size_t at = 0; at < matches.size(); ++at) {
    fetcher.fetch_after(at);
    count_every_value(index, index.traits()[matches[at].slot], counts);
  }
}

/// Leaves those that pass every filter.
void filter_and_count(const Index& index, const Filters& filters, std::vector<Match>& matches,
                      Counts& counts) {
  const Fetcher fetcher(index, matches);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < matches.size(); ++at) {
    fetcher.fetch_after(at);
    const Traits& product = index.traits()[matches[at].slot];
    const std::uint32_t failed = filters.failures(product);
    if (fails_several(failed)) continue;
    if (product.family != 0) {
      count_product(index, filters, product, failed, counts);
    } else if (failed == 0) {
      count_every_value(index, product, counts);
    } else {
      count_for_one(index, filters, product, static_cast<unsigned>(std::countr_zero(failed)),
                    counts);
    }
    matches[kept] = matches[at];
    kept += failed == 0 ? 1 : 0;
  }
  matches.resize(kept);
}

void by_count(std::vector<FacetValue>& values) {
  std::stable_sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.chosen != b.chosen ? a.chosen : a.count > b.count;
  });
}

/// Lays the categories out as a tree; children add to all above them. Only what helps is shown: the
/// top, what leads to the chosen one, its children and its siblings.
class CategoryTree {
 public:
  CategoryTree(const Index& index, const Query& query, const std::vector<int>& counts)
      : nodes_(index.categories()), sums_(nodes_.size()), is_on_path_(nodes_.size()) {
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
      if (counts[at] > 0) add_upwards(at, counts[at]);
      if (!query.category.empty() && nodes_[at].slug == query.category) chosen_ = at;
    }
    std::size_t node = chosen_;
    for (int level = 0; level < kMostLevels && node < nodes_.size(); ++level) {
      is_on_path_[node] = true;
      node = nodes_[node].parent;
    }
  }

  Facet facet() {
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
      if (nodes_[at].parent >= nodes_.size()) show(at, 0);
    }
    return std::move(facet_);
  }

 private:
  void add_upwards(std::size_t at, int count) {
    for (int level = 0; level < kMostLevels && at < nodes_.size(); ++level) {
      sums_[at] += count;
      at = nodes_[at].parent;
    }
  }

  void show(std::size_t at, int depth) {
    const CategoryNode& node = nodes_[at];
    if (node.slug.empty() || depth >= kMostLevels || (sums_[at] == 0 && !is_on_path_[at])) return;
    facet_.values.push_back({node.slug, node.name, sums_[at], at == chosen_, depth});
    if (!is_on_path_[at]) return;
    for (std::size_t child = 0; child < nodes_.size(); ++child) {
      if (nodes_[child].parent == at) show(child, depth + 1);
    }
  }

  const std::vector<CategoryNode>& nodes_;
  std::vector<int> sums_;
  std::vector<bool> is_on_path_;  // chosen, or above it
  std::size_t chosen_ = SIZE_MAX;
  Facet facet_;
};

/// Those with most products; chosen ones always, before the others.
Facet brand_facet(const Index& index, const Query& query, Counts& all) {
  const std::vector<int>& counts = all.brands;
  std::vector<std::size_t>& shown = all.counted_brands;
  std::erase_if(shown, [&](std::size_t at) { return index.brands()[at].empty(); });
  const auto kept = static_cast<std::ptrdiff_t>(std::min(kMostValues, shown.size()));
  std::partial_sort(shown.begin(), shown.begin() + kept, shown.end(),
                    [&](std::size_t a, std::size_t b) {
                      return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                    });
  shown.resize(static_cast<std::size_t>(kept));
  Facet facet;
  for (const std::string& brand : query.brands) {
    const auto known = std::find(index.brands().begin(), index.brands().end(), brand);
    const auto at = static_cast<std::size_t>(known - index.brands().begin());
    const bool is_twice =
        std::any_of(facet.values.begin(), facet.values.end(),
                    [&](const FacetValue& value) { return value.value == brand; });
    if (at == index.brands().size() || is_twice) continue;
    facet.values.push_back({brand, brand, counts[at], true, 0});
    std::erase(shown, at);
  }
  for (const std::size_t at : shown) {
    const std::string& name = index.brands()[at];
    facet.values.push_back({name, name, counts[at], false, 0});
  }
  by_count(facet.values);
  if (facet.values.size() > kMostValues) facet.values.resize(kMostValues);
  return facet;
}

/// Bars for all steps between the cheapest and the dearest; at both ends they are joined until few
/// are left.
std::vector<PriceBar> price_bars(const Query& query, const std::array<int, kPriceSteps>& counts) {
  std::vector<PriceBar> bars;
  for (std::size_t step = 0; step < kPriceSteps; ++step) {
    if (bars.empty() && counts.at(step) == 0) continue;
    bars.push_back(
        {price_of_step(step), Money{price_of_step(step + 1).cents - 1}, counts.at(step), false});
  }
  while (!bars.empty() && bars.back().count == 0) bars.pop_back();
  while (bars.size() > kMostBars) {
    if (bars.front().count <= bars.back().count) {
      bars[1].from = bars[0].from;
      bars[1].count += bars[0].count;
      bars.erase(bars.begin());
    } else {
      PriceBar& last = bars[bars.size() - 2];
      last.to = bars.back().to;
      last.count += bars.back().count;
      bars.pop_back();
    }
  }
  if (bars.size() < 2) return {};
  if (!query.min_price && !query.max_price) return bars;
  for (PriceBar& bar : bars) {
    bar.chosen = (!query.min_price || bar.to >= *query.min_price) &&
                 (!query.max_price || bar.from <= *query.max_price);
  }
  return bars;
}

Facet star_facet(const Query& query, const std::array<int, 6>& counts) {
  Facet facet;
  int sum = counts[5];
  for (int stars = 4; stars >= 2; --stars) {
    sum += counts.at(static_cast<std::size_t>(stars));
    const bool chosen = query.min_stars == stars;
    if (sum == 0 && !chosen) continue;
    facet.values.push_back({std::to_string(stars), std::to_string(stars), sum, chosen});
  }
  return facet;
}

std::vector<Facet> attribute_facets(const Index& index, const Query& query, const Counts& counts,
                                    int total) {
  std::map<std::string, Facet> by_name;
  std::map<std::string, int> coverage;
  for (std::size_t at = 0; at < counts.attributes.size(); ++at) {
    const AttributeValue& attribute = index.attribute_values()[at];
    bool chosen = false;
    for (const AttributeFilter& filter : query.attributes) {
      chosen |= filter.name == attribute.name &&
                std::find(filter.values.begin(), filter.values.end(), attribute.value) !=
                    filter.values.end();
    }
    if (counts.attributes[at] == 0 && !chosen) continue;
    Facet& facet = by_name[attribute.name];
    facet.name = attribute.name;
    facet.values.push_back({attribute.value, attribute.value, counts.attributes[at], chosen});
    coverage[attribute.name] += counts.attributes[at];
  }
  std::vector<Facet> facets;
  for (auto& [name, facet] : by_name) {
    const bool is_chosen = std::any_of(facet.values.begin(), facet.values.end(),
                                       [](const FacetValue& value) { return value.chosen; });
    // A facet helps when it parts many of the products into a few groups.
    const bool helps = facet.values.size() >= 2 && facet.values.size() <= 2 * kMostValues &&
                       coverage[name] * 5 >= total;
    if (!is_chosen && !helps) continue;
    by_count(facet.values);
    if (facet.values.size() > kMostValues) facet.values.resize(kMostValues);
    facets.push_back(std::move(facet));
  }
  std::stable_sort(facets.begin(), facets.end(), [&](const Facet& a, const Facet& b) {
    return coverage[a.name] > coverage[b.name];
  });
  const auto is_spare = [&](const Facet& facet) {
    return std::none_of(facet.values.begin(), facet.values.end(),
                        [](const FacetValue& value) { return value.chosen; });
  };
  while (facets.size() > kMostAttributeFacets && is_spare(facets.back())) facets.pop_back();
  return facets;
}

}  // namespace

std::vector<Match> filter_and_count(const Index& index, const Query& query,
                                    std::vector<Match> matches, Results& results) {
  const Filters filters(index, query);
  Counts counts(index);
  if (filters.has_any() || index.has_families()) {
    filter_and_count(index, filters, matches, counts);
  } else {
    count_all(index, matches, counts);
  }
  results.in_stock = counts.in_stock;
  results.lowest = Money{counts.lowest == INT64_MAX ? 0 : counts.lowest};
  results.highest = Money{counts.highest};
  results.categories = CategoryTree(index, query, counts.categories).facet();
  results.prices = price_bars(query, counts.prices);
  results.brands = brand_facet(index, query, counts);
  results.stars = star_facet(query, counts.stars);
  results.attributes = attribute_facets(index, query, counts, static_cast<int>(matches.size()));
  return matches;
}

}  // namespace search
