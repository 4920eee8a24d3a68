/// lists.h - what a customer would see now: new things and things to take again, without what just
/// came and without too much of a kind.
///
/// Items are those of the shop's history; the model may know other ones.
#pragma once

#include <vector>

#include "recommend/model.h"

namespace recommend {

class Lists {
 public:
  /// Both must live as long as this.
  Lists(const Model& model, const ShopHistory& shop);

  struct Line {
    int item = 0;
    float score = 0;
    int own_orders = 0;  // with this item; 0: it is new to the customer …
    int because = -1;    // … and of his items this one speaks most for it
  };
  /// Best first. `today` is in days since 1970.
  std::vector<Line> of(const Past& past, double today) const;

  /// Each product's neighbours by the model; of one that it does not know, those with like words.
  Neighbours neighbours() const;
  /// Best first, but not all alike: each next one is the best after a discount for likeness with
  /// those already chosen (maximal marginal relevance, Carbonell and Goldstein 1998).
  std::vector<WeightedItem> diverse(std::vector<WeightedItem> candidates, std::size_t count) const;

 private:
  Past in_model(const Past& past) const;
  const std::vector<Likeness>& alike(int item) const;

  const Model& model_;
  TextIndex texts_;
  std::vector<int> to_shop_{};                          // of the model's items; -1: no longer there
  std::vector<int> to_model_{};                         // and back; -1: new since
  mutable std::vector<std::vector<Likeness>> alike_{};  // found already; they are asked for often
};

}  // namespace recommend
