#include "adopt_guest.h"

#include "visitor.sql.h"

void adopt_guest(db::Connection& db, const std::string& visitor, std::int64_t account_id) {
  db::Transaction transaction(db);
  db.run(sql::visitor::adopt_conversations, visitor, account_id);
  const auto guest_cart = db.first(sql::visitor::lock_guest_cart, visitor);
  if (guest_cart) {
    const std::int64_t cart = guest_cart->integer("id");
    // An account without a cart takes the guest's as it is; else the lines move over.
    if (db.run(sql::visitor::adopt_cart, cart, account_id).affected() == 0) {
      db.run(sql::visitor::merge_cart_lines, cart, account_id);
      db.run(sql::visitor::delete_guest_cart, cart);
    }
  }
  transaction.commit();
}
