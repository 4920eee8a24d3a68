/// memory.h - what a process keeps of what it has read for pages; Shop::catch_up() makes it as true
/// as if it were read now.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/changes.h"
#include "catalog/detail.h"
#include "catalog/finished_cards_view.h"
#include "catalog/kept.h"
#include "orders/cart.h"
#include "recommend/recommend.h"
#include "shop.h"

struct Memory {
  catalog::Kept<std::int64_t, catalog::ProductDetail> details{300};
  catalog::Kept<std::int64_t, catalog::Product> products{300};
  /// What goes with a cart, by the products in it.
  catalog::Kept<std::string, std::vector<recommend::Suggestion>> companions{100};
  std::optional<orders::PriceRules> prices{};
  // Any changed product may change these: what is new, what sells best.
  std::shared_ptr<const catalog::Shelves> shelves{};
  std::shared_ptr<const std::vector<catalog::Category>> top_categories{};
  catalog::FinishedCards cards{};  // compares for itself

  void forget(catalog::News news);
};

/// What is kept there, else what `read` reads, kept from now on where anything can be kept.
template <class Value, class Read>
std::shared_ptr<const Value> kept_or_read(Shop& shop, std::shared_ptr<const Value>& kept,
                                          Read read) {
  if (!shop.catch_up()) return std::make_shared<const Value>(read(shop.db));
  if (!kept) kept = std::make_shared<const Value>(read(shop.db));
  return kept;
}
