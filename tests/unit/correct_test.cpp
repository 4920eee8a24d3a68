// Typing errors and numbers in words.
#include "chat/correct.h"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "support/chat.h"

namespace {

const chat::Vocabulary& vocabulary() {
  static const chat::Vocabulary shop = [] {
    chat::Vocabulary words;
    for (const std::string& word : support::phrases().words()) words.add_word(word);
    words.add_attribute("Material", "leather");
    words.add_attribute("Finish", "cloud grey");
    words.add_product("Harbour Rain Jacket, Yellow", 1);
    words.add_product("Eleven Winters", 2);
    return words;
  }();
  return shop;
}

std::string corrected(const std::string& text, const chat::Dictionary* dictionary = nullptr) {
  std::vector<chat::Token> tokens = chat::normalise(text);
  chat::correct(tokens, {support::phrases(), vocabulary(), dictionary});
  std::string words;
  for (const chat::Token& token : tokens) words += (words.empty() ? "" : " ") + token.word;
  return words;
}

std::string with_numbers(const std::string& text) {
  std::vector<chat::Token> tokens = chat::normalise(text);
  chat::read_number_words(tokens, support::phrases(), vocabulary());
  std::string words;
  for (const chat::Token& token : tokens) words += (words.empty() ? "" : " ") + token.word;
  return words;
}

chat::Dictionary small_dictionary() {
  const std::string file =
      (std::filesystem::temp_directory_path() / ("parley-words-" + std::to_string(::getpid())))
          .string();
  std::ofstream(file) << "loud\nran\nRome\ndon't\nJohn's\n";
  const chat::Dictionary dictionary = chat::Dictionary::load({file, "/no/such/file", ""});
  std::filesystem::remove(file);
  return dictionary;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(correcting)

BOOST_AUTO_TEST_CASE(a_dictionary_knows_its_words_in_lower_case_without_apostrophes) {
  const chat::Dictionary dictionary = small_dictionary();
  BOOST_TEST(dictionary.size() == 4u);
  BOOST_TEST(dictionary.knows("loud"));
  BOOST_TEST(dictionary.knows("rome"));
  BOOST_TEST(dictionary.knows("dont"));
  BOOST_TEST(!dictionary.knows("lou"));
  BOOST_TEST(!dictionary.knows(""));
  BOOST_TEST(!chat::Dictionary().knows("loud"));
}

BOOST_AUTO_TEST_CASE(unknown_words_become_the_likeliest_ones_of_the_shop) {
  BOOST_TEST(corrected("lether jackets") == "leather jackets");
  BOOST_TEST(corrected("my oder") == "my order");  // a letter left out, rather than "over"
  BOOST_TEST(corrected("helo") == "hello");
  BOOST_TEST(corrected("4711") == "4711");
}

BOOST_AUTO_TEST_CASE(right_words_stay_unless_a_name_has_another_one_there) {
  const chat::Dictionary dictionary = small_dictionary();
  BOOST_TEST(corrected("something loud", &dictionary) == "something loud");
  BOOST_TEST(corrected("something loud") == "something cloud");
  BOOST_TEST(corrected("harbour ran jacket", &dictionary) == "harbour rain jacket");
  BOOST_TEST(corrected("i ran", &dictionary) == "i ran");
}

BOOST_AUTO_TEST_CASE(numbers_in_words_become_one_number) {
  BOOST_TEST(with_numbers("five shirts") == "5 shirts");
  BOOST_TEST(with_numbers("between one hundred and one hundred fifty") == "between 100 and 150");
  BOOST_TEST(with_numbers("two hundred and twenty five dollars") == "225 dollars");
  BOOST_TEST(with_numbers("two thousand") == "2000");
  BOOST_TEST(with_numbers("half a dozen mugs") == "6 mugs");
  BOOST_TEST(with_numbers("a dozen mugs") == "12 mugs");
  BOOST_TEST(with_numbers("this one and that one") == "this one and that one");
  BOOST_TEST(with_numbers("twenty and five") == "20 and 5");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_part_of_a_name_stay) {
  BOOST_TEST(with_numbers("two of eleven winters") == "2 of eleven winters");
}

BOOST_AUTO_TEST_SUITE_END()
