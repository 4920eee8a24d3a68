// A language model may look things up, by the verbs that the assistant itself has, and no more.
#include "chat/model_tools.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "chat/assistant.h"
#include "chat/reword.h"
#include "support/chat.h"
#include "support/model_stub.h"

using nlohmann::json;
using support::ModelStub;
using Protocol = chat::ModelSettings::Protocol;

namespace {

std::string says(Protocol protocol, const std::string& text) {
  if (protocol == Protocol::ollama) {
    return json{{"message", {{"content", text}}}, {"done", true}}.dump() + "\n";
  }
  return "data: " + json{{"choices", {{{"delta", {{"content", text}}}}}}}.dump() +
         "\n\ndata: [DONE]\n\n";
}

/// OpenAI's pieces come with the arguments cut in two.
std::string calls(Protocol protocol, const std::string& name, const std::string& arguments) {
  if (protocol == Protocol::ollama) {
    const json call = {{"function", {{"name", name}, {"arguments", json::parse(arguments)}}}};
    return json{{"message", {{"content", ""}, {"tool_calls", {call}}}}, {"done", true}}.dump() +
           "\n";
  }
  const auto piece = [](const json& call) {
    return "data: " + json{{"choices", {{{"delta", {{"tool_calls", {call}}}}}}}}.dump() + "\n\n";
  };
  const std::size_t half = arguments.size() / 2;
  return piece({{"index", 0},
                {"id", "call-1"},
                {"type", "function"},
                {"function", {{"name", name}, {"arguments", arguments.substr(0, half)}}}}) +
         piece({{"index", 0}, {"function", {{"arguments", arguments.substr(half)}}}}) +
         "data: [DONE]\n\n";
}

struct ToolShop : support::RolledBack {
  ToolShop() {
    support::make_product(db, {.name = "Tempo Smartwatch", .price = {12900}, .in_stock = 7});
    support::make_product(db, {.name = "Zephyr Strap", .price = {1550}, .in_stock = 3});
  }
  chat::AnswerText ask(const ModelStub& stub, Protocol protocol = Protocol::ollama,
                       int tokens = 4000, std::int64_t account = 0) {
    chat::Assistant assistant("templates/chat/phrases.en.txt");
    assistant.set_model(std::make_unique<chat::LanguageModel>(
        chat::ModelSettings{.protocol = protocol,
                            .url = stub.url(),
                            .model = "stub-1",
                            .timeout = std::chrono::seconds(5),
                            .prompt_tokens = tokens}));
    return assistant.answer(db,
                            {.text = "how much is the Tempo Smartwatch?",
                             .owner = {account, "guest-of-this-test"},
                             .now = support::noon(),
                             .may_reword = true},
                            support::wording(), "USD");
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::string kStrap = R"({"product": "Zephyr Strap"})";
const std::string kWithStrap = "The Tempo Smartwatch is $129.00, the Zephyr Strap for it $15.50.";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(model_tools, ToolShop)

BOOST_AUTO_TEST_CASE(what_a_model_looked_up_it_may_say_and_the_rows_are_kept_as_facts) {
  for (const Protocol protocol : {Protocol::ollama, Protocol::openai}) {
    const ModelStub stub({calls(protocol, "product_details", kStrap), says(protocol, kWithStrap)});
    const auto answer = ask(stub, protocol);
    BOOST_TEST(answer.text == kWithStrap);
    BOOST_TEST(answer.llm_outcome == "used");
    const auto strap = std::ranges::find(answer.facts, "$15.50", &chat::Fact::value);
    BOOST_TEST_REQUIRE((strap != answer.facts.end()));
    BOOST_TEST(strap->source.ends_with(" price_cents"));
    BOOST_TEST_REQUIRE(stub.requests().size() == 2u);
    BOOST_TEST(has(stub.requests()[0], "search_products"));
    BOOST_TEST(has(stub.requests()[1], "$15.50"));
    BOOST_TEST(has(stub.requests()[1],
                   protocol == Protocol::ollama ? "\"tool_name\"" : "\"tool_call_id\":\"call-1\""));
  }
}

BOOST_AUTO_TEST_CASE(without_looking_it_up_the_same_words_are_an_invention) {
  const ModelStub stub(says(Protocol::ollama, kWithStrap));
  const auto answer = ask(stub);
  BOOST_TEST(answer.llm_outcome == "rejected");
  BOOST_TEST(!has(answer.text, "Zephyr"));
}

BOOST_AUTO_TEST_CASE(a_lie_about_what_was_looked_up_is_dropped) {
  const ModelStub stub(
      {calls(Protocol::ollama, "product_details", kStrap),
       says(Protocol::ollama, "Tempo Smartwatch, $129.00; Zephyr Strap only $5.")});
  BOOST_TEST(ask(stub).llm_outcome == "rejected");
}

BOOST_AUTO_TEST_CASE(wrong_names_and_arguments_are_told_and_change_nothing) {
  const std::string good = "The Tempo Smartwatch is $129.00.";
  const std::vector<std::pair<std::string, std::string>> strange = {
      {"drop_tables", "{}"},
      {"cart_add", kStrap},
      {"", "{}"},
      {"product_details", "{}"},
      {"product_details", R"({"product": {"name": "Zephyr Strap"}})"},
      {"product_details", R"({"product": ""})"},
      {"product_details", "{\"product\": \"" + std::string(300, 'x') + "\"}"},
      {"product_details", "[1]"},
  };
  for (const auto& [name, arguments] : strange) {
    const ModelStub stub({calls(Protocol::ollama, name, arguments), says(Protocol::ollama, good)});
    const auto answer = ask(stub);
    BOOST_TEST(answer.llm_outcome == "used", name + arguments);
    BOOST_TEST_REQUIRE(stub.requests().size() == 2u);
    BOOST_TEST(has(stub.requests()[1], "error"), name + arguments);
  }
  const ModelStub broken(
      {calls(Protocol::openai, "product_details", "{not json"), says(Protocol::openai, good)});
  BOOST_TEST(ask(broken, Protocol::openai).llm_outcome == "used");
}

BOOST_AUTO_TEST_CASE(a_model_that_calls_without_end_is_stopped) {
  for (const Protocol protocol : {Protocol::ollama, Protocol::openai}) {
    const ModelStub stub(calls(protocol, "product_details", kStrap));
    const auto answer = ask(stub, protocol);
    BOOST_TEST(stub.questions() == chat::LanguageModel::kMostRounds + 1);
    BOOST_TEST(!has(stub.last_request(), "\"tools\""));  // the last time it could only speak
    BOOST_TEST(answer.llm_outcome == "failed");
    BOOST_TEST(has(answer.text, "$129.00"));
  }
  std::string many = R"({"message":{"content":"","tool_calls":[)";
  for (int i = 0; i < 50; ++i) many += R"({"function":{"name":"best_sellers","arguments":{}}},)";
  many.back() = ']';
  const ModelStub crowd(many + "},\"done\":true}\n");
  BOOST_TEST(ask(crowd).llm_outcome == "failed");
  BOOST_TEST(crowd.questions() == 1);
}

BOOST_AUTO_TEST_CASE(orders_are_only_those_of_the_visitor_who_asks) {
  const auto stranger = support::make_account(db);
  const auto customer = support::make_account(db);
  const auto lamp = support::make_product(db, {.name = "Zorb Lamp"});
  support::make_order_of(db, stranger, lamp, "P55501", "2026-02-27T12:00:00Z");
  support::make_order_of(db, customer, lamp, "P55502", "2026-02-27T12:00:00Z");
  for (const char* tool : {"order_status", "past_orders"}) {
    for (const char* arguments : {"{}", R"({"number": "P55501"})", R"({"query": "P55501"})"}) {
      for (const std::int64_t account : {std::int64_t{0}, customer}) {
        const ModelStub stub({calls(Protocol::ollama, tool, arguments),
                              says(Protocol::ollama, "Your order P55501, $129.00, is here.")});
        BOOST_TEST(!has(ask(stub, Protocol::ollama, 4000, account).text, "P55501"));
        BOOST_TEST(!has(stub.requests().back(), "P55501:"));
      }
    }
  }
  const ModelStub own({calls(Protocol::ollama, "order_status", R"({"number": "P55502"})"),
                       says(Protocol::ollama, "Hello")});
  ask(own, Protocol::ollama, 4000, customer);
  BOOST_TEST(has(own.requests().back(), "P55502"));
}

BOOST_AUTO_TEST_CASE(prompts_stay_within_their_budget_of_tokens) {
  const std::string good = says(Protocol::ollama, "The Tempo Smartwatch is $129.00.");
  const ModelStub roomy(good);
  BOOST_TEST(ask(roomy, Protocol::ollama, 4000).llm_outcome == "used");
  const ModelStub tight(good);
  BOOST_TEST(ask(tight, Protocol::ollama, 700).llm_outcome == "used");
  BOOST_TEST(!has(tight.last_request(), "\"tools\""));
  const ModelStub none(good);
  BOOST_TEST(ask(none, Protocol::ollama, 200).llm_outcome.empty());
  BOOST_TEST(none.questions() == 0);

  chat::AnswerText answer{.text = "Short."};
  for (int i = 0; i < 500; ++i) answer.facts.push_back({"source", std::string(100, 'f')});
  for (const int tokens : {100, 400, 1000}) {
    const std::string prompt = chat::model_prompt("what?", answer, tokens);
    BOOST_TEST(!prompt.empty());
    BOOST_TEST(chat::estimated_tokens(prompt) <= tokens);
  }
  BOOST_TEST(chat::model_prompt(std::string(500, 'q'), answer, 50).empty());
}

BOOST_AUTO_TEST_CASE(each_verb_says_something_with_its_facts) {
  const json list = json::parse(chat::tool_list());
  BOOST_TEST(list.size() == 8u);
  std::vector<std::string> asked;
  for (const json& tool : list) {
    const json& function = tool.at("function");
    const std::string argument = function.at("parameters").at("properties").begin().key();
    const auto result = chat::run_tool({"", function.at("name"), json{{argument, "watch"}}.dump()},
                                       [&](const chat::Lookup& look) {
                                         asked.emplace_back(to_text(look.intent));
                                         return chat::Said{"Said.", {{"source", "value"}}};
                                       });
    BOOST_TEST(result.facts.size() == 1u);
    BOOST_TEST(result.text == R"({"says":"Said."})");
  }
  BOOST_TEST(asked.size() == list.size());
}

BOOST_AUTO_TEST_SUITE_END()
