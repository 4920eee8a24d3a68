#include "catalog/stock_wishes.h"

#include "reviews.sql.h"

namespace catalog {

bool wish_for_stock(db::Connection& db, std::int64_t product, const std::string& email,
                    std::int64_t account, Instant now) {
  std::optional<std::int64_t> owner;
  if (account != 0) owner = account;
  return db.run(sql::reviews::wish_for_stock, product, email, owner, now).affected() == 1;
}

std::string email_of(db::Connection& db, std::int64_t account) {
  if (account == 0) return "";
  const auto row = db.first(sql::reviews::email_of, account);
  return row ? row->string("email") : "";
}

std::vector<WantedProduct> list_wanted(db::Connection& db, int limit) {
  std::vector<WantedProduct> wanted;
  for (const db::Row row : db.run(sql::reviews::stock_wishes, limit)) {
    wanted.push_back(
        {row.integer("id"), row.string("name"), row.small("people"), row.instant("since")});
  }
  return wanted;
}

}  // namespace catalog
