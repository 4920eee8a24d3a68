#include "search/taste.h"

namespace search {
namespace {

template <class Shares, class Key>
float share_of(const Shares& shares, const Key& key) {
  const auto known = shares.find(key);
  return known == shares.end() ? 0 : known->second;
}

float category_share(const Taste& taste, const Index& index, std::uint32_t category) {
  const bool is_known = category < index.categories().size();
  return is_known ? share_of(taste.categories, index.categories()[category].id) : 0;
}

float factor_of(const Taste& taste, float brand, float category) {
  return 1 + taste.most * (brand + category) / 2;
}

}  // namespace

float taste_factor(const Taste& taste, const Index& index, std::uint32_t slot) {
  const Traits& traits = index.traits()[slot];
  return factor_of(taste, share_of(taste.brands, index.brands()[traits.brand]),
                   category_share(taste, index, traits.category));
}

void apply_taste(const Taste& taste, const Index& index, std::vector<Match>& matches) {
  // Thousands of matches share few brands and categories.
  std::vector<float> brands(index.brands().size(), -1);
  std::vector<float> categories(index.categories().size() + 1, -1);
  for (Match& match : matches) {
    const Traits& traits = index.traits()[match.slot];
    float& brand = brands[traits.brand];
    if (brand < 0) brand = share_of(taste.brands, index.brands()[traits.brand]);
    float& category = categories[traits.category];
    if (category < 0) category = category_share(taste, index, traits.category);
    match.score *= factor_of(taste, brand, category);
  }
}

}  // namespace search
