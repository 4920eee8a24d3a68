#include <boost/test/unit_test.hpp>

#include "orders/orders.h"
#include "support/orders.h"

using namespace support;

namespace {

struct OrderTest : PageTest {
  OrderTest() : lamp((make_rules(db), make_product(db, {.name = "Lamp", .in_stock = 90}))) {}
  std::string path(std::int64_t order, const std::string& below = "") {
    return "/order/" + std::to_string(order) + below;
  }
  std::int64_t lamp;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order_page, OrderTest)

BOOST_AUTO_TEST_CASE(shows_items_price_address_and_what_happened) {
  const auto alice = make_account(db);
  const auto order = make_order(db, customer(alice), lamp, 2);
  sign_in(alice);

  const auto page = get(path(order));

  BOOST_TEST(page.status == 200);
  for (const char* text : {"Lamp", "$19.99", "$48.64", "1 Main Street", "Springfield", "CLOSE",
                           "Order placed", "Please transfer", "Cancel this order"}) {
    BOOST_TEST(contains(page, text), text);
  }
}

BOOST_AUTO_TEST_CASE(other_peoples_orders_do_not_exist) {
  const auto order = make_order(db, customer(make_account(db)), lamp);
  const auto guests = make_order(db, guest("somebody"), lamp, 1, "token-of-a-guest");
  for (const bool signed_in : {false, true}) {
    if (signed_in) sign_in(make_account(db));
    for (const std::int64_t id : {order, guests}) {
      BOOST_TEST(get(path(id)).status == 404);
      BOOST_TEST(get(path(id, "/pay")).status == 404);
      BOOST_TEST(get(path(id) + "?key=1-9999999999.test.forged").status == 404);
      BOOST_TEST(post(path(id, "/cancel"), {}).status == 404);
      BOOST_TEST(post(path(id, "/cancel"), {{"key", "forged"}}).status == 404);
      BOOST_TEST(post(path(id, "/pay"), {{"payment", "bank_transfer"}}).status == 404);
    }
  }
  BOOST_TEST(get("/order/999999999").status == 404);
  BOOST_TEST(get("/order/abc").status == 404);
  BOOST_TEST(get("/order/-1").status == 404);
}

BOOST_AUTO_TEST_CASE(the_temp_order_is_the_cart) {
  const auto alice = make_account(db);
  sign_in(alice);
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  const auto temp = orders::find_cart(db, customer(alice)).order_id;

  BOOST_TEST(location(get(path(temp))) == "/cart");
  BOOST_TEST(location(get(path(temp, "/pay"))) == "/cart");
  BOOST_TEST(post(path(temp, "/cancel"), {}).status == 404);
  BOOST_TEST(post(path(temp, "/pay"), {{"payment", "bank_transfer"}}).status == 404);
}

BOOST_AUTO_TEST_CASE(can_be_cancelled_once_while_unpaid) {
  const auto alice = make_account(db);
  const auto order = make_order(db, customer(alice), lamp);
  sign_in(alice);

  BOOST_TEST(post(path(order, "/cancel"), {{"csrf", "stale"}}).status == 403);
  const auto cancelled = post(path(order, "/cancel"), {});
  BOOST_TEST(notice.key == "order.cancelled");
  const auto page = follow(cancelled);
  BOOST_TEST(contains(page, "Cancelled"));
  BOOST_TEST(!contains(page, "Cancel this order"));
  BOOST_TEST(!contains(page, "Please transfer"));
  post(path(order, "/cancel"), {});
  BOOST_TEST(notice.key == "order.not_cancelled");
}

BOOST_AUTO_TEST_CASE(text_in_the_address_is_only_text) {
  orders::CheckoutInput input = checkout_input("a-token-of-this-test", Money{});
  BOOST_REQUIRE((orders::add_to_cart(db, guest(session.visitor), lamp, 1, noon()).outcome ==
                 orders::AddOutcome::added));
  input.total_seen = total_of_cart(db, guest(session.visitor));
  input.address.name = "<script>alert(1)</script>";
  const auto placed = orders::place_order(db, guest(session.visitor), input, noon());
  session.fresh = false;

  const auto page = get(path(placed.order_id));

  BOOST_TEST(page.status == 200);
  BOOST_TEST(!contains(page, "<script>"));
}

BOOST_AUTO_TEST_SUITE_END()
