/// loader.h - puts a demo shop into an empty database by COPY.
#pragma once

#include <string>

#include "db/db.h"
#include "demo_shop/history.h"

namespace demo {

struct DemoShop {
  std::vector<Product> products{};
  std::vector<Customer> customers{};
  History history{};
  Instant now{};
};

/// Writes all of it inside the caller's transaction. Throws std::runtime_error when the sums do not
/// agree afterwards (stock against units, ratings against reviews).
void load(db::Connection& db, const DemoShop& shop, Chance& chance);

/// Writes the pictures below `folder`/demo.
void write_pictures(const std::vector<Product>& products, const std::string& folder);

}  // namespace demo
