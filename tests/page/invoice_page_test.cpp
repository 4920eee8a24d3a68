#include <boost/test/unit_test.hpp>

#include "orders/order_work.h"
#include "support/orders.h"

using namespace support;

namespace {

struct InvoiceTest : PageTest {
  InvoiceTest() {
    make_rules(db);
    lamp = make_product(db, {.name = "Lamp", .sku = "LAMP-1", .in_stock = 90});
    alice = make_account(db);
    order = make_order(db, customer(alice), lamp, 2);
  }
  std::string path(const std::string& below) { return "/order/" + std::to_string(order) + below; }
  void sign_in_staff(const std::string& permissions) {
    sign_in(make_account(db, {.role = "staff", .permissions = permissions}));
  }

  std::int64_t lamp = 0;
  std::int64_t alice = 0;
  std::int64_t order = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(invoice_page, InvoiceTest)

BOOST_AUTO_TEST_CASE(shows_what_was_bought_and_what_is_due) {
  db.run_script("INSERT INTO setting (name, value) VALUES ('shop_address', E'1 Shop Lane\\nBern')");
  sign_in(alice);
  BOOST_TEST(contains(get(path("")), "href=\"" + path("/invoice") + "\""));

  const auto page = get("/order/" + std::to_string(order) + "/invoice");

  BOOST_TEST(page.status == 200);
  for (const char* text : {"Invoice INV-", "Lamp", "$19.99", "$39.98", "$48.64", "1 Main Street",
                           "1 Shop Lane", "To be paid"}) {
    BOOST_TEST(contains(page, text), text);
  }
}

BOOST_AUTO_TEST_CASE(is_the_same_for_staff) {
  sign_in(alice);
  const auto own = get(path("/invoice"));
  sign_in_staff("orders");
  const auto staffs = get("/admin/order/" + std::to_string(order) + "/invoice");

  const auto number = [](const web::Response& page) {
    return page.body.substr(page.body.find("<h1>Invoice INV-"), 30);
  };
  BOOST_TEST(staffs.status == 200);
  BOOST_TEST(number(own) == number(staffs));
}

BOOST_AUTO_TEST_CASE(is_for_the_owner_only) {
  BOOST_TEST(get(path("/invoice")).status == 404);
  sign_in(make_account(db));
  BOOST_TEST(get(path("/invoice")).status == 404);
  sign_in_staff("stock");
  BOOST_TEST(get(path("/invoice")).status == 404);
  BOOST_TEST(get("/admin" + path("/invoice")).status == 403);
  BOOST_TEST(get("/admin" + path("/packing-slip")).status == 403);
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM invoice WHERE order_id = " +
                               std::to_string(order)) == 0);
}

BOOST_AUTO_TEST_CASE(does_not_exist_for_a_cancelled_order_or_a_cart) {
  BOOST_REQUIRE((orders::cancel_order(db, order, {}, noon()) == orders::AdvanceOutcome::done));
  sign_in(alice);
  BOOST_TEST(get(path("/invoice")).status == 404);
  BOOST_TEST(!contains(get(path("")), "/invoice"));
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  const auto temp = orders::find_cart(db, customer(alice)).order_id;
  BOOST_TEST(get("/order/" + std::to_string(temp) + "/invoice").status == 404);
}

BOOST_AUTO_TEST_CASE(a_packing_slip_says_what_lies_where_and_no_prices) {
  sign_in_staff("orders");

  const auto slip = get("/admin/order/" + std::to_string(order) + "/packing-slip");

  BOOST_TEST(slip.status == 200);
  for (const char* text : {"LAMP-1", "Lamp", "2 × Test centre", "1 Main Street"}) {
    BOOST_TEST(contains(slip, text), text);
  }
  BOOST_TEST(!contains(slip, "$"));
  BOOST_TEST(get("/admin/order/999999999/packing-slip").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
