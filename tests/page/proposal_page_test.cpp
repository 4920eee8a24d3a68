#include <boost/test/unit_test.hpp>

#include "support/chat.h"
#include "tests.sql.h"

using support::contains;
using support::location;

namespace {

struct ProposalTest : support::PageTest {
  ProposalTest() {
    lamp = support::make_product(db, {.name = "Walnut Desk Lamp", .price = {1234}, .in_stock = 5});
    get("/chat");
  }

  /// Asks and reads the answer to its end; returns the conversation's page.
  web::Response ask(const std::string& question) {
    const std::string path = location(post("/chat", {{"question", question}}));
    struct Nowhere : web::Stream {
      bool write(std::string_view) override { return true; }
    } nowhere;
    if (const auto answer = get(path.substr(0, path.find('#'))); answer.stream) {
      answer.stream(nowhere);
    }
    return get(path.substr(0, path.find("/answer")));
  }
  std::int64_t newest() { return db.first(sql::tests::newest_proposal)->integer("id"); }
  std::string accept_path() { return "/chat/proposal/" + std::to_string(newest()); }
  std::int64_t pieces_in_cart() {
    return db.first(sql::tests::pieces_in_carts, lamp)->integer("pieces");
  }

  std::int64_t lamp = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(proposal_page, ProposalTest)

BOOST_AUTO_TEST_CASE(a_sentence_alone_buys_nothing_and_a_button_once) {
  const auto page = ask("add two walnut desk lamps to my cart");
  BOOST_TEST(contains(page, "Add 2 × Walnut Desk Lamp to the cart ($12.34 each)"));
  BOOST_TEST(contains(page, "action=\"" + accept_path() + "\""));
  BOOST_TEST(pieces_in_cart() == 0);

  const auto accepted = post(accept_path(), {});
  BOOST_TEST(pieces_in_cart() == 2);
  const auto after = follow(accepted);
  BOOST_TEST(contains(after, "2 × Walnut Desk Lamp is in your cart."));
  BOOST_TEST(!contains(after, accept_path()));

  BOOST_TEST(contains(follow(post(accept_path(), {})), "nothing was done twice"));
  BOOST_TEST(pieces_in_cart() == 2);
}

BOOST_AUTO_TEST_CASE(somebody_elses_proposal_is_not_found) {
  ask("add the walnut desk lamp to my cart");
  session = web::new_session(support::noon());
  BOOST_TEST(post(accept_path(), {}).status == 404);
  sign_in(support::make_account(db));
  BOOST_TEST(post(accept_path(), {}).status == 404);
  BOOST_TEST(post("/chat/proposal/999999999", {}).status == 404);
  BOOST_TEST(pieces_in_cart() == 0);
}

BOOST_AUTO_TEST_CASE(an_old_proposal_or_price_is_refused) {
  ask("add the walnut desk lamp to my cart");
  const std::string path = accept_path();
  db.run(sql::tests::set_price, lamp, Money{9999});
  BOOST_TEST(contains(follow(post(path, {})), "The price has changed"));
  db.run(sql::tests::set_price, lamp, Money{1234});
  db.run(sql::tests::age_proposals, support::noon());
  BOOST_TEST(contains(follow(post(path, {})), "too old"));
  BOOST_TEST(pieces_in_cart() == 0);
}

BOOST_AUTO_TEST_CASE(favorites_are_proposed_to_customers) {
  BOOST_TEST(contains(ask("save the walnut desk lamp for later"), "log in"));
  sign_in(support::make_account(db));
  const auto page = ask("add the walnut desk lamp to my favorites");
  BOOST_TEST(contains(page, "Keep Walnut Desk Lamp among my favorites"));
  BOOST_TEST(contains(follow(post(accept_path(), {})), "is among your favorites"));
  BOOST_TEST(contains(get("/favorites"), "Walnut Desk Lamp"));
}

BOOST_AUTO_TEST_CASE(an_order_is_cancelled_by_its_button_only) {
  const auto alice = support::make_account(db);
  support::make_order_of(db, alice, lamp, "12345678", "2026-02-28T12:00:00Z");
  sign_in(alice);
  BOOST_TEST(!contains(ask("cancel my order 12345678"), "/chat/proposal/"));

  db.run(sql::tests::make_unpaid_order, alice, lamp, "87654321", support::noon());
  BOOST_TEST(contains(ask("cancel my order 87654321"), "Cancel order 87654321"));
  BOOST_TEST(contains(follow(post(accept_path(), {})), "Order 87654321 is cancelled"));
}

BOOST_AUTO_TEST_SUITE_END()
