// How the words of a query are read.
#include <boost/test/unit_test.hpp>

#include "search/spelling.h"
#include "support/search_shop.h"

using namespace search;
using support::make_document;

BOOST_AUTO_TEST_SUITE(reading_words)

BOOST_AUTO_TEST_CASE(a_swap_is_one_error) {
  BOOST_TEST(edit_distance("table", "tabel", 2) == 1);
  BOOST_TEST(edit_distance("table", "tale", 2) == 1);
  BOOST_TEST(edit_distance("table", "chair", 2) == 3);
  BOOST_TEST(edit_distance("", "ab", 2) == 2);
}

BOOST_AUTO_TEST_CASE(short_words_and_stock_codes_are_left_alone) {
  BOOST_TEST(allowed_errors("mugs") == 0);
  BOOST_TEST(allowed_errors("table") == 1);
  BOOST_TEST(allowed_errors("headphone") == 2);
  BOOST_TEST(allowed_errors("85123abcd") == 0);
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_read_by_what_stands_beside_it) {
  Index tools;
  std::int64_t id = 0;
  for (const char* name :
       {"Step Ladder Oak", "Step Ladder Steel", "Letter Opener", "Letter Box", "Letter Rack"}) {
    tools.put(make_document(++id, name));
  }
  const auto understood = understand(tools, {.text = "step latder"});
  BOOST_TEST(understood.corrected_text == "step ladder");
}

BOOST_AUTO_TEST_CASE(joined_and_parted_words_find_each_other) {
  Index bells;
  bells.put(make_document(1, "Door Bell Chime"));
  bells.put(make_document(2, "Doorbell Button"));
  bells.put(make_document(3, "Door Handle"));
  for (const char* text : {"doorbell", "door bell"}) {
    std::set<std::string> found;
    for (const auto* card : find(bells, {.text = text}).products) found.insert(card->name);
    BOOST_TEST(found.contains("Door Bell Chime"));
    BOOST_TEST(found.contains("Doorbell Button"));
  }
}

BOOST_AUTO_TEST_CASE(what_it_is_comes_before_what_is_made_for_it) {
  Index shop;
  shop.put(make_document(1, "Projector Lamp"));
  shop.put(make_document(2, "Mount for Projector"));
  shop.put(make_document(3, "Pocket Projector"));
  BOOST_TEST(find(shop, {.text = "projector"}).products.front()->name == "Pocket Projector");
}

BOOST_AUTO_TEST_CASE(with_plenty_that_match_all_words_the_others_are_left_out) {
  Index shop;
  for (std::int64_t id = 1; id <= 700; ++id) shop.put(make_document(id, "Desk Lamp"));
  shop.put(make_document(701, "Desk Organizer"));
  BOOST_TEST(find(shop, {.text = "desk lamp"}).total == 700);
  BOOST_TEST(find(shop, {.text = "desk"}).total == 701);
}

BOOST_AUTO_TEST_SUITE_END()
