#include "recommend/shop_history.h"

#include "recommend.sql.h"

namespace recommend {
namespace {

double days_since_1970(Instant moment) {
  return std::chrono::duration<double, std::ratio<86400>>(moment.time_since_epoch()).count();
}

}  // namespace

ShopHistory read_shop_history(db::Connection& db, Instant from, Instant to) {
  ShopHistory shop;
  for (const db::Row row : db.run(sql::recommend::items, from, to, kMostItems)) {
    shop.item_of[row.integer("id")] = static_cast<int>(shop.products.size());
    shop.products.push_back(row.integer("id"));
    shop.texts.push_back(row.string("words"));
  }
  shop.history.items = static_cast<int>(shop.products.size());
  std::int64_t last_order = 0;
  for (const db::Row row : db.run(sql::recommend::purchases, from, to)) {
    const auto item = shop.item_of.find(row.integer("product_id"));
    if (item == shop.item_of.end()) continue;
    const std::int64_t account = row.integer("account_id");
    const std::int64_t order = row.integer("order_id");
    if (order != last_order) {
      if (account == 0 || shop.accounts.empty() || shop.accounts.back() != account) {
        shop.accounts.push_back(account);
        shop.history.people.emplace_back();
      }
      shop.history.people.back().push_back({days_since_1970(row.instant("placed_at")), {}});
    }
    last_order = order;
    shop.history.people.back().back().items.push_back(item->second);
  }
  return shop;
}

}  // namespace recommend
