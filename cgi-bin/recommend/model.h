/// model.h - the recommendation model as it is kept and served: for each product its best
/// neighbours, and how often people take it again.
///
/// Method: EASE^R with texts (ease.h), cut to the best neighbours; buy_again.h beside it.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "recommend/buy_again.h"
#include "recommend/ease.h"
#include "recommend/shop_history.h"
#include "recommend/window.h"

namespace recommend {

inline constexpr int kNeighbours = 64;

/// These data cannot teach a model; what() is one sentence for the shopkeeper.
class NotTrainable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Model {
 public:
  /// Throws NotTrainable for fewer than two people with more than one purchase.
  explicit Model(const ShopHistory& shop);
  /// As save() gave it; throws std::runtime_error for anything else.
  explicit Model(const std::string& saved);
  std::string save() const;
  /// What needs no learning: neighbours by the orders that held both, habits all alike. It serves
  /// as long as no learnt model is better.
  static Model counted(const ShopHistory& shop);

  const std::vector<std::int64_t>& products() const { return products_; }
  /// The place of a product in products(), or -1.
  int item_of(std::int64_t product) const;
  /// The item's neighbours, best first.
  const std::vector<WeightedItem>& neighbours(int item) const {
    return neighbours_[static_cast<std::size_t>(item)];
  }
  /// One score per item for somebody with this past, in items of this model: what goes with it, and
  /// what he takes again.
  std::vector<float> scores(const Past& past) const;
  /// Of the past's items the one that speaks most for `item`, or -1.
  int reason_for(const Past& past, int item) const;

 private:
  Model() = default;
  void index();

  std::vector<std::int64_t> products_{};
  Neighbours neighbours_{};
  std::vector<float> return_rates_{};
  EaseSettings ease_{};
  BuyAgainSettings again_{};
  std::unordered_map<std::int64_t, int> item_of_{};
};

}  // namespace recommend
