// Dialogues: what is meant after what was said before, and ways out of an empty result.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "chat/assistant.h"
#include "support/chat.h"
#include "tests.sql.h"

using support::Talk;

namespace {

using Ids = std::vector<std::int64_t>;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Shirts, mugs, speakers, toys and jackets.
struct Store : support::RolledBack {
  Store() {
    using support::make_product;
    red = make_product(db, {.name = "Plain Shirt, Red",
                            .category = "Shirts",
                            .price = {2000},
                            .in_stock = 4,
                            .attributes = {{"Colour", "red"}, {"For", "women"}}});
    green = make_product(db, {.name = "Plain Shirt, Green",
                              .category = "Shirts",
                              .price = {3000},
                              .attributes = {{"Colour", "green"}, {"For", "kids"}}});
    blue_block = make_product(db, {.name = "Yoga Block, Blue",
                                   .category = "Fitness",
                                   .price = {1500},
                                   .attributes = {{"Colour", "blue"}}});
    small = make_product(
        db, {.name = "Hum Speaker",
             .category = "Speakers",
             .price = {5000},
             .in_stock = 9,
             .attributes = {
                 {"Battery life", "90 minutes"}, {"Weight", "750 g"}, {"Connection", "wireless"}}});
    large = make_product(
        db, {.name = "Boom Speaker",
             .category = "Speakers",
             .price = {9000},
             .in_stock = 3,
             .attributes = {
                 {"Battery life", "20 hours"}, {"Weight", "1.5 kg"}, {"Connection", "wireless"}}});
    wired = make_product(db, {.name = "Desk Speaker",
                              .category = "Speakers",
                              .price = {4000},
                              .attributes = {{"Cable length", "2 m"}, {"Connection", "wired"}}});
    blocks = make_product(db, {.name = "Beech Blocks",
                               .category = "Toys",
                               .price = {2500},
                               .attributes = {{"Age", "2 and up"}, {"Pieces", "1,000"}}});
    puzzle = make_product(db, {.name = "Harbour Puzzle",
                               .category = "Toys",
                               .price = {1800},
                               .attributes = {{"Age", "14 and up"}, {"Pieces", "500"}}});
    jacket = make_product(db, {.name = "Storm Jacket",
                               .category = "Jackets",
                               .price = {9900},
                               .attributes = {{"Water column", "10,000 mm"}}});
    make_product(db, {.name = "Hill Boots",
                      .category = "Shoes",
                      .price = {11000},
                      .attributes = {{"Waterproof", "yes"}}});
  }
  std::string ask(const std::string& question) { return talk.ask(question); }
  const Ids& shown() const { return talk.last.products; }

  std::int64_t red, green, blue_block, small, large, wired, blocks, puzzle, jacket;
  Talk talk{db};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(assistant_dialogue, Store)

BOOST_AUTO_TEST_CASE(the_winner_is_what_it_means_from_then_on) {
  ask("show me speakers");
  BOOST_TEST(has(ask("which one is the most expensive?"), "Boom Speaker"));
  BOOST_TEST(has(ask("is it in stock?"), "3 pieces of Boom Speaker"));
  BOOST_TEST(has(ask("how heavy is it?"), "Weight is 1.5 kg"));
  ask("anything cheaper?");
  BOOST_TEST((shown() == Ids{small, wired}));
}

BOOST_AUTO_TEST_CASE(a_list_stays_while_one_of_it_is_asked_about) {
  ask("show me speakers sorted by price");
  BOOST_TEST((shown() == Ids{wired, small, large}));
  ask("how heavy is the second one?");
  BOOST_TEST(has(ask("what does the third one cost?"), "Boom Speaker costs $90.00"));
}

BOOST_AUTO_TEST_CASE(the_longest_and_the_lightest_are_known_whatever_the_unit) {
  BOOST_TEST(has(ask("which speaker has the longest battery life?"),
                 "Boom Speaker: “Battery life” is 20 hours, the highest of the 2"));
  ask("show me speakers");
  BOOST_TEST(has(ask("which has the longest battery life?"), "Boom Speaker: “Battery life”"));
  BOOST_TEST(has(ask("and the lightest?"), "Hum Speaker: “Weight” is 750 g, the lowest"));
  BOOST_TEST(has(ask("which toy has the most pieces?"), "Beech Blocks: “Pieces” is 1,000"));
  BOOST_TEST(has(ask("the heaviest shirt"), "no figure"));
  BOOST_TEST(chat::is_founded(talk.last.text, talk.last.facts));
}

BOOST_AUTO_TEST_CASE(an_average_takes_a_thousand_for_a_thousand) {
  BOOST_TEST(has(ask("what is the average number of pieces of a toy?"), "is 750;"));
}

BOOST_AUTO_TEST_CASE(who_wants_shirts_is_not_shown_yoga_blocks) {
  ask("red shirts");
  const std::string text = ask("make it blue");

  BOOST_TEST(has(text, "Nothing in the shop matches"));
  BOOST_TEST(has(text, "Without “blue”, this many match: 2, from $20.00"));
  BOOST_TEST((shown() == Ids{red, green}));
  ask("the cheapest of them");
  BOOST_TEST(shown().front() == red);
}

BOOST_AUTO_TEST_CASE(what_the_records_tell_of_a_wish_is_told) {
  const std::string text = ask("waterproof jackets");

  BOOST_TEST((shown() == Ids{jacket}));
  BOOST_TEST(has(text, "Storm Jacket: Water column is 10,000 mm"));
}

BOOST_AUTO_TEST_CASE(a_present_is_asked_about_and_its_occasion_is_no_product) {
  const std::string text = ask("I'm looking for a birthday present for my nephew");

  BOOST_TEST(has(text, "how old"));
  BOOST_TEST(!has(text, "Nothing"));
  ask("he is 7 years old");
  BOOST_TEST(std::ranges::count(shown(), blocks) == 1);
  BOOST_TEST(std::ranges::count(shown(), puzzle) == 0);
  ask("rather a puzzle");
  BOOST_TEST((shown() == Ids{puzzle}));
}

BOOST_AUTO_TEST_CASE(one_or_the_other_are_both_shown) {
  ask("red or green shirts");
  BOOST_TEST((shown() == Ids{red, green}));
  ask("shirts");
  ask("green or blue");
  BOOST_TEST((shown() == Ids{green}));
}

BOOST_AUTO_TEST_CASE(kinds_are_compared_as_groups) {
  ask("show me speakers");
  const std::string text = ask("what is the difference between wired and wireless?");

  BOOST_TEST(has(text, "“speakers wired”: 1 products, from $40.00 to $40.00"));
  BOOST_TEST(has(text, "“speakers wireless”: 2 products, from $50.00 to $90.00"));
  BOOST_TEST(has(text, "Only “wired” have these entries: Cable length"));
}

BOOST_AUTO_TEST_CASE(the_first_two_are_compared_and_it_with_another) {
  ask("show me speakers sorted by price");
  ask("compare the first two");
  BOOST_TEST((shown() == Ids{wired, small}));
  ask("tell me about the Storm Jacket");
  ask("compare it with the Hum Speaker");
  BOOST_TEST((shown() == Ids{jacket, small}));
}

BOOST_AUTO_TEST_CASE(which_one_is_answered_by_which_one) {
  ask("show me speakers");
  BOOST_TEST(has(ask("put two in my basket"), "Which one do you mean?"));
  const std::string text = ask("the second one");

  BOOST_TEST(has(text, "2 × Boom Speaker"));
  BOOST_TEST(talk.last.proposals.size() == 1u);
  ask("show me speakers");
  BOOST_TEST(has(ask("the second one"), "costs"));  // nothing was asked this time
}

BOOST_AUTO_TEST_CASE(what_no_record_says_is_said_with_what_they_do_say) {
  ask("tell me about the Hum Speaker");
  const std::string text = ask("is it foldable?");

  BOOST_TEST(has(text, "say nothing about “foldable” for Hum Speaker"));
  BOOST_TEST(has(text, "Weight: 750 g"));
}

BOOST_AUTO_TEST_CASE(how_many_means_those_that_were_spoken_of) {
  ask("show me speakers");
  BOOST_TEST(has(ask("how many do you have?"), "3 products for “speakers”"));
  ask("which is the cheapest?");
  BOOST_TEST(has(ask("is it wireless?"), "Connection is wired"));
  BOOST_TEST(!has(ask("what is the cheapest thing in the shop?"), "speakers"));
}

BOOST_AUTO_TEST_CASE(a_thing_completes_what_was_wished_of_it) {
  ask("show me something green");
  ask("shirts");
  BOOST_TEST((shown() == Ids{green}));
}

BOOST_AUTO_TEST_CASE(a_bound_with_a_unit_is_none_of_the_price) {
  ask("a speaker with at least 10 hours of battery");
  BOOST_TEST((shown() == Ids{large}));
  ask("speakers lighter than 1 kg");
  BOOST_TEST((shown() == Ids{small}));
  ask("toys with over 600 pieces under $30");
  BOOST_TEST((shown() == Ids{blocks}));
  ask("show me speakers under 60");
  BOOST_TEST(std::ranges::is_permutation(shown(), Ids{wired, small}));
}

BOOST_AUTO_TEST_CASE(a_bound_that_no_record_tells_of_is_said) {
  const std::string text = ask("a jacket with at least 30 litres");

  BOOST_TEST(has(text, "“at least 30 litres”"));
  BOOST_TEST(!has(text, "$30.00"));
  BOOST_TEST((shown() == Ids{jacket}));
}

BOOST_AUTO_TEST_CASE(what_is_reduced_is_what_costs_less_than_usual) {
  BOOST_TEST(has(ask("what is on sale?"), "Nothing is reduced in price"));
  db.run(sql::tests::reduce_price, green, 2500);
  ask("what is on sale?");
  BOOST_TEST((shown() == Ids{green}));
  BOOST_TEST(has(talk.last.text, "reduced in price now"));
  ask("show me toys");
  ask("any special offers?");
  BOOST_TEST((shown() == Ids{green}));
  const std::string text = ask("do you have discounted speakers?");
  BOOST_TEST(has(text, "Nothing that matches “speakers” is reduced"));
  BOOST_TEST(has(text, "At their usual price, this many match: 3, from $40.00"));
}

BOOST_AUTO_TEST_CASE(who_hopes_for_red_is_shown_what_is_red_of_the_kind) {
  ask("tell me about the Plain Shirt, Green");
  const std::string text = ask("does it come in red?");

  BOOST_TEST(has(text, "Colour is green"));
  BOOST_TEST(has(text, "Others of its kind that match “red”: 1."));
  BOOST_TEST(std::ranges::count(shown(), red) == 1);
  BOOST_TEST(has(ask("does it come in blue?"), "Nothing of its kind matches “blue” either."));
}

BOOST_AUTO_TEST_CASE(so_many_of_them_cost_so_many_times) {
  ask("tell me about the Hum Speaker");
  BOOST_TEST(has(ask("how much for 3 of them?"), "3 × Hum Speaker cost $150.00 together"));
}

BOOST_AUTO_TEST_CASE(a_name_of_one_word_is_found_among_its_brands_products) {
  for (int i = 0; i < 8; ++i) {
    support::make_product(db, {.name = "Quince Phone " + std::to_string(i), .brand = "Quince"});
  }
  const auto fruit = support::make_product(db, {.name = "Quince", .price = {199}});

  BOOST_TEST(has(ask("how much are quinces"), "Quince costs $1.99"));
  BOOST_TEST((shown() == Ids{fruit}));
}

BOOST_AUTO_TEST_CASE(a_method_for_one_country_says_so) {
  support::make_rules(db);
  db.run(sql::tests::make_pickup, "US");
  BOOST_TEST(has(ask("how long does delivery take?"), "only in United States"));
}

BOOST_AUTO_TEST_SUITE_END()
