// What the assistant understands of a sentence by itself.
#include "chat/understand.h"

#include <boost/test/unit_test.hpp>

#include "chat/say.h"
#include "chat/state.h"

using chat::Change;
using chat::Intent;
using chat::Sort;
using chat::understand;
using chat::Understanding;

namespace {

const chat::Phrases& phrases() {
  static const chat::Phrases all = chat::Phrases::load("templates/chat/phrases.en.txt");
  return all;
}

/// A small shop: shirts of cotton and leather shoes, headphones, smartwatches, balls and books.
const chat::Vocabulary& vocabulary() {
  static const chat::Vocabulary shop = [] {
    chat::Vocabulary words;
    for (const std::string& word : phrases().words()) words.add_word(word);
    words.add_category("Electronics", {1, 2, 3});
    words.add_category("Headphones", {2});
    words.add_category("Smartwatches", {3});
    words.add_category("Men's Shirts & Tops", {4});
    words.add_category("Books", {5});
    words.add_category("T-Shirts", {7});
    words.add_brand("Lumen", 1);
    words.add_brand("The North Face", 2);
    words.add_attribute("Material", "cotton");
    words.add_attribute("Material", "leather");
    words.add_attribute("Colour", "red");
    words.add_attribute("Colour", "dark blue");
    words.add_attribute("Size", "7");
    words.add_attribute("Wireless", "yes");
    words.add_attribute("Layout", "full size");
    words.add_product("Aurora Basketball", 1);
    words.add_product("Lumen Smart Watch S2", 2);
    return words;
  }();
  return shop;
}

Understanding read(const std::string& text) {
  return understand(text, {phrases(), vocabulary()});
}

std::string needs_of(const std::string& text) {
  std::string needs;
  for (const chat::Need& need : read(text).wish.needs) {
    needs += (needs.empty() ? "" : "|") + std::string(need.unwanted ? "not " : "") + need.text;
  }
  return needs;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(understanding)

BOOST_AUTO_TEST_CASE(ages_are_read_as_what_suits_them) {
  chat::Vocabulary toys;
  for (const char* age : {"from birth", "3 and up", "6 to 8 years", "10 and up", "14+"}) {
    toys.add_attribute("Age", age);
  }
  toys.add_attribute("For", "kids");
  const auto values_of = [&](const std::string& text) {
    std::string values;
    for (const chat::Need& need : understand(text, {phrases(), toys}).wish.needs) {
      for (const chat::Pair& pair : need.pairs) values += pair.value + "|";
    }
    return values;
  };
  BOOST_TEST(values_of("something for a 7-year-old") == "3 and up|6 to 8 years|kids|");
  BOOST_TEST(values_of("a present for my son, aged 2") == "from birth|kids|");
  BOOST_TEST(values_of("games for a 30 year old") == "10 and up|14+|");
  BOOST_TEST(values_of("a present for a 999 year old").empty());
}

BOOST_AUTO_TEST_CASE(a_kind_of_clothing_may_be_called_like_a_word_of_praise) {
  BOOST_TEST(needs_of("what's the top with the best reviews?") == "top");
  BOOST_TEST(needs_of("cheapest top") == "top");
  BOOST_TEST(needs_of("which top costs the least") == "top");
  BOOST_TEST(needs_of("what are the top products").empty());
  BOOST_TEST(needs_of("top 5 shirts") == "shirts");
}

BOOST_AUTO_TEST_CASE(a_sentence_has_an_intent) {
  const std::vector<std::pair<std::string, Intent>> sentences = {
      {"What’s the cheapest smartwatch?", Intent::find},
      {"Did I order a book last week?", Intent::order_history},
      {"Show me any available cotton shirts.", Intent::find},
      {"Track my order with ID #1234.", Intent::order_status},
      {"show me wireless headphones", Intent::find},
      {"what is the average size of a basketball?", Intent::average},
      {"What are the top 5 most sold products?", Intent::top_sellers},
      {"Show me the status of order ID 12345.", Intent::order_status},
      {"How many Classic T-Shirts are left in stock?", Intent::stock},
      {"what's trending right now", Intent::trending},
      {"how long does delivery take?", Intent::policy},
      {"can I return a shirt that does not fit", Intent::policy},
      {"can i pay by credit card", Intent::policy},
      {"hello", Intent::greeting},
      {"Good morning!", Intent::greeting},
      {"thanks a lot", Intent::thanks},
      {"bye", Intent::goodbye},
      {"what can you do?", Intent::help},
      {"are you a robot", Intent::about_me},
      {"the parcel arrived broken, this is terrible", Intent::complaint},
      {"what is the capital of France", Intent::out_of_scope},
      {"write me a poem about dragons", Intent::out_of_scope},
      {"qwrtz plmnb", Intent::nonsense},
      {"", Intent::nonsense},
      {"?!", Intent::nonsense},
      {"hi, do you have red shirts?", Intent::find},
      {"tell me about the Aurora Basketball", Intent::detail},
      {"how much is the aurora basketball", Intent::detail},
      {"the second one", Intent::detail},
      {"what material is it", Intent::attribute},
      {"show more", Intent::more},
      {"go back", Intent::undo},
      {"where is my order", Intent::order_status},
      {"what did i buy in march", Intent::order_history},
      {"please cancel my order 1234", Intent::order_cancel},
      {"how many headphones do you sell", Intent::count},
  };
  for (const auto& [text, intent] : sentences) {
    BOOST_TEST(to_text(read(text).intent) == to_text(intent),
               "\"" << text << "\" is read as " << to_text(read(text).intent));
  }
}

BOOST_AUTO_TEST_CASE(the_catalogues_own_words_are_what_is_looked_for) {
  BOOST_TEST(needs_of("show me wireless headphones") == "wireless|headphones");
  BOOST_TEST(needs_of("Show me any available cotton shirts.") == "cotton|shirts");
  BOOST_TEST(needs_of("something dark blue by The North Face please") ==
             "dark blue|the north face");
  BOOST_TEST(needs_of("a t-shirt") == "t-shirt");
  BOOST_TEST(needs_of("tshirts") == "tshirts");
  BOOST_TEST(needs_of("smart watches") == "smart watches");
  BOOST_TEST(needs_of("head phones") == "head phones");
  BOOST_TEST(needs_of("mens shirts") == "mens shirts");
  BOOST_TEST(needs_of("shirts but not leather") == "shirts|not leather");
  BOOST_TEST(needs_of("shirts without any leather") == "shirts|not leather");
  BOOST_TEST(read("a basketball in size 7").wish.needs.back().pairs.front().name == "Size");
}

BOOST_AUTO_TEST_CASE(one_typing_error_a_word_is_read_over) {
  const std::vector<std::pair<std::string, std::string>> typed = {
      {"wirless headphones", "wireless|headphones"},
      {"wireless hedphones", "wireless|headphones"},
      {"coton shirts", "cotton|shirts"},
      {"smartwach", "smartwatch"},
      {"lether shirts", "leather|shirts"},
      {"headhpones", "headphones"},
      {"baskteball", "basketball"},
  };
  for (const auto& [text, needs] : typed) BOOST_TEST(needs_of(text) == needs, text);
  BOOST_TEST((read("chepest smartwatch").wish.sort == Sort::price));
  BOOST_TEST(read("wirless headphones").corrections.at(0).typed == "wirless");
  BOOST_TEST(read("wireless headphones").corrections.empty());
}

BOOST_AUTO_TEST_CASE(prices_are_read_as_people_write_them) {
  const auto range = [](const std::string& text) {
    const auto wish = read(text).wish;
    return (wish.price_from ? to_decimal(*wish.price_from) : "") + "-" +
           (wish.price_to ? to_decimal(*wish.price_to) : "");
  };
  const std::vector<std::pair<std::string, std::string>> prices = {
      {"headphones under $50", "-50.00"},
      {"headphones below 49.99 dollars", "-49.99"},
      {"headphones up to 1,200", "-1200.00"},
      {"headphones between 20 and 40", "20.00-40.00"},
      {"headphones between 40 and 20", "20.00-40.00"},
      {"headphones 20-40", "20.00-40.00"},
      {"headphones $20 - $40", "20.00-40.00"},
      {"headphones from 20 to 40 bucks", "20.00-40.00"},
      {"headphones over €100", "100.00-"},
      {"headphones at least fifty dollars", "50.00-"},
      {"headphones around 30", "24.00-36.00"},
      {"headphones 20-ish", "16.00-24.00"},
      {"headphones < 50", "-50.00"},
      {"headphones for less than twenty five dollars", "-25.00"},
      {"headphones", "-"},
  };
  for (const auto& [text, expected] : prices) BOOST_TEST(range(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(orders_of_results_are_understood) {
  BOOST_TEST((read("cheapest headphones").wish.sort == Sort::price));
  BOOST_TEST((read("sort headphones by price").wish.sort == Sort::price));
  BOOST_TEST((read("most expensive headphones").wish.sort == Sort::dearest));
  BOOST_TEST((read("best rated headphones").wish.sort == Sort::rating));
  BOOST_TEST((read("newest headphones").wish.sort == Sort::newest));
  BOOST_TEST((read("trending headphones").wish.sort == Sort::popular));
  BOOST_TEST(read("top five most sold products").wish.limit == 5);
  BOOST_TEST(read("headphones in stock").wish.in_stock);
}

BOOST_AUTO_TEST_CASE(order_numbers_are_found) {
  BOOST_TEST(read("Track my order with ID #1234.").order_number == "1234");
  BOOST_TEST(read("Show me the status of order ID 12345.").order_number == "12345");
  BOOST_TEST(read("order 10007 please").order_number == "10007");
  BOOST_TEST(read("where is order no. T10007").order_number == "t10007");
  BOOST_TEST(read("#10007").order_number == "10007");
}

BOOST_AUTO_TEST_CASE(references_and_changes_are_understood) {
  BOOST_TEST(read("the second one").ordinal.value() == 2);
  BOOST_TEST(read("the last one").ordinal.value() == -1);
  BOOST_TEST((read("cheaper ones").change == Change::cheaper));
  BOOST_TEST((read("only red").change == Change::only));
  BOOST_TEST(read("is it in stock?").refers);
}

BOOST_AUTO_TEST_CASE(other_alphabets_and_signs_do_not_hide_a_word) {
  BOOST_TEST(needs_of("ＨＥＡＤＰＨＯＮＥＳ") == "headphones");
  BOOST_TEST(needs_of("hеadphоnes") == "headphones");  // with Cyrillic letters
  BOOST_TEST(needs_of("head\xE2\x80\x8Bphones") == "headphones");
  BOOST_TEST(needs_of("Cötton shirts") == "cotton|shirts");
  BOOST_TEST((read("耳机").intent != Intent::find));
}

BOOST_AUTO_TEST_CASE(nothing_that_people_type_breaks_it) {
  std::string long_text;
  for (int i = 0; i < 2000; ++i) long_text += "top 5 or not ";
  read(long_text);
  for (const char* text :
       {"-", "$", "#", "under", "between and", "not", "1e99", "under -5", "99999999999999999999",
        "''''", "a's's's", "%s%n", "top -3", "1.2.3.4", "\\m(.*)+", "order #", "not not not"}) {
    read(text);
  }
}

BOOST_AUTO_TEST_CASE(a_phrase_file_with_a_broken_line_says_where) {
  try {
    chat::Phrases::parse("find = show\nbroken line\n", "phrases");
    BOOST_ERROR("was accepted");
  } catch (const chat::PhraseError& error) {
    BOOST_TEST(std::string(error.what()).starts_with("phrases:2:"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(saying)

BOOST_AUTO_TEST_CASE(every_digit_needs_a_fact) {
  const std::vector<chat::Fact> facts = {{"product 1 price_cents", "$15.99"}, {"count", "3"}};
  BOOST_TEST(chat::is_founded("3 products, from $15.99.", facts));
  BOOST_TEST(chat::is_founded("No digits at all.", facts));
  BOOST_TEST(!chat::is_founded("4 products", facts));
  BOOST_TEST(!chat::is_founded("13 products", facts));
  BOOST_TEST(!chat::is_founded("3.5 stars", facts));
  BOOST_TEST(!chat::is_founded("$115.99", facts));
  BOOST_TEST(!chat::is_founded("$15.999", facts));
}

BOOST_AUTO_TEST_CASE(a_state_comes_back_as_it_was_and_a_broken_one_is_empty) {
  chat::State state;
  state.wish = read("cotton shirts under 50 not leather").wish;
  state.shown = {3, 5};
  state.lowest = Money{199};

  const chat::State back = chat::to_state(to_text(state));

  BOOST_TEST(to_text(back) == to_text(state));
  BOOST_TEST(back.wish.needs.size() == 3u);
  BOOST_TEST(chat::to_state("{").wish.is_empty());
  BOOST_TEST(chat::to_state("[1]").wish.is_empty());
}

BOOST_AUTO_TEST_CASE(a_word_that_names_an_attribute_is_asked_about_though_some_value_holds_it) {
  BOOST_TEST(needs_of("what is the average size of a basketball?") == "basketball");
  BOOST_TEST(needs_of("wireless headphones") == "wireless|headphones");
}

BOOST_AUTO_TEST_SUITE_END()
