#include <boost/test/unit_test.hpp>

#include "orders/promotions.h"
#include "support/orders.h"

using namespace support;

namespace {

struct PromotionsTest : PageTest {
  PromotionsTest() {
    make_rules(db);
    sign_in(make_account(db, {.role = "staff", .permissions = "marketing"}));
  }
  static Pairs fields() {
    return {
        {"version", "1"},  {"name", "Spring"},   {"code", "spring10"},       {"kind", "percent"},
        {"value", "12.5"}, {"minimum", ""},      {"category", "0"},          {"starts", ""},
        {"ends", ""},      {"limit_total", "5"}, {"limit_per_customer", ""}, {"priority", "0"},
        {"active", "1"}};
  }
  static Pairs with(Pairs form, const std::string& name, const std::string& value) {
    for (auto& [field, old] : form) {
      if (field == name) old = value;
    }
    return form;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(promotions_page, PromotionsTest)

BOOST_AUTO_TEST_CASE(a_promotion_is_made_listed_and_changed) {
  BOOST_TEST(get("/admin/promotions/new").status == 200);
  const auto made = post("/admin/promotions/new", fields());
  BOOST_TEST(notice.key == "promotion.created");
  const auto list = follow(made);
  BOOST_TEST(contains(list, "SPRING10"));
  BOOST_TEST(contains(list, "12.50 %"));
  BOOST_TEST(contains(list, "0 of 5"));
  BOOST_TEST(contains(get("/admin/promotions?q=nothing"), "There is no promotion"));
  const auto id = orders::list_promotions(db, {}, "spring", 1).at(0).id;
  const std::string path = "/admin/promotions/" + std::to_string(id);
  BOOST_TEST(contains(get("/admin/promotions/" + std::to_string(id)), "value=\"12.50\""));
  BOOST_TEST(post(path, with(fields(), "name", "By the first")).status == 303);
  const auto late = post(path, with(fields(), "name", "By the second"));
  BOOST_TEST(late.status == 422);
  BOOST_TEST(contains(late, "Somebody else changed this promotion"));
  BOOST_TEST(orders::find_promotion(db, id)->draft.name == "By the first");
  BOOST_TEST(get("/admin/promotions/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(the_list_can_be_taken_away_as_a_file) {
  post("/admin/promotions/new", with(fields(), "name", "=Spring"));
  const auto file = get("/admin/promotions.csv?q=spring");
  BOOST_TEST(file.content_type.starts_with("text/csv"));
  BOOST_TEST(contains(file, "'=Spring"));
  BOOST_TEST(contains(file, "SPRING10,percent,12.50"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_beside_its_field) {
  const std::vector<std::pair<std::string, std::string>> bad = {{"name", ""},
                                                                {"kind", "gift"},
                                                                {"value", "0"},
                                                                {"value", "101"},
                                                                {"value", "-5"},
                                                                {"value", ""},
                                                                {"minimum", "much"},
                                                                {"starts", "tomorrow"},
                                                                {"ends", "2026-02-30T10:00"},
                                                                {"limit_total", "0"},
                                                                {"limit_per_customer", "x"},
                                                                {"priority", "5000"},
                                                                {"category", "999999999"}};
  for (const auto& [field, value] : bad) {
    BOOST_TEST(post("/admin/promotions/new", with(fields(), field, value)).status == 422,
               field + value);
  }
  BOOST_TEST(orders::list_promotions(db, {}, "spring", 1).empty());
}

BOOST_AUTO_TEST_CASE(only_marketing_may) {
  sign_in(make_account(db, {.role = "staff", .permissions = "products,orders"}));
  BOOST_TEST(get("/admin/promotions").status == 403);
  BOOST_TEST(post("/admin/promotions/new", fields()).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(coupon_page, PromotionsTest)

BOOST_AUTO_TEST_CASE(a_coupon_shows_as_a_line_in_cart_checkout_and_order) {
  BOOST_REQUIRE(
      (orders::create_promotion(db, {.name = "Spring <sale>", .code = "SPRING10", .rate_bp = 1000})
           .outcome == orders::PromotionOutcome::saved));
  const auto lamp = make_product(db, {.price = Money{2000}});
  session = web::new_session(noon());
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  BOOST_TEST(contains(get("/cart"), "Coupon code"));

  post("/cart/coupon", {{"coupon", "spring10"}});

  const auto cart = get("/cart?country=US");
  BOOST_TEST(contains(cart, "Spring &lt;sale&gt; (SPRING10)"));
  BOOST_TEST(contains(cart, "-$2.00"));
  BOOST_TEST(contains(get("/checkout?country=US"), "-$2.00"));
  const auto placed = post("/checkout", {{"email", "a@example.com"},
                                         {"name", "A"},
                                         {"street", "1 Main Street"},
                                         {"postal_code", ""},
                                         {"city", "Bern"},
                                         {"country", "US"},
                                         {"phone", ""},
                                         {"shipping", "standard"},
                                         {"payment", "bank_transfer"},
                                         {"checkout_token", "a-token-of-this-coupon-test"},
                                         {"total_cents", "2484"}});
  BOOST_TEST(placed.status == 303);
  const auto order = follow(placed);
  BOOST_TEST(contains(order, "-$2.00"));
  BOOST_TEST(contains(order, "$24.84"));
}

BOOST_AUTO_TEST_CASE(wrong_codes_are_said_so_and_cannot_be_tried_out_for_ever) {
  const auto lamp = make_product(db);
  session = web::new_session(noon());
  post("/cart/coupon", {{"coupon", "X"}});
  BOOST_TEST(notice.key == "cart.already_empty");
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  post("/cart/coupon", {{"coupon", ""}});
  BOOST_TEST(notice.key == "coupon.empty");
  for (int i = 0; i < 20; ++i) {
    post("/cart/coupon", {{"coupon", "GUESS" + std::to_string(i)}});
    BOOST_TEST(notice.key == "coupon.unknown");
  }
  post("/cart/coupon", {{"coupon", "ONEMORE"}});
  BOOST_TEST(notice.key == "coupon.too_often");
  post("/cart/coupon/remove", {});
  BOOST_TEST(notice.key == "coupon.removed");
}

BOOST_AUTO_TEST_SUITE_END()
