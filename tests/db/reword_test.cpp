// A language model may word an answer; it may not invent one, and it may be away.
#include "chat/reword.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "chat/assistant.h"
#include "support/chat.h"
#include "support/model_stub.h"

using support::ModelStub;
using Manner = ModelStub::Manner;
using Protocol = chat::ModelSettings::Protocol;

namespace {

std::string ollama_says(const std::string& text) {
  return nlohmann::json{{"message", {{"content", text}}}, {"done", true}}.dump() + "\n";
}

std::string openai_says(const std::string& text) {
  const nlohmann::json piece = {{"choices", {{{"delta", {{"content", text}}}}}}};
  return "data: " + piece.dump() + "\n\ndata: [DONE]\n\n";
}

struct WordedShop : support::RolledBack {
  WordedShop() {
    support::make_product(
        db, {.name = "Tempo Smartwatch", .category = "Smartwatches", .price = {12900}});
    support::make_product(db, {.name = "Rival Timepiece", .category = "Watches"});
  }

  chat::AnswerText ask(const ModelStub& stub, Protocol protocol = Protocol::ollama) {
    chat::Assistant assistant(support::test_config().templates + "/chat/phrases.en.txt");
    assistant.set_model(std::make_unique<chat::LanguageModel>(
        chat::ModelSettings{.protocol = protocol,
                            .url = stub.url(),
                            .model = "stub-1",
                            .key = "secret-of-the-stub",
                            .timeout = std::chrono::seconds(1)}));
    return assistant.answer(
        db,
        {.text = "how much is the Tempo Smartwatch?", .now = support::noon(), .may_reword = true},
        support::wording(), "USD");
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rewording, WordedShop)

BOOST_AUTO_TEST_CASE(words_of_a_model_that_keeps_to_the_facts_are_used) {
  const std::string words = "The Tempo Smartwatch is yours for $129.00.";
  const ModelStub ollama(ollama_says(words));
  const auto answer = ask(ollama);
  BOOST_TEST(answer.text == words);
  BOOST_TEST(answer.engine == "ollama");
  BOOST_TEST(answer.model_version == "stub-1");
  BOOST_TEST(answer.llm_outcome == "used");
  BOOST_TEST(has(ollama.last_request(), "POST /api/chat"));
  BOOST_TEST(has(ollama.last_request(), "Authorization: Bearer secret-of-the-stub"));

  const ModelStub openai(openai_says(words));
  BOOST_TEST(ask(openai, Protocol::openai).text == words);
  BOOST_TEST(has(openai.last_request(), "POST /v1/chat/completions"));
}

BOOST_AUTO_TEST_CASE(inventions_of_a_model_are_dropped) {
  for (const char* invention :
       {"It costs $1.00 today!", "It is $129.00, and the Rival Timepiece is better.",
        "It is $129.00, pay at http://evil.example", "<b>It is $129.00</b>",
        "It is $129.00. Use the coupon SAVE50.", "\xff\xfe"}) {
    const ModelStub stub(nlohmann::json{{"message", {{"content", invention}}}, {"done", true}}.dump(
                             -1, ' ', false, nlohmann::json::error_handler_t::replace) +
                         "\n");
    const auto answer = ask(stub);
    BOOST_TEST(answer.engine == "built-in", invention);
    BOOST_TEST(has(answer.text, "$129.00"), invention);
    BOOST_TEST(answer.llm_outcome == "rejected", invention);
  }
}

BOOST_AUTO_TEST_CASE(a_model_that_misbehaves_costs_nothing_but_its_words) {
  const std::string half = "{\"message\":{\"content\":\"The Tempo\"},\"done\":false}\n";
  const ModelStub cut(half, Manner::breaks_off);
  const ModelStub unended(half);
  const ModelStub silent("", Manner::hangs);
  const ModelStub failing("", Manner::refuses);
  const ModelStub garbled("<html>busy</html>\n");
  const ModelStub endless(std::string(300'000, 'x'));
  for (const ModelStub* stub : {&cut, &unended, &silent, &failing, &garbled, &endless}) {
    const auto answer = ask(*stub);
    BOOST_TEST(stub->questions() == 1);
    BOOST_TEST(answer.engine == "built-in");
    BOOST_TEST(has(answer.text, "$129.00"));
    BOOST_TEST(answer.llm_outcome == "failed");
  }
}

BOOST_AUTO_TEST_CASE(a_model_that_is_down_is_left_alone_after_three_tries) {
  const ModelStub failing("", Manner::refuses);
  chat::LanguageModel model({.url = failing.url(), .model = "stub"});
  for (int time = 0; time < 10; ++time) BOOST_TEST(!model.complete("be kind", "hello").has_value());
  BOOST_TEST(failing.questions() == 3);
}

BOOST_AUTO_TEST_SUITE_END()
