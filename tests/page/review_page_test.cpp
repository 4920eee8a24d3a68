// What customers may do with one another's reviews, what staff make of it, and who hears of stock.
#include <boost/test/unit_test.hpp>

#include "catalog/moderation.h"
#include "catalog/reviews.h"
#include "mail/outbox.h"
#include "support/orders.h"

using namespace support;

namespace {

struct ReviewTest : PageTest {
  ReviewTest() : lamp(make_product(db, {.name = "Reviewed lamp"})), writer(make_account(db)) {
    write(4, "Bright", "It shines.");
    review = catalog::list_reviews(db, lamp, 0, 1).at(0).id;
    reader = make_account(db);
    sign_in(reader);
  }
  void write(int stars, const std::string& title, const std::string& body) {
    BOOST_TEST((catalog::save_review(db, lamp, writer, {stars, title, body}) !=
                catalog::ReviewOutcome::no_such_product));
  }
  std::string at_review(const std::string& below) {
    return "/review/" + std::to_string(review) + below;
  }
  std::string lamp_path() { return "/product/" + std::to_string(lamp) + "/reviewed-lamp"; }
  std::int64_t count_of_lamp() {
    return number_in(
        db, "SELECT review_count AS number FROM product WHERE id = " + std::to_string(lamp));
  }
  void sign_in_staff() { sign_in(make_account(db, {.role = "staff", .permissions = "marketing"})); }
  web::Response decide(const std::string& act, std::string version = "") {
    if (version.empty()) version = catalog::list_moderated(db, "all", "", {}, 1).at(0).version;
    return post("/admin/reviews/" + std::to_string(review),
                {{"act", act}, {"version", version}, {"show", "open"}});
  }

  std::int64_t lamp = 0;
  std::int64_t writer = 0;
  std::int64_t review = 0;
  std::int64_t reader = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_page, ReviewTest)

BOOST_AUTO_TEST_CASE(a_customer_votes_once_and_takes_it_back) {
  BOOST_TEST(
      location(post("/review/" + std::to_string(review) + "/helpful", {})).ends_with("#reviews"));
  BOOST_TEST(notice.key == "review.voted");
  BOOST_TEST(contains(get(lamp_path()), "1 found this helpful"));
  post(at_review("/helpful"), {});
  BOOST_TEST(notice.key == "review.vote_taken_back");
  BOOST_TEST(!contains(get(lamp_path()), "found this helpful"));
  sign_in(writer);
  post(at_review("/helpful"), {});
  BOOST_TEST(notice.key == "review.own_vote");
  BOOST_TEST(post("/review/999999999/helpful", {}).status == 404);
}

BOOST_AUTO_TEST_CASE(a_report_reaches_staff_who_hide_the_review_and_its_stars) {
  BOOST_TEST(contains(get("/review/" + std::to_string(review) + "/report"), "It shines."));
  BOOST_TEST(post(at_review("/report"), {{"reason", " "}}).status == 422);
  post(at_review("/report"), {{"reason", "Bought <reviews>"}});
  BOOST_TEST(notice.key == "review.reported");
  post(at_review("/report"), {{"reason", "Bought <reviews>, I say"}});
  sign_in_staff();
  const auto list = get("/admin/reviews");
  BOOST_TEST(contains(list, "Bought &lt;reviews&gt;, I say"));
  BOOST_TEST(contains(list, "Reported by 1"));
  BOOST_TEST(count_of_lamp() == 1);

  decide("hide");

  BOOST_TEST(notice.key == "review.now_hidden");
  BOOST_TEST(count_of_lamp() == 0);
  BOOST_TEST(!contains(get(lamp_path()), "It shines."));
  BOOST_TEST(contains(get("/admin/reviews"), "There is no review like that."));
  BOOST_TEST(contains(get("/admin/reviews?show=hidden&q=SHINES"), "It shines."));
  decide("show");
  BOOST_TEST(count_of_lamp() == 1);
  sign_in(reader);
  BOOST_TEST(get(at_review("/report")).status == 200);
}

BOOST_AUTO_TEST_CASE(a_hidden_review_that_its_writer_changes_waits_for_staff) {
  sign_in_staff();
  const std::string seen = catalog::list_moderated(db, "all", "", {}, 1).at(0).version;
  decide("hide");
  write(5, "Better", "I changed my mind.");
  BOOST_TEST(count_of_lamp() == 0);
  BOOST_TEST(contains(get("/admin/reviews"), "waits for you"));
  BOOST_TEST(get(at_review("/report")).status == 404);
  db.run_script("UPDATE review SET created_at = created_at + interval '1 second'");
  decide("show", seen);
  BOOST_TEST(notice.key == "review.changed_meanwhile");
  decide("show");
  BOOST_TEST(count_of_lamp() == 1);
}

BOOST_AUTO_TEST_CASE(where_staff_read_first_nothing_is_shown_before) {
  db.run_script("INSERT INTO setting (name, value) VALUES ('reviews_first_seen', 'on')");
  BOOST_TEST((catalog::save_review(db, lamp, reader, {1, "Awful", "Broke."}) ==
              catalog::ReviewOutcome::added));
  BOOST_TEST(!contains(get(lamp_path()), "<h3 itemprop=\"name\">Awful"));
  BOOST_TEST(count_of_lamp() == 1);
  BOOST_TEST(catalog::count_open_reviews(db) >= 1);
}

BOOST_AUTO_TEST_CASE(only_marketing_moderates) {
  BOOST_TEST(get("/admin/reviews").status == 403);
  sign_in(make_account(db, {.role = "staff", .permissions = "orders,products"}));
  BOOST_TEST(get("/admin/reviews").status == 403);
  BOOST_TEST(get("/admin/reviews.csv").status == 403);
  BOOST_TEST(decide("hide").status == 403);
  sign_in_staff();
  write(2, "=1+1", "\"quoted\"");
  BOOST_TEST(contains(get("/admin/reviews.csv?show=all"), "'=1+1"));
  BOOST_TEST(decide("delete").status == 400);
}

BOOST_AUTO_TEST_CASE(who_asked_hears_once_that_a_product_is_back) {
  const auto mug = make_product(db, {.name = "Mug", .in_stock = 0});
  const std::string path = "/product/" + std::to_string(mug);
  BOOST_TEST(contains(get(path), "Tell me when it is back"));
  post("/product/" + std::to_string(mug) + "/back-in-stock", {});
  BOOST_TEST(notice.key == "stock_wish.kept");
  post(path + "/back-in-stock", {});
  session = web::new_session(noon());
  post(path + "/back-in-stock", {{"email", "Guest@example.com"}});
  post(path + "/back-in-stock", {{"email", "guest@example.com"}});
  for (const char* address : {"", "guest", "a@b@c", "a b@c", "@c", "a@", "a@b,c@d"}) {
    post(path + "/back-in-stock", {{"email", address}});
    BOOST_TEST(notice.key == "stock_wish.no_address", address);
  }

  db.run_script("UPDATE product SET in_stock = 3 WHERE id = " + std::to_string(mug));
  db.run_script("UPDATE product SET in_stock = 0 WHERE id = " + std::to_string(mug));
  db.run_script("UPDATE product SET in_stock = 1 WHERE id = " + std::to_string(mug));

  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM mail WHERE kind = 'back_in_stock'") ==
             2);
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM stock_wish") == 0);
  post(path + "/back-in-stock", {{"email", "guest@example.com"}});
  BOOST_TEST(notice.key == "stock_wish.not_now");
}

BOOST_AUTO_TEST_CASE(a_guest_cannot_ask_for_many_letters) {
  const auto mug = make_product(db, {.name = "Mug", .in_stock = 0});
  session = web::new_session(noon());
  for (int i = 0; i < 11; ++i) {
    post("/product/" + std::to_string(mug) + "/back-in-stock",
         {{"email", "guest" + std::to_string(i) + "@example.com"}});
  }
  BOOST_TEST(notice.key == "stock_wish.too_often");
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM stock_wish") == 10);
}

BOOST_AUTO_TEST_SUITE_END()
