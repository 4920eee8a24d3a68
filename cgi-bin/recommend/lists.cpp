#include "recommend/lists.h"

#include <algorithm>
#include <unordered_map>

#include "recommend/quality.h"

namespace recommend {
namespace {

constexpr std::size_t kPerAccount = 12;  // of each kind
constexpr int kCandidates = 120;
/// Nobody wants to be told to buy what arrived last week.
constexpr double kJustBoughtDays = 21;
/// A likeness of 1 with something already on the list takes this part of the score away …
constexpr float kSameness = 0.6F;
/// … and one below this nothing.
constexpr float kLeastLikeness = 0.1F;

int own_orders_with(const Past& past, int item) {
  return static_cast<int>(std::count_if(past.begin(), past.end(), [item](const Basket& basket) {
    return std::find(basket.items.begin(), basket.items.end(), item) != basket.items.end();
  }));
}

std::vector<int> just_bought(const Past& past, double today) {
  std::vector<int> items;
  for (const Basket& basket : past) {
    if (basket.day < today - kJustBoughtDays) continue;
    items.insert(items.end(), basket.items.begin(), basket.items.end());
  }
  return items;
}

}  // namespace

Lists::Lists(const Model& model, const ShopHistory& shop)
    : model_(model), texts_(word_vectors(shop.texts)), alike_(shop.products.size()) {
  for (const std::int64_t product : model.products()) {
    const auto found = shop.item_of.find(product);
    to_shop_.push_back(found == shop.item_of.end() ? -1 : found->second);
  }
  for (const std::int64_t product : shop.products) to_model_.push_back(model.item_of(product));
}

const std::vector<Likeness>& Lists::alike(int item) const {
  std::vector<Likeness>& found = alike_[static_cast<std::size_t>(item)];
  if (!found.empty()) return found;
  for (const Likeness& likeness : texts_.similar_to(item)) {
    if (likeness.cosine >= kLeastLikeness) found.push_back(likeness);
  }
  if (found.empty()) found.push_back({item, 0});  // nothing is; not to be looked for again
  return found;
}

std::vector<WeightedItem> Lists::diverse(std::vector<WeightedItem> candidates,
                                         std::size_t count) const {
  std::vector<WeightedItem> chosen;
  std::unordered_map<int, float> likeness;  // with the nearest of those chosen
  while (!candidates.empty() && chosen.size() < count) {
    const auto worth = [&likeness](const WeightedItem& candidate) {
      const auto found = likeness.find(candidate.item);
      return candidate.weight * (1 - kSameness * (found == likeness.end() ? 0 : found->second));
    };
    const auto best = std::max_element(
        candidates.begin(), candidates.end(),
        [&worth](const WeightedItem& a, const WeightedItem& b) { return worth(a) < worth(b); });
    chosen.push_back(*best);
    candidates.erase(best);
    for (const auto& [item, cosine] : alike(chosen.back().item)) {
      float& nearest = likeness[item];
      nearest = std::max(nearest, cosine);
    }
  }
  return chosen;
}

Neighbours Lists::neighbours() const {
  Neighbours result(to_model_.size());
  for (std::size_t item = 0; item < to_model_.size(); ++item) {
    if (to_model_[item] >= 0) {
      for (const auto& [other, weight] : model_.neighbours(to_model_[item])) {
        const int place = to_shop_[static_cast<std::size_t>(other)];
        if (place >= 0) result[item].push_back({place, weight});
      }
    }
    if (!result[item].empty()) continue;
    for (const auto& [other, cosine] : texts_.similar_to(static_cast<int>(item))) {
      result[item].push_back({other, cosine * 1e-3F});
    }
    std::sort(result[item].begin(), result[item].end(),
              [](const WeightedItem& a, const WeightedItem& b) {
                return a.weight != b.weight ? a.weight > b.weight : a.item < b.item;
              });
    if (result[item].size() > kNeighbours) result[item].resize(kNeighbours);
  }
  return result;
}

Past Lists::in_model(const Past& past) const {
  Past result;
  for (const Basket& basket : past) {
    Basket& copy = result.emplace_back(Basket{basket.day, {}});
    for (const int item : basket.items) {
      const int known = to_model_[static_cast<std::size_t>(item)];
      if (known >= 0) copy.items.push_back(known);
    }
  }
  return result;
}

std::vector<Lists::Line> Lists::of(const Past& past, double today) const {
  const Past known = in_model(past);
  const std::vector<float> scores = model_.scores(known);
  const Past just = in_model({{0, just_bought(past, today)}});
  std::vector<WeightedItem> fresh;
  std::vector<WeightedItem> again;
  for (const int item : best_items(scores, kCandidates, just[0].items)) {
    const int place = to_shop_[static_cast<std::size_t>(item)];
    const float score = scores[static_cast<std::size_t>(item)];
    if (place < 0 || score <= 0) continue;
    (own_orders_with(past, place) > 0 ? again : fresh).push_back({place, score});
  }
  std::vector<Line> lines;
  for (const auto& [item, score] : diverse(std::move(fresh), kPerAccount)) {
    const int reason = model_.reason_for(known, to_model_[static_cast<std::size_t>(item)]);
    const int because = reason < 0 ? -1 : to_shop_[static_cast<std::size_t>(reason)];
    if (because >= 0) lines.push_back({item, score, 0, because});
  }
  for (const auto& [item, score] : diverse(std::move(again), kPerAccount)) {
    lines.push_back({item, score, own_orders_with(past, item), -1});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.score > b.score; });
  return lines;
}

}  // namespace recommend
