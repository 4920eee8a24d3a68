#include <boost/test/unit_test.hpp>

#include "orders/returns.h"
#include "support/orders.h"

using namespace support;

namespace {

struct WithdrawTest : PageTest {
  WithdrawTest() {
    make_rules(db);
    lamp = make_product(db, {.name = "Lamp", .in_stock = 90});
    alice = make_account(db);
    order = make_order(db, customer(alice), lamp, 3);
    BOOST_REQUIRE((orders::advance_order(db, order, orders::Action::ship, {}, "", noon()) ==
                   orders::AdvanceOutcome::done));
  }
  std::string path(const std::string& below = "") {
    return "/order/" + std::to_string(order) + below;
  }
  std::string number() { return orders::find_order(db, order)->number; }
  std::string field() {
    return "pieces-" + std::to_string(orders::find_returnable(db, order, noon())->lines[0].id);
  }
  /// The value of a hidden field of a page.
  static std::string hidden(const web::Response& page, const std::string& name) {
    const std::string mark = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.body.find(mark);
    if (at == std::string::npos) return "";
    const std::size_t begin = at + mark.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
  }
  Pairs confirm_form(const web::Response& step2, const std::string& pieces) {
    return {{"token", hidden(step2, "token")},
            {"key", hidden(step2, "key")},
            {"reason", hidden(step2, "reason")},
            {field(), pieces}};
  }

  std::int64_t lamp = 0;
  std::int64_t alice = 0;
  std::int64_t order = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(withdraw_page, WithdrawTest)

BOOST_AUTO_TEST_CASE(leads_from_the_order_in_two_steps_to_a_receipt) {
  sign_in(alice);
  BOOST_TEST(contains(get(path()), "href=\"" + path("/withdraw") + "\""));
  BOOST_TEST(contains(get("/order/" + std::to_string(order) + "/withdraw"), "Lamp"));

  const auto step2 =
      post(path("/withdraw"), {{field(), "2"}, {"reason", "too <big>"}, {"key", ""}});
  BOOST_TEST(step2.status == 200);
  BOOST_TEST(contains(step2, "2 × Lamp"));
  BOOST_TEST(contains(step2, "too &lt;big&gt;"));
  BOOST_TEST(orders::returns_of_order(db, order).empty());

  const Pairs form = confirm_form(step2, "2");
  const auto confirmed = post("/order/" + std::to_string(order) + "/withdraw/confirm", form);
  const auto receipt = follow(confirmed);
  BOOST_TEST(receipt.status == 200);
  BOOST_TEST(contains(receipt, "2 × Lamp"));
  BOOST_TEST(contains(receipt, "This page is your receipt"));
  const auto id = orders::returns_of_order(db, order).at(0).id;
  BOOST_TEST(
      get("/order/" + std::to_string(order) + "/return/" + std::to_string(id) + "?key=").status ==
      200);

  BOOST_TEST(contains(get(path()), "href=\"" + location(confirmed) + "\""));

  // The second click leads to the same receipt.
  BOOST_TEST(location(post(path("/withdraw/confirm"), form)) == location(confirmed));
  BOOST_TEST(orders::returns_of_order(db, order).size() == 1U);
}

BOOST_AUTO_TEST_CASE(needs_no_log_in_but_then_shows_no_more_than_the_lines) {
  BOOST_TEST(contains(get("/withdraw"), "name=\"number\""));
  const auto found =
      post("/withdraw", {{"number", "#" + number()}, {"email", "ALICE@example.com"}});
  BOOST_TEST(found.status == 303);
  const std::string target = location(found);
  const auto step1 = get(target);
  BOOST_TEST(step1.status == 200);
  BOOST_TEST(contains(step1, "Lamp"));
  BOOST_TEST(!contains(step1, "1 Main Street"));
  BOOST_TEST(!contains(step1, "href=\"" + path()));

  const std::string key = target.substr(target.find("key=") + 4);
  for (const char* below : {"", "/pay", "/invoice"}) {
    BOOST_TEST(get(path(below) + "?key=" + key).status == 404, below);
  }
  BOOST_TEST(post(path("/cancel"), {{"key", key}}).status == 404);
  const auto step2 = post(path("/withdraw"), {{field(), "3"}, {"reason", ""}, {"key", key}});
  const auto receipt = follow(post(path("/withdraw/confirm"), confirm_form(step2, "3")));
  BOOST_TEST(contains(receipt, "3 × Lamp"));
}

BOOST_AUTO_TEST_CASE(tells_no_stranger_anything) {
  const auto wrong = post("/withdraw", {{"number", number()}, {"email", "mallory@example.com"}});
  const auto none = post("/withdraw", {{"number", "99999999"}, {"email", "alice@example.com"}});
  BOOST_TEST(wrong.status == 422);
  BOOST_TEST(none.status == 422);
  BOOST_TEST(contains(wrong, "There is no such order"));
  BOOST_TEST(contains(none, "There is no such order"));
  BOOST_TEST(post("/withdraw", {{"number", ""}, {"email", ""}}).status == 422);

  const auto other = make_order(db, customer(alice), lamp, 1, "token-of-another");
  sign_in(make_account(db));
  for (const std::string& below : {std::string("/withdraw"), std::string("/return/1")}) {
    BOOST_TEST(get(path(below)).status == 404);
    BOOST_TEST(get(path(below) + "?key=1-2.test.forged").status == 404);
  }
  BOOST_TEST(post(path("/withdraw"), {{field(), "1"}, {"reason", ""}}).status == 404);
  BOOST_TEST(post(path("/withdraw/confirm"), {{field(), "1"}}).status == 404);
  sign_in(alice);
  const auto step2 = post(path("/withdraw"), {{field(), "1"}, {"reason", ""}});
  follow(post(path("/withdraw/confirm"), confirm_form(step2, "1")));
  const auto id = orders::returns_of_order(db, order).at(0).id;
  BOOST_TEST(get("/order/" + std::to_string(other) + "/return/" + std::to_string(id)).status ==
             404);
}

BOOST_AUTO_TEST_CASE(cannot_be_tried_through) {
  int refused = 0;
  for (int i = 0; i < 12; ++i) {
    refused +=
        post("/withdraw", {{"number", std::to_string(10000 + i)}, {"email", "a@example.com"}})
            .status == 429;
  }
  BOOST_TEST(refused == 2);
}

BOOST_AUTO_TEST_CASE(says_what_does_not_fit_and_keeps_what_was_typed) {
  sign_in(alice);
  const auto nothing = post(path("/withdraw"), {{field(), "0"}, {"reason", "kept reason"}});
  BOOST_TEST(nothing.status == 422);
  BOOST_TEST(contains(nothing, "kept reason"));
  for (const char* pieces : {"4", "-1", "x", "99999999999999999999"}) {
    BOOST_TEST(post(path("/withdraw"), {{field(), pieces}, {"reason", ""}}).status == 422, pieces);
  }
  BOOST_TEST(post(path("/withdraw/confirm"), {{field(), "1"}, {"reason", ""}, {"token", "short"}})
                 .status == 400);
  const auto step2 = post(path("/withdraw"), {{field(), "1"}, {"reason", ""}});
  post(path("/withdraw/confirm"), confirm_form(step2, "9"));
  BOOST_TEST(notice.key == "withdraw.too_many");
  BOOST_TEST(orders::returns_of_order(db, order).empty());
}

BOOST_AUTO_TEST_CASE(ends_with_the_order) {
  sign_in(alice);
  const auto second = make_order(db, customer(alice), lamp, 1, "token-of-another");
  BOOST_REQUIRE((orders::cancel_order(db, second, {}, noon()) == orders::AdvanceOutcome::done));
  const std::string there = "/order/" + std::to_string(second);
  BOOST_TEST(contains(get(there + "/withdraw"), "nothing left"));
  BOOST_TEST(!contains(get(there), "/withdraw\">Withdraw or"));
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  const auto temp = orders::find_cart(db, customer(alice)).order_id;
  BOOST_TEST(get("/order/" + std::to_string(temp) + "/withdraw").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
