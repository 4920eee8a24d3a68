#include <boost/test/unit_test.hpp>

#include "inventory/centers.h"
#include "inventory/stock.h"
#include "support/orders.h"

using namespace support;

namespace {

struct ShelfTest : PageTest {
  ShelfTest() {
    lamp = make_product(db, {.name = "Lamp", .in_stock = 5});
    center =
        number_in(db, "SELECT id AS number FROM distribution_center WHERE name = 'Test centre'");
    BOOST_REQUIRE((inventory::save_center(db, {0, "Other centre", {}, {}}, "") ==
                   inventory::CenterOutcome::saved));
    other =
        number_in(db, "SELECT id AS number FROM distribution_center WHERE name = 'Other centre'");
    sign_in(make_account(db, {.role = "staff", .permissions = "stock"}));
  }
  inventory::ProductStock stock() { return inventory::find_stock(db, lamp, 10).value(); }
  std::string seen() { return std::to_string(stock().last_change); }
  std::string path(const std::string& below = "") {
    return "/admin/stock/" + std::to_string(lamp) + below;
  }
  Pairs count_form(const std::string& counted, const std::string& reason) {
    const std::string row = "-" + std::to_string(center);
    return {{"center", std::to_string(center)},
            {"expected", "5"},
            {"seen", seen()},
            {"counted" + row, counted},
            {"reason" + row, reason}};
  }

  std::int64_t lamp = 0;
  std::int64_t center = 0;
  std::int64_t other = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_product_stock_page, ShelfTest)

BOOST_AUTO_TEST_CASE(receives_moves_and_counts) {
  BOOST_TEST(contains(get("/admin/stock/" + std::to_string(lamp)), "Stock of Lamp"));
  follow(post(
      "/admin/stock/" + std::to_string(lamp) + "/receive",
      {{"center", std::to_string(other)}, {"pieces", "3"}, {"cost", "4,50"}, {"seen", seen()}}));
  BOOST_TEST(stock().product.in_stock == 8);
  follow(post("/admin/stock/" + std::to_string(lamp) + "/move", {{"from", std::to_string(other)},
                                                                 {"to", std::to_string(center)},
                                                                 {"moved", "3"},
                                                                 {"seen", seen()}}));
  Pairs counted = count_form("6", "found <two> broken");
  counted[1].second = "8";
  follow(post("/admin/stock/" + std::to_string(lamp) + "/count", counted));
  BOOST_TEST(notice.key.empty());

  const auto page = get(path());
  BOOST_TEST(stock().product.in_stock == 6);
  BOOST_TEST(contains(page, "found &lt;two&gt; broken"));
  BOOST_TEST(contains(page, "Moved from Other centre to Test centre"));
  BOOST_TEST(contains(page, "$13.50"));
}

BOOST_AUTO_TEST_CASE(keeps_what_was_typed_wrong) {
  const std::string id = std::to_string(center);
  const auto no_cost =
      post(path("/receive"), {{"center", id}, {"pieces", "3"}, {"cost", "much"}, {"seen", seen()}});
  BOOST_TEST(no_cost.status == 422);
  BOOST_TEST(contains(no_cost, "value=\"much\""));
  for (const char* pieces : {"", "0", "-1", "10001", "x"}) {
    BOOST_TEST(post(path("/receive"),
                    {{"center", id}, {"pieces", pieces}, {"cost", "1"}, {"seen", seen()}})
                       .status == 422,
               pieces);
    BOOST_TEST(
        post(path("/move"),
             {{"from", id}, {"to", std::to_string(other)}, {"moved", pieces}, {"seen", seen()}})
                .status == 422,
        pieces);
  }
  const auto no_reason = post(path("/count"), count_form("4", " "));
  BOOST_TEST(no_reason.status == 422);
  BOOST_TEST(contains(no_reason, "value=\"4\""));
  BOOST_TEST(post(path("/count"), count_form("-1", "x")).status == 422);
  BOOST_TEST(stock().history.empty());
}

BOOST_AUTO_TEST_CASE(tells_what_is_not_possible) {
  const std::string before = seen();
  const std::string id = std::to_string(center);
  const Pairs receive = {{"center", id}, {"pieces", "1"}, {"cost", "1"}, {"seen", before}};
  post(path("/receive"), receive);
  BOOST_TEST(notice.key == "stock.received");
  post(path("/receive"), receive);
  BOOST_TEST(notice.key == "stock.changed_meanwhile");
  post(path("/move"),
       {{"from", id}, {"to", std::to_string(other)}, {"moved", "7"}, {"seen", seen()}});
  BOOST_TEST(notice.key == "stock.not_that_many");
  post(path("/move"), {{"from", id}, {"to", id}, {"moved", "1"}, {"seen", seen()}});
  BOOST_TEST(notice.key == "stock.nothing_to_do");
  BOOST_TEST(
      post(path("/move"), {{"from", id}, {"to", "999999999"}, {"moved", "1"}, {"seen", seen()}})
          .status == 404);
  BOOST_TEST(post(path("/move"), {{"from", id}, {"moved", "1"}, {"seen", seen()}}).status == 400);
  BOOST_TEST(get("/admin/stock/999999999").status == 404);
  BOOST_TEST(stock().product.in_stock == 6);
}

BOOST_AUTO_TEST_SUITE_END()
