// What the intent model learns, keeps and refuses.
#include <boost/test/unit_test.hpp>

#include "chat/intent_features.h"
#include "chat/intent_training.h"

using chat::IntentModel;
using chat::LabelledSentence;

namespace {

const std::vector<LabelledSentence>& lessons() {
  static const std::vector<LabelledSentence> all = {
      {"where is my order", "status"},
      {"has my order shipped", "status"},
      {"track my parcel", "status"},
      {"when will my order arrive", "status"},
      {"my order has not come", "status"},
      {"where is my parcel", "status"},
      {"hello", "greeting"},
      {"hello there", "greeting"},
      {"good morning", "greeting"},
      {"hi there", "greeting"},
      {"good evening", "greeting"},
      {"hey hello", "greeting"},
      {"what is the weather", "out_of_scope"},
      {"write me a poem", "out_of_scope"},
      {"who is the president", "out_of_scope"},
      {"tell me a joke", "out_of_scope"},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intents)

BOOST_AUTO_TEST_CASE(features_do_not_care_for_case_punctuation_and_digits) {
  const auto one = chat::intent_features("Where's my ORDER 4711?");
  const auto other = chat::intent_features("wheres my order 1234");
  BOOST_REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) BOOST_TEST(one[i].id == other[i].id);
  BOOST_TEST(chat::intent_features("").empty());
  BOOST_TEST(chat::intent_features("?!").empty());
}

BOOST_AUTO_TEST_CASE(a_very_long_sentence_costs_a_bounded_number_of_features) {
  std::string many;
  for (int i = 0; i < 10'000; ++i)
    many += "word" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  BOOST_TEST(chat::intent_features(many).size() < 20'000u);
}

BOOST_AUTO_TEST_CASE(reads_sentences_that_it_has_not_seen) {
  const IntentModel model = chat::train_intents(lessons());
  BOOST_TEST(model.guess("where is my parcel now").label == "status");
  BOOST_TEST(model.guess("hello good morning").label == "greeting");
  BOOST_TEST(model.guess("where is my oder").label == "status");  // a typing error
  BOOST_TEST(model.guess("xyz").label == std::string(chat::kOutOfScope));
  BOOST_TEST(model.guess("").label == std::string(chat::kOutOfScope));
}

BOOST_AUTO_TEST_CASE(the_same_lessons_give_the_same_bytes_and_bytes_the_same_model) {
  const std::string saved = chat::train_intents(lessons()).save();
  BOOST_TEST((chat::train_intents(lessons()).save() == saved));
  const IntentModel loaded = IntentModel::load(saved);
  BOOST_TEST((loaded.save() == saved));
  BOOST_TEST(loaded.guess("track my parcel").label == "status");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_model_are_refused) {
  const std::string saved = chat::train_intents(lessons()).save();
  BOOST_CHECK_THROW(IntentModel::load(""), chat::IntentModelError);
  BOOST_CHECK_THROW(IntentModel::load("something else altogether"), chat::IntentModelError);
  for (const std::size_t size : {20UL, 40UL, saved.size() / 2, saved.size() - 1}) {
    BOOST_CHECK_THROW(IntentModel::load(std::string_view(saved).substr(0, size)),
                      chat::IntentModelError);
  }
  BOOST_CHECK_THROW(IntentModel::load(saved + "x"), chat::IntentModelError);
}

BOOST_AUTO_TEST_CASE(lessons_that_teach_nothing_are_refused) {
  BOOST_CHECK_THROW(chat::train_intents(std::vector<LabelledSentence>{}), chat::NotTrainable);
  const std::vector<LabelledSentence> one_kind(20, {"hello", "greeting"});
  BOOST_CHECK_THROW(chat::train_intents(one_kind), chat::NotTrainable);
  BOOST_CHECK_THROW(chat::read_labelled("/no/such/file", "intent"), chat::NotTrainable);
}

BOOST_AUTO_TEST_SUITE_END()
