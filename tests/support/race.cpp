#include "support/race.h"

#include <cstdlib>
#include <stdexcept>

#include "base/random.h"
#include "base/text.h"

namespace support {

Committed::Committed()
    : mark("race-" + to_slug(random_token(6))),
      db(options()),
      rival(options()),
      watcher(options()),
      rival_pid(number_in(rival, "SELECT pg_backend_pid() AS number")) {
  db.run_script(
      "INSERT INTO shipping_method (code, name, price_cents, days_min, days_max) "
      "VALUES ('" +
      mark + "', 'Race', 100, 1, 2)");
}

Committed::~Committed() {
  const std::string products = "(SELECT id FROM product WHERE sku LIKE '" + mark + "%')";
  // By their lines: an order whose customer is gone is no longer anybody's.
  const std::string made = "(SELECT order_id FROM order_line WHERE product_id IN " + products + ")";
  db.run_script(
      "DELETE FROM inventory_item WHERE product_id IN " + products +
      "; DELETE FROM payment WHERE order_id IN " + made + "; DELETE FROM sales_order WHERE id IN " +
      made + "; DELETE FROM account WHERE username LIKE '" + mark +
      "%'; DELETE FROM promotion WHERE name = '" + mark + "'; DELETE FROM product WHERE id IN " +
      products + "; DELETE FROM category WHERE slug = '" + to_slug(mark) +
      "'; DELETE FROM brand WHERE slug = '" + to_slug(mark) +
      "'; DELETE FROM shipping_method WHERE code = '" + mark +
      "'; DELETE FROM distribution_center WHERE name = 'Test centre' AND NOT EXISTS "
      "(SELECT 1 FROM inventory_item WHERE center_id = distribution_center.id)");
}

std::string Committed::options() {
  const char* text = std::getenv("PARLEY_TEST_DATABASE");
  return text == nullptr ? "" : text;
}

std::int64_t Committed::product(int in_stock) {
  return make_product(db, {.sku = mark + std::to_string(++made_products),
                           .category = mark,
                           .brand = mark,
                           .in_stock = in_stock});
}

std::int64_t Committed::account(const std::string& name) {
  return make_account(db, {.username = mark + name});
}

void Committed::put(const orders::CartOwner& owner, std::int64_t product_id, int pieces) {
  if (orders::add_to_cart(db, owner, product_id, pieces, noon()).outcome !=
      orders::AddOutcome::added) {
    throw std::logic_error("put: the product cannot be bought");
  }
}

orders::CheckoutInput Committed::input(const orders::CartOwner& owner, const std::string& token) {
  const orders::Cart cart = orders::find_cart(db, owner);
  orders::CheckoutInput form =
      checkout_input(mark + token, orders::quote(cart.rules, cart.subtotal(), "US", mark).total);
  form.shipping_method = mark;
  return form;
}

std::int64_t Committed::place(const orders::CartOwner& owner, std::int64_t product_id, int pieces,
                              const std::string& token) {
  put(owner, product_id, pieces);
  const auto placed = orders::place_order(db, owner, input(owner, token), noon());
  if (placed.outcome != orders::PlaceOutcome::placed) throw std::logic_error("place");
  return placed.order_id;
}

void Committed::wait_until_rival_waits() {
  const std::string waits =
      "SELECT count(*) AS number FROM pg_stat_activity WHERE pid = " + std::to_string(rival_pid) +
      " AND wait_event_type = 'Lock'";
  while (number_in(watcher, waits) == 0) std::this_thread::yield();
}

}  // namespace support
