#include "recommend/model.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "recommend/quality.h"

namespace recommend {
namespace {

using Json = nlohmann::json;

constexpr int kFewestReturning = 2;

/// Kept with six digits, so that a loaded model is the trained one.
int to_millionths(float value) {
  return static_cast<int>(std::lround(value * 1e6F));
}
float from_millionths(int value) {
  return static_cast<float>(value) * 1e-6F;
}

std::vector<WeightedItem> best_of_row(const Matrix& weights, int item) {
  std::vector<float> row(static_cast<std::size_t>(weights.cols()));
  for (Eigen::Index other = 0; other < weights.cols(); ++other) {
    row[static_cast<std::size_t>(other)] = weights(item, other);
  }
  std::vector<WeightedItem> best;
  for (const int other : best_items(row, kNeighbours, {item})) {
    const float weight = from_millionths(to_millionths(row[static_cast<std::size_t>(other)]));
    if (weight > 0) best.push_back({other, weight});
  }
  return best;
}

/// A pair in so few orders may be chance: it counts half.
constexpr float kFewOrders = 2;

/// Orders with both, divided by the root of the product of the orders with each (Sarwar and others,
/// WWW 2001), less for rare pairs, cut to the best.
Neighbours cosines(const History& history) {
  const auto count = static_cast<std::size_t>(history.items);
  std::vector<float> orders(count);
  std::vector<std::unordered_map<int, float>> together(count);
  for (const Past& past : history.people) {
    for (const Basket& basket : past) {
      for (const int item : basket.items) {
        ++orders[static_cast<std::size_t>(item)];
        for (const int other : basket.items) {
          if (other != item) ++together[static_cast<std::size_t>(item)][other];
        }
      }
    }
  }
  Neighbours result(count);
  for (std::size_t item = 0; item < count; ++item) {
    for (const auto& [other, both] : together[item]) {
      const float root = std::sqrt(orders[item] * orders[static_cast<std::size_t>(other)]);
      result[item].push_back({other, both / root * both / (both + kFewOrders)});
    }
    std::sort(result[item].begin(), result[item].end(),
              [](const WeightedItem& a, const WeightedItem& b) {
                return a.weight != b.weight ? a.weight > b.weight : a.item < b.item;
              });
    if (result[item].size() > kNeighbours) result[item].resize(kNeighbours);
  }
  return result;
}

}  // namespace

Model::Model(const ShopHistory& shop) : products_(shop.products) {
  const auto& people = shop.history.people;
  const auto returning =
      std::count_if(people.begin(), people.end(), [](const Past& past) { return past.size() > 1; });
  if (returning < kFewestReturning) {
    throw NotTrainable("only " + std::to_string(returning) +
                       " customers bought more than once in the window");
  }
  const TextIndex texts(word_vectors(shop.texts));
  const Matrix weights = fit_ease(shop.history, &texts, ease_);
  if (!weights.allFinite()) throw NotTrainable("the weights are no numbers");
  for (int item = 0; item < shop.history.items; ++item) {
    neighbours_.push_back(best_of_row(weights, item));
  }
  for (const float rate : fit_return_rates(shop.history, again_)) {
    return_rates_.push_back(from_millionths(to_millionths(rate)));
  }
  index();
}

Model::Model(const std::string& saved) {
  try {
    const Json json = Json::parse(saved);
    json.at("products").get_to(products_);
    for (const int rate : json.at("return_rates")) return_rates_.push_back(from_millionths(rate));
    const int items = static_cast<int>(products_.size());
    for (const Json& row : json.at("neighbours")) {
      std::vector<WeightedItem>& list = neighbours_.emplace_back();
      for (std::size_t i = 0; i + 1 < row.size(); i += 2) {
        list.push_back({row[i].get<int>(), from_millionths(row[i + 1].get<int>())});
        if (list.back().item < 0 || list.back().item >= items) throw std::runtime_error("bad item");
      }
    }
    if (neighbours_.size() != products_.size() || return_rates_.size() != products_.size()) {
      throw std::runtime_error("the saved model's lists differ in length");
    }
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("the saved model cannot be read: ") + error.what());
  }
  index();
}

Model Model::counted(const ShopHistory& shop) {
  Model model;
  model.products_ = shop.products;
  model.neighbours_ = cosines(shop.history);
  model.return_rates_.assign(shop.products.size(),
                             model.again_.prior_again / model.again_.prior_chances);
  model.index();
  return model;
}

std::string Model::save() const {
  Json rows = Json::array();
  for (const auto& list : neighbours_) {
    Json row = Json::array();
    for (const auto& [item, weight] : list) {
      row.push_back(item);
      row.push_back(to_millionths(weight));
    }
    rows.push_back(std::move(row));
  }
  Json rates = Json::array();
  for (const float rate : return_rates_) rates.push_back(to_millionths(rate));
  return Json{{"products", products_}, {"neighbours", rows}, {"return_rates", rates}}.dump();
}

void Model::index() {
  for (std::size_t item = 0; item < products_.size(); ++item) {
    item_of_[products_[item]] = static_cast<int>(item);
  }
}

int Model::item_of(std::int64_t product) const {
  const auto found = item_of_.find(product);
  return found == item_of_.end() ? -1 : found->second;
}

std::vector<float> Model::scores(const Past& past) const {
  std::vector<float> result(products_.size(), 0.0F);
  for (const auto& [item, weight] : weigh_past(past, ease_.step_decay, ease_.decay_days)) {
    for (const auto& [other, amount] : neighbours(item)) {
      result[static_cast<std::size_t>(other)] += weight * amount;
    }
  }
  add_buy_again_scores(return_rates_, past, again_, result);
  return result;
}

int Model::reason_for(const Past& past, int item) const {
  int best = -1;
  float most = 0;
  for (const auto& [owned, weight] : weigh_past(past, ease_.step_decay, ease_.decay_days)) {
    for (const auto& [other, amount] : neighbours(owned)) {
      if (other == item && weight * amount > most) {
        most = weight * amount;
        best = owned;
      }
    }
  }
  return best;
}

}  // namespace recommend
