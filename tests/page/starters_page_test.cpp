#include <boost/test/unit_test.hpp>

#include "chat/starters.h"
#include "support/support.h"

using namespace support;

namespace {

struct StartersTest : PageTest {
  StartersTest() { sign_in(make_account(db, {.role = "staff", .permissions = "conversations"})); }
  chat::Starter named(const std::string& title) {
    for (const chat::Starter& starter : chat::list_starters(db)) {
      if (starter.title == title) return starter;
    }
    return {};
  }
  web::Response add(const std::string& title, const std::string& opening) {
    return post("/admin/conversations/starters",
                {{"title", title}, {"opening", opening}, {"position", "0"}});
  }
  void change(const chat::Starter& starter, const Pairs& form) {
    post("/admin/conversations/starters/" + std::to_string(starter.id), form);
  }
  void remove(const chat::Starter& starter, const std::string& version) {
    post("/admin/conversations/starters/" + std::to_string(starter.id) + "/remove",
         {{"version", version}});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(starters_page, StartersTest)

BOOST_AUTO_TEST_CASE(a_beginning_is_added_changed_and_removed) {
  add("Gifts", "What is a good gift?");
  BOOST_TEST(notice.key == "starter.added");
  BOOST_TEST(contains(get("/admin/conversations/starters"), "What is a good gift?"));
  BOOST_TEST(contains(get("/chat"), "What is a good gift?"));

  const chat::Starter gifts = named("Gifts");
  change(gifts, {{"version", "1"}, {"title", "Presents"}, {"opening", "Gifts for <b>?"}});
  BOOST_TEST(notice.key == "starter.saved");
  BOOST_TEST(contains(get("/chat"), "Gifts for &lt;b&gt;?"));
  BOOST_TEST(contains(get("/admin/conversations/starters?q=PRESENTS"), "Presents"));
  BOOST_TEST(!contains(get("/admin/conversations/starters?q=nowhere"), "Presents"));
  BOOST_TEST(contains(get("/admin/conversations/starters.csv"), "Presents"));

  remove(gifts, "2");
  BOOST_TEST(notice.key == "starter.removed");
  BOOST_TEST(!contains(get("/chat"), "Gifts for"));
}

BOOST_AUTO_TEST_CASE(what_a_colleague_changed_meanwhile_is_not_overwritten) {
  add("Gifts", "What is a good gift?");
  const chat::Starter gifts = named("Gifts");
  change(gifts, {{"version", "1"}, {"title", "Gifts"}, {"opening", "The colleague's"}});

  change(gifts, {{"version", "1"}, {"title", "Gifts"}, {"opening", "Mine"}});
  BOOST_TEST(notice.key == "starter.changed_meanwhile");
  remove(gifts, "1");
  BOOST_TEST(notice.key == "starter.changed_meanwhile");
  BOOST_TEST(named("Gifts").opening == "The colleague's");
}

BOOST_AUTO_TEST_CASE(a_name_is_needed_and_used_once) {
  BOOST_TEST(add("", "Typed before").status == 422);
  BOOST_TEST(contains(add("", "Typed before"), "Typed before"));
  add("Gifts", "");
  BOOST_TEST(add("Gifts", "Again").status == 422);
  add("Others", "");
  change(named("Others"), {{"version", "1"}, {"title", "Gifts"}});
  BOOST_TEST(notice.key == "starter.title_taken");
  change(named("Others"), {{"version", "1"}, {"title", ""}});
  BOOST_TEST(notice.key == "starter.fields");
}

BOOST_AUTO_TEST_CASE(how_often_it_was_chosen_is_counted) {
  add("Gifts", "What is a good gift?");
  const chat::Starter gifts = named("Gifts");

  post("/chat", {{"starter", std::to_string(gifts.id)}});

  BOOST_TEST(named("Gifts").used_count == 1);
  BOOST_TEST(contains(get("/admin/conversations/starters"), "chosen 1 times"));
  BOOST_TEST(contains(get("/chat"), "What is a good gift?"));
}

BOOST_AUTO_TEST_CASE(a_beginning_that_is_gone_or_asks_nothing_begins_nothing) {
  add("Quiet", "");
  const chat::Starter quiet = named("Quiet");

  BOOST_TEST(!contains(get("/chat"), "value=\"" + std::to_string(quiet.id) + "\""));
  BOOST_TEST(post("/chat", {{"starter", std::to_string(quiet.id)}}).status == 404);
  BOOST_TEST(post("/chat", {{"starter", "99999999"}}).status == 404);
  BOOST_TEST(post("/chat", {{"starter", "x"}}).status == 400);
  BOOST_TEST(named("Quiet").used_count == 0);
}

BOOST_AUTO_TEST_SUITE_END()
