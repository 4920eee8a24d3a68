// recommend_trainer.cpp - what goes with what, and what a customer takes next. Held out: the first
// order of each returning customer within the last 30 days of the window.
#include <algorithm>
#include <set>

#include "recommend/lists.h"
#include "recommend/publish.h"
#include "recommend/quality.h"
#include "retrain/trainer.h"

namespace retrain {
namespace {

using recommend::Past;
using recommend::ShopHistory;

constexpr int kHeldOutDays = 30;
constexpr int kListLength = 10;

Instant cut_of(const Task& task) {
  return task.to - std::chrono::hours(24 * kHeldOutDays);
}

double days_since_1970(Instant moment) {
  return std::chrono::duration<double, std::ratio<86400>>(moment.time_since_epoch()).count();
}

/// A customer who had bought before the cut and bought after it.
struct Asked {
  Past past{};
  std::set<int> next{};
};

std::vector<Asked> returning_customers(const ShopHistory& shop, double cut) {
  std::vector<Asked> result;
  for (std::size_t person = 0; person < shop.accounts.size(); ++person) {
    if (shop.accounts[person] == 0) continue;
    const Past& past = shop.history.people[person];
    const auto next = std::find_if(past.begin(), past.end(),
                                   [cut](const auto& basket) { return basket.day >= cut; });
    if (next == past.begin() || next == past.end() || next->items.empty()) continue;
    result.push_back({Past(past.begin(), next), {next->items.begin(), next->items.end()}});
  }
  if (result.empty()) {
    throw Refused("nobody bought again in the last " + std::to_string(kHeldOutDays) +
                  " days of the window, so no list can be tested");
  }
  return result;
}

std::string train(const Task& task) {
  task.progress(5, "reading orders");
  const ShopHistory shop = recommend::read_shop_history(task.read, task.from, cut_of(task));
  if (shop.history.people.empty()) throw Refused("there are no orders in the window");
  task.progress(20, "fitting item weights");
  return recommend::Model(shop).save();
}

/// What monitoring counts once the list is live: something of its first ten was bought.
bool is_hit(const std::vector<recommend::Lists::Line>& list, const std::set<int>& next) {
  const auto end = list.begin() + std::min<std::ptrdiff_t>(kListLength, std::ssize(list));
  return std::any_of(list.begin(), end,
                     [&next](const auto& line) { return next.contains(line.item); });
}

Evaluation evaluate(const Task& task, const std::string& artifact) {
  const recommend::Model model(artifact);
  const ShopHistory shop = recommend::read_shop_history(task.read, task.from, task.to);
  Evaluation evaluation;
  const recommend::Lists lists(model, shop);
  const double cut = days_since_1970(cut_of(task));
  std::set<int> shown;
  double hits = 0;
  for (const Asked& asked : returning_customers(shop, cut)) {
    Past past = asked.past;
    for (auto& basket : past) {
      std::vector<int> known;
      for (const int item : basket.items) {
        const int place = model.item_of(shop.products[static_cast<std::size_t>(item)]);
        if (place >= 0) known.push_back(place);
      }
      basket.items = std::move(known);
    }
    std::vector<int> list;
    for (const int item : recommend::best_items(model.scores(past), kListLength)) {
      const auto found = shop.item_of.find(model.products()[static_cast<std::size_t>(item)]);
      // An item that is gone keeps its place in the list: it would have been shown.
      list.push_back(found == shop.item_of.end() ? -1 : found->second);
    }
    shown.insert(list.begin(), list.end());
    hits += is_hit(lists.of(asked.past, cut), asked.next) ? 1 : 0;
    evaluation.values.push_back(recommend::ndcg_at(list, asked.next, kListLength));
  }
  evaluation.details = {
      {"customers", evaluation.values.size()},
      {"hit_rate", hits / static_cast<double>(evaluation.values.size())},
      {"coverage", static_cast<double>(shown.size()) / static_cast<double>(shop.products.size())}};
  return evaluation;
}

/// Own purchases, the most frequent first, and then what sells most.
Evaluation evaluate_plain(const Task& task) {
  const ShopHistory shop = recommend::read_shop_history(task.read, task.from, task.to);
  const double cut = days_since_1970(cut_of(task));
  std::vector<float> popularity(shop.products.size(), 0.0F);
  for (const Past& past : shop.history.people) {
    for (const auto& basket : past) {
      if (basket.day >= cut) continue;
      for (const int item : basket.items) popularity[static_cast<std::size_t>(item)] += 1e-6F;
    }
  }
  Evaluation evaluation;
  for (const Asked& asked : returning_customers(shop, cut)) {
    std::vector<float> scores = popularity;
    for (const auto& basket : asked.past) {
      for (const int item : basket.items) ++scores[static_cast<std::size_t>(item)];
    }
    evaluation.values.push_back(
        recommend::ndcg_at(recommend::best_items(scores, kListLength), asked.next, kListLength));
  }
  return evaluation;
}

void publish(const Task& task, db::Connection& db, const std::string& artifact, std::int64_t) {
  const recommend::Model model(artifact);
  const ShopHistory shop = recommend::read_shop_history(task.read, task.from, task.to);
  recommend::publish(db, model, shop, task.to);
}

void publish_plain(const Task& task, db::Connection& db) {
  const ShopHistory shop = recommend::read_shop_history(task.read, task.from, task.to);
  recommend::publish(db, recommend::Model::counted(shop), shop, task.to);
}

Json parameters(const Task&) {
  const recommend::EaseSettings ease;
  const recommend::BuyAgainSettings again;
  return {{"method", "EASE^R with texts, buy again"},
          {"lambda", ease.lambda},
          {"text_weight", ease.text_weight},
          {"step_decay", ease.step_decay},
          {"decay_days", ease.decay_days},
          {"again_step_decay", again.step_decay},
          {"neighbours", recommend::kNeighbours},
          {"held_out_days", kHeldOutDays}};
}

}  // namespace

const Trainer kRecommendTrainer{"recommend",    "NDCG@10", false,      train,        evaluate,
                                evaluate_plain, publish,   parameters, publish_plain};

}  // namespace retrain
