#include "search/filters.h"

#include <algorithm>

namespace search {
namespace {

constexpr std::size_t kMostAttributeFilters = 20;

}  // namespace

Filters::Filters(const Index& index, const Query& query) : index_(index), query_(query) {
  choose_categories();
  choose_brands();
  choose_attributes();
  if (query.min_price) lowest_ = query.min_price->cents;
  if (query.max_price) highest_ = query.max_price->cents;
  if (query.in_stock_only) least_stock_ = 1;
  has_any_ = !query.category.empty() || !query.brands.empty() || query.min_price ||
             query.max_price || query.price || query.stock || query.in_stock_only ||
             query.min_stars > 0 || !query.attributes.empty();
}

void Filters::choose_categories() {
  const auto& nodes = index_.categories();
  categories_.assign(nodes.size() + 1, query_.category.empty() ? 1 : 0);
  if (query_.category.empty()) return;
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    std::size_t node = at;
    for (int level = 0; level < kMostLevels && node < nodes.size(); ++level) {
      if (nodes[node].slug == query_.category) categories_[at] = 1;
      node = nodes[node].parent;
    }
  }
}

void Filters::choose_brands() {
  brands_.assign(index_.brands().size(), query_.brands.empty() ? 1 : 0);
  for (std::size_t at = 0; !query_.brands.empty() && at < brands_.size(); ++at) {
    const bool is_chosen = std::find(query_.brands.begin(), query_.brands.end(),
                                     index_.brands()[at]) != query_.brands.end();
    if (is_chosen) brands_[at] = 1;
  }
}

void Filters::choose_attributes() {
  const auto& values = index_.attribute_values();
  value_bits_.assign(values.size(), 0);
  attribute_bits_.assign(values.size(), kNoFilter);
  unsigned bit = kFirstAttributeFilter;
  for (const AttributeFilter& filter : query_.attributes) {
    if (bit == kFirstAttributeFilter + kMostAttributeFilters) break;
    for (std::uint32_t at = 0; at < values.size(); ++at) {
      if (values[at].name != filter.name) continue;
      attribute_bits_[at] = std::min(attribute_bits_[at], bit);
      const bool is_chosen = std::find(filter.values.begin(), filter.values.end(),
                                       values[at].value) != filter.values.end();
      if (is_chosen) value_bits_[at] |= 1U << bit;
    }
    wanted_values_ |= 1U << bit++;
  }
}

bool Filters::passes(const Comparison& comparison, std::int64_t number) {
  switch (comparison.sign) {
    case '<': return number < comparison.value;
    case '>': return number > comparison.value;
    default: return number == comparison.value;
  }
}

}  // namespace search
