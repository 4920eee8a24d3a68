#include <boost/test/unit_test.hpp>

#include "support/orders.h"

using namespace support;

namespace {

struct Collected : web::Stream {
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text{};
};

struct StockTest : PageTest {
  StockTest() { sign_in(make_account(db, {.role = "staff", .permissions = "stock"})); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_stock_page, StockTest)

BOOST_AUTO_TEST_CASE(lists_what_lies_there_and_what_runs_out) {
  const auto rare = make_product(db, {.name = "Shelf Rare", .in_stock = 1});
  make_product(db, {.name = "Shelf Many", .in_stock = 50});

  const auto all = get("/admin/stock?q=shelf");
  BOOST_TEST(contains(all, "Shelf Rare"));
  BOOST_TEST(contains(all, "Shelf Many"));
  BOOST_TEST(contains(all, "nearly gone"));
  BOOST_TEST(contains(all, "href=\"/admin/stock/" + std::to_string(rare) + "\""));
  const auto low = get("/admin/stock?q=shelf&at_most=3");
  BOOST_TEST(contains(low, "Shelf Rare"));
  BOOST_TEST(!contains(low, "Shelf Many"));
  BOOST_TEST(contains(get("/admin/stock?q=no-such-thing"), "There is no such product"));
  BOOST_TEST(contains(get("/admin"), "href=\"/admin/stock\""));
}

BOOST_AUTO_TEST_CASE(pages_by_key) {
  for (int i = 0; i < 51; ++i) make_product(db, {.name = "Paged Thing", .in_stock = 2});
  const auto first = get("/admin/stock?q=paged+thing");
  const std::size_t at = first.body.find("behind=");
  BOOST_REQUIRE(at != std::string::npos);
  const auto second =
      get("/admin/stock?q=paged+thing&" + first.body.substr(at, first.body.find('"', at) - at));
  BOOST_TEST(contains(second, "Paged Thing"));
  BOOST_TEST(!contains(second, "behind="));
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_read) {
  BOOST_TEST(contains(get("/admin/stock?at_most=few"), "“few” is no number of pieces"));
  BOOST_TEST(contains(get("/admin/stock?at_most=-1"), "“-1” is no number of pieces"));
  BOOST_TEST(get("/admin/stock?center=x").status == 400);
  for (const char* behind : {"", "1", "1-", "x-1", "1-0", "-1-5"}) {
    BOOST_TEST(get("/admin/stock?behind=" + std::string(behind)).status == 404, behind);
  }
}

BOOST_AUTO_TEST_CASE(is_a_file_for_a_spreadsheet_too) {
  make_product(db, {.name = "=Evil Formula", .sku = "EVIL-1", .in_stock = 1});
  Collected file;
  const auto answer = get("/admin/stock.csv?q=EVIL-1");
  BOOST_TEST(header(answer, "Content-Disposition") == "attachment; filename=\"stock.csv\"");
  answer.stream(file);
  BOOST_TEST(file.text.find(",EVIL-1,\"'=Evil Formula\",1,0,9.99,no\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(is_for_those_who_keep_the_stock) {
  sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));
  for (const char* path : {"/admin/stock", "/admin/stock.csv", "/admin/stock/1", "/admin/centers",
                           "/admin/center/1"}) {
    BOOST_TEST(get(path).status == 403, path);
  }
  BOOST_TEST(!contains(get("/admin"), "href=\"/admin/stock\""));
}

BOOST_AUTO_TEST_SUITE_END()
