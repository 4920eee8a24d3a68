#include "search/spelling.h"

#include <boost/test/unit_test.hpp>

#include "search/words.h"

using namespace search;

namespace {

struct SmallVocabulary {
  SmallVocabulary() {
    for (const auto& [word, count] : {std::pair{"ladder", 40},
                                      {"letter", 60},
                                      {"latte", 3},
                                      {"hammer", 50},
                                      {"calendar", 9},
                                      {"lawn", 80},
                                      {"mower", 70},
                                      {"refrigerator", 30},
                                      {"lamp", 90},
                                      {"address", 12}}) {
      vocabulary.add(word, count);
    }
  }
  std::string of(const std::string& word) const { return corrected(vocabulary, word).value_or(""); }
  Vocabulary vocabulary;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(spelling, SmallVocabulary)

BOOST_AUTO_TEST_CASE(slips_of_the_fingers_are_mended) {
  BOOST_TEST(of("hamer") == "hammer");
  BOOST_TEST(of("hamemr") == "hammer");
  BOOST_TEST(of("calender") == "calendar");
  BOOST_TEST(of("refridgerater") == "refrigerator");
}

BOOST_AUTO_TEST_CASE(two_slight_slips_count_less_than_two_whole_errors) {
  BOOST_TEST(of("adres") == "address");
  BOOST_TEST(of("hxmmxr") == "");
}

BOOST_AUTO_TEST_CASE(short_words_numbers_and_known_words_are_left_alone) {
  BOOST_TEST(of("lanp") == "");
  BOOST_TEST(of("85123a") == "");
  BOOST_TEST(of("letter") == "");
}

BOOST_AUTO_TEST_CASE(a_word_of_four_letters_is_guessed_only_when_the_caller_asks) {
  BOOST_TEST(guesses(vocabulary, "lanp", 3, false).empty());
  BOOST_TEST(guesses(vocabulary, "lanp", 3, true).front().word == "lamp");
}

BOOST_AUTO_TEST_CASE(a_word_that_no_product_holds_any_more_is_no_guess) {
  const Vocabulary::Place hammer = vocabulary.add("hammer");
  for (int use = 0; use < 51; ++use) vocabulary.remove(hammer);
  BOOST_TEST(of("hamer") == "");
  BOOST_TEST(!vocabulary.contains("hammer"));
}

BOOST_AUTO_TEST_CASE(words_written_together_come_apart) {
  const auto parts = split_word(vocabulary, "lawnmower");
  BOOST_REQUIRE(parts.has_value());
  BOOST_TEST(parts->first == "lawn");
  BOOST_TEST(parts->second == "mower");
}

BOOST_AUTO_TEST_CASE(measures_have_one_word_however_they_are_written) {
  using Words = std::vector<std::string>;
  BOOST_TEST(words_of("8' x 10'") == (Words{"8", "ft", "x", "10", "ft"}),
             boost::test_tools::per_element());
  BOOST_TEST(words_of("24\" wide") == (Words{"24", "inch", "wide"}),
             boost::test_tools::per_element());
  BOOST_TEST(words_of("3/4 in. pipe") == (Words{"3", "4", "inch", "pipe"}),
             boost::test_tools::per_element());
  BOOST_TEST(words_of("5 Feet") == words_of("5ft"), boost::test_tools::per_element());
  BOOST_TEST(words_of("60W bulb") == words_of("60 watt bulb"), boost::test_tools::per_element());
  BOOST_TEST(words_of("12-pk") == words_of("12 pack"), boost::test_tools::per_element());
  BOOST_TEST(words_of("lamp in white") == (Words{"lamp", "in", "white"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_head_of_a_name_says_what_it_is) {
  BOOST_TEST(head_word("Oak Desk Lamp with Dimmer, 40 W") == "lamp");
  BOOST_TEST(head_word("Shower Faucet Trim Kit in Chrome (Valve Not Included)") == "kit");
  BOOST_TEST(head_word("Acme - Phone 5 with 32GB") == "phone");
  BOOST_TEST(head_word("12 345") == "");
  BOOST_TEST(head_word("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
