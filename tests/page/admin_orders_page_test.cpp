#include <boost/test/unit_test.hpp>

#include "support/orders.h"

using namespace support;

namespace {

class Collected : public web::Stream {
 public:
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text{};
};

struct StaffOrdersTest : PageTest {
  StaffOrdersTest() {
    make_rules(db);
    lamp = make_product(db, {.in_stock = 90});
    alice = make_account(db, {.username = "alice-of-list"});
    order = make_order(db, customer(alice), lamp, 3);
    sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));
  }
  std::string number() {
    return std::to_string(number_in(
        db,
        "SELECT number::bigint AS number FROM sales_order WHERE id = " + std::to_string(order)));
  }
  std::string csv(const std::string& query) {
    const auto answer = get("/admin/orders.csv" + query);
    BOOST_TEST(answer.status == 200);
    Collected collected;
    if (answer.stream) answer.stream(collected);
    return collected.text;
  }
  std::string link() { return "href=\"/admin/order/" + std::to_string(order) + "\""; }

  std::int64_t lamp = 0;
  std::int64_t alice = 0;
  std::int64_t order = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_orders_page, StaffOrdersTest)

BOOST_AUTO_TEST_CASE(lists_filters_and_leads_to_the_order) {
  BOOST_TEST(contains(get("/admin/orders"), link()));
  BOOST_TEST(
      contains(get("/admin/orders?customer=alice-of-list&state=placed&payment=unpaid"), link()));
  BOOST_TEST(contains(get("/admin/orders?q=" + number()), link()));
  BOOST_TEST(!contains(get("/admin/orders?customer=alice-of-list&payment=paid"), link()));
  BOOST_TEST(contains(get("/admin/orders?customer=nobody"), "There is no such order"));
  BOOST_TEST(contains(get("/admin"), link()));
  const auto owed = get("/admin/orders?customer=alice-of-list&owed=yes");
  BOOST_TEST(!contains(owed, link()));
  BOOST_TEST(contains(owed, "value=\"yes\" checked"));
}

BOOST_AUTO_TEST_CASE(keeps_what_was_asked_for) {
  const auto page = get("/admin/orders?q=%3Cb%3E&fulfilment=open&from=2026-02-30");

  BOOST_TEST(contains(page, "value=\"&lt;b&gt;\""));
  BOOST_TEST(contains(page, "value=\"open\" selected"));
  BOOST_TEST(contains(page, "2026-02-30"));
  BOOST_TEST(contains(page, "is no day"));
}

BOOST_AUTO_TEST_CASE(refuses_what_its_form_cannot_send) {
  BOOST_TEST(get("/admin/orders?state=temp").status == 400);
  BOOST_TEST(get("/admin/orders?payment=maybe").status == 400);
  BOOST_TEST(get("/admin/orders?before=x").status == 404);
  BOOST_TEST(get("/admin/orders?before=99999999999").status == 200);
}

BOOST_AUTO_TEST_CASE(pages_by_key) {
  for (int i = 0; i < 55; ++i) {
    make_order(db, customer(alice), make_product(db, {.in_stock = 1}), 1,
               "token-page-" + std::to_string(i));
  }
  const auto first = get("/admin/orders?customer=alice-of-list");
  BOOST_TEST(contains(first, "Older orders"));
  BOOST_TEST(!contains(first, link()));
  const std::size_t at = first.body.find("before=");
  const std::string behind = first.body.substr(at, first.body.find('"', at) - at);
  const auto second = get("/admin/orders?customer=alice-of-list&" + behind);
  BOOST_TEST(contains(second, link()));
  BOOST_TEST(!contains(second, "Older orders"));
}

BOOST_AUTO_TEST_CASE(a_csv_file_holds_no_formula) {
  orders::CheckoutInput input = checkout_input("token-of-a-spreadsheet", Money{});
  const auto mallory = make_account(db, {.username = "mallory-of-list"});
  BOOST_REQUIRE((orders::add_to_cart(db, customer(mallory), lamp, 1, noon()).outcome ==
                 orders::AddOutcome::added));
  input.total_seen = total_of_cart(db, customer(mallory));
  input.address.name = "=HYPERLINK(\"http://evil\")";
  BOOST_REQUIRE((orders::place_order(db, customer(mallory), input, noon()).outcome ==
                 orders::PlaceOutcome::placed));

  const std::string file = csv("?customer=mallory-of-list");

  BOOST_TEST(file.find("number,placed_at,state") == 0U);
  BOOST_TEST(file.find(",\"'=HYPERLINK(\"\"http://evil\"\")\",") != std::string::npos);
  BOOST_TEST(csv("?customer=nobody").find("\r\n") == csv("?customer=nobody").size() - 2);
}

BOOST_AUTO_TEST_CASE(is_for_those_who_run_orders) {
  sign_in(make_account(db, {.role = "staff", .permissions = "stock"}));
  BOOST_TEST(get("/admin/orders").status == 403);
  BOOST_TEST(get("/admin/orders.csv").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
