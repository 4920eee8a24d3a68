/// publish.h - writes what the model says into the tables that pages read.
#pragma once

#include "recommend/model.h"

namespace recommend {

struct Published {
  std::int64_t neighbours = 0;
  std::int64_t recommendations = 0;
};

/// Replaces item_neighbour and account_recommendation, inside the caller's transaction. `shop` is
/// the history until today, which may hold customers and products that the model has not seen.
Published publish(db::Connection& db, const Model& model, const ShopHistory& shop, Instant now);

}  // namespace recommend
