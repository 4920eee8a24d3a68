#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/chat.h"

using support::contains;
using support::location;

BOOST_FIXTURE_TEST_SUITE(conversation_file_page, support::PageTest)

BOOST_AUTO_TEST_CASE(a_conversation_can_be_taken_away_by_its_owner_only) {
  get("/chat");
  const std::string asked = location(post("/chat", {{"question", "do you have <lamps>?"}}));
  const std::string id = asked.substr(6, asked.find("/answer") - 6);
  BOOST_TEST(contains(get("/chat/" + id), "/chat/" + id + "/copy.txt"));

  const auto text = get("/chat/" + id + "/copy.txt");
  BOOST_TEST(text.content_type == "text/plain; charset=utf-8");
  BOOST_TEST(contains(text, "Visitor:\ndo you have <lamps>?"));
  const auto json = nlohmann::json::parse(get("/chat/" + id + "/copy.json").body);
  BOOST_TEST(json.at("messages").at(0).at("text") == "do you have <lamps>?");

  session = web::new_session(support::noon());
  BOOST_TEST(get("/chat/" + id + "/copy.txt").status == 404);
  BOOST_TEST(get("/chat/" + id + "/copy.json").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
