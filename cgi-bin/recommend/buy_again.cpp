#include "recommend/buy_again.h"

#include <cmath>
#include <set>

namespace recommend {

std::vector<float> fit_return_rates(const History& history, const BuyAgainSettings& settings) {
  const auto count = static_cast<std::size_t>(history.items);
  std::vector<float> again(count, settings.prior_again);
  std::vector<float> chances(count, settings.prior_chances);
  for (const Past& past : history.people) {
    std::set<int> owned;
    for (const Basket& basket : past) {
      for (const int item : owned) ++chances[static_cast<std::size_t>(item)];
      for (const int item : basket.items) {
        if (!owned.insert(item).second) ++again[static_cast<std::size_t>(item)];
      }
    }
  }
  for (std::size_t item = 0; item < count; ++item) again[item] /= chances[item];
  return again;
}

void add_buy_again_scores(const std::vector<float>& return_rates, const Past& past,
                          const BuyAgainSettings& settings, std::vector<float>& scores) {
  const float average = settings.prior_again / settings.prior_chances;
  const auto baskets = static_cast<float>(past.size() + 1);
  for (std::size_t place = 0; place < past.size(); ++place) {
    const auto steps = static_cast<float>(past.size() - 1 - place);
    const float habit = std::pow(settings.step_decay, steps) / baskets;
    for (const int item : past[place].items) {
      const auto index = static_cast<std::size_t>(item);
      scores[index] += habit * return_rates[index] / average;
    }
  }
}

}  // namespace recommend
