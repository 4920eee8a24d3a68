#include <algorithm>

#include "retrain.sql.h"
#include "retrain/trainer.h"

namespace retrain {

std::span<const Trainer> trainers() {
  static const Trainer kTrainers[] = {kRecommendTrainer, kChurnTrainer, kSpendingTrainer,
                                      kIntentsTrainer, kSearchTrainer};
  return kTrainers;
}

Window window_of_orders(db::Connection& read, Instant now, int days) {
  const auto span = read.first(sql::retrain::data_span, now);
  if (span->is_null("since")) throw Refused("the shop has no orders yet");
  Window window{span->instant("since"), span->instant("until")};
  window.from = std::max(window.from, window.to - days * std::chrono::hours(24));
  const auto counts = read.first(sql::retrain::orders_in_window, window.from, window.to);
  if (counts->integer("orders") == 0) {
    throw Refused("no customer ordered anything between " + to_iso(window.from) + " and " +
                  to_iso(window.to));
  }
  return window;
}

int new_orders(db::Connection& db, Instant since, int most) {
  return db.first(sql::retrain::new_orders, since, most)->small("orders");
}

}  // namespace retrain
