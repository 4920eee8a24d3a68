#include "adopt_guest.h"

#include "orders/cart.h"
#include "visitor.sql.h"

void adopt_guest(db::Connection& db, const std::string& visitor, std::int64_t account_id) {
  db::Transaction transaction(db);
  db.run(sql::visitor::adopt_conversations, visitor, account_id);
  orders::merge_carts(db, visitor, account_id);
  transaction.commit();
}
