/// "What would you recommend to me?"

#include <boost/test/unit_test.hpp>

#include "support/chat.h"
#include "tests_predict.sql.h"

using support::make_product;

namespace {

namespace rows = sql::tests_predict;

struct Chosen : support::RolledBack {
  const std::int64_t lamp = make_product(db, {.name = "Lamp"});
  const std::int64_t bulb = make_product(db, {.name = "Bulb"});
  const std::int64_t tea = make_product(db, {.name = "Tea"});
  const std::int64_t alice = support::make_account(db);
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(assistant_for_me, Chosen)

BOOST_AUTO_TEST_CASE(names_what_was_chosen_with_its_countable_reason) {
  db.run(rows::make_recommendation, alice, 1, bulb, "goes_with", lamp, 14, 52);
  db.run(rows::make_recommendation, alice, 2, tea, "again", std::nullopt, 3, 5);
  support::Talk talk(db, alice);

  for (const char* question : {"What would you recommend to me?", "recommend me something",
                               "any recommendations for me?", "what should I buy next"}) {
    const std::string text = talk.ask(question);

    BOOST_TEST(talk.last.intent == "for_me", question);
    BOOST_TEST(has(text, "Bulb: with Lamp in 14 of 52 orders"), text);
    BOOST_TEST(has(text, "Tea: in 3 of your 5 orders"), text);
    BOOST_REQUIRE(talk.last.products.size() >= 2U);
    BOOST_TEST(talk.last.products[0] == bulb);
  }
}

BOOST_AUTO_TEST_CASE(a_guest_is_told_that_it_needs_his_orders_and_sees_what_sells) {
  db.run(rows::set_sold, tea, 9);
  support::Talk talk(db);

  BOOST_TEST(has(talk.ask("what do you recommend?"), "Once you are logged in"));
  BOOST_TEST(!talk.last.products.empty());
}

BOOST_AUTO_TEST_CASE(who_asks_for_a_thing_gets_that_thing) {
  support::Talk talk(db, alice);

  talk.ask("can you recommend a lamp?");

  BOOST_TEST(talk.last.intent == "find");
  BOOST_TEST(talk.last.products == std::vector<std::int64_t>{lamp},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
