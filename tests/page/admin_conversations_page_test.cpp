// Staff read conversations, take them over, and see what was not understood.
#include <boost/test/unit_test.hpp>

#include "chat/staff.h"
#include "support/chat.h"
#include "support/orders.h"

using support::contains;
using support::location;

namespace {

struct StaffTalk : support::PageTest {
  StaffTalk() {
    support::make_product(db, {.name = "Walnut Desk Lamp", .price = {1234}});
    clerk = support::make_account(
        db, {.username = "clerk-of-talks", .role = "staff", .permissions = "conversations"});
    get("/chat");
    guest = session;
  }

  /// A guest asks; returns the conversation's page for him.
  std::string ask(const std::string& question) {
    session = guest;
    const std::string path = location(post("/chat", {{"question", question}}));
    struct Nowhere : web::Stream {
      bool write(std::string_view) override { return true; }
    } nowhere;
    if (const auto answer = get(path.substr(0, path.find('#'))); answer.stream) {
      answer.stream(nowhere);
    }
    guest = session;
    return path.substr(0, path.find("/answer"));
  }
  void become_clerk() { sign_in(clerk); }
  static std::string for_staff(const std::string& path) {
    return "/admin/conversations" + path.substr(std::string("/chat").size());
  }

  std::int64_t clerk = 0;
  web::Session guest;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_conversations_page, StaffTalk)

BOOST_AUTO_TEST_CASE(staff_find_conversations_and_read_what_the_assistant_knew) {
  const std::string path = ask("how much is the walnut desk lamp?");
  become_clerk();

  BOOST_TEST(contains(get("/admin/conversations?q=walnut"), "how much is the walnut desk lamp?"));
  BOOST_TEST(!contains(get("/admin/conversations?q=elephant"), "walnut desk lamp?"));
  BOOST_TEST(!contains(get("/admin/conversations?status=archived"), "walnut desk lamp?"));
  const auto page = get(for_staff(path));
  BOOST_TEST(contains(page, "$12.34"));
  BOOST_TEST(contains(page, "Understood as detail"));
  BOOST_TEST(contains(page, "price_cents: $12.34"));
  BOOST_TEST(get("/admin/conversations/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(a_person_takes_over_answers_and_hands_back) {
  const std::string path = ask("I want to talk to a person");
  become_clerk();
  const std::string id = path.substr(std::string("/chat/").size());
  BOOST_TEST(
      contains(follow(post("/admin/conversations/" + id + "/answer", {{"text", "too early"}})),
               "not taken"));
  BOOST_TEST(
      contains(follow(post("/admin/conversations/" + id + "/take", {})), "You answer from now on"));
  BOOST_TEST(contains(follow(post("/admin/conversations/" + id + "/answer", {{"text", " "}})),
                      "write an answer"));
  BOOST_TEST(contains(follow(post("/admin/conversations/" + id + "/answer",
                                  {{"text", "Good day, I am Cleo <b>."}})),
                      "Good day, I am Cleo &lt;b&gt;."));

  ask("how much is the walnut desk lamp?");
  const auto taken = get(path);
  BOOST_TEST(contains(taken, "Good day, I am Cleo"));
  BOOST_TEST(contains(taken, "A person of the shop has taken this conversation over"));
  BOOST_TEST(!contains(taken, "$12.34"));

  become_clerk();
  BOOST_TEST(contains(follow(post("/admin/conversations/" + id + "/hand-back", {})),
                      "The assistant answers again"));
  BOOST_TEST(contains(follow(post("/admin/conversations/" + id + "/hand-back", {})), "not taken"));
  ask("how much is the walnut desk lamp?");
  BOOST_TEST(contains(get(path), "$12.34"));
}

BOOST_AUTO_TEST_CASE(what_was_not_understood_is_counted_by_question) {
  ask("xkcd qqq");
  ask("XKCD  qqq");
  become_clerk();
  const auto page = get("/admin/conversations/gaps");
  BOOST_TEST(contains(page, "qqq</a></th><td data-label=\"Times\" class=\"number\">2</td>"));
  BOOST_TEST(contains(get("/admin/conversations/gaps.csv"), "qqq,2,"));
}

BOOST_AUTO_TEST_CASE(questions_that_found_nothing_are_one_gap_when_they_sought_the_same) {
  ask("do you sell zeppelins?");
  ask("any zeppelins");
  become_clerk();
  const auto page = get("/admin/conversations/gaps");
  BOOST_TEST(contains(page, "</a></th><td data-label=\"Times\" class=\"number\">2</td>"));
  BOOST_TEST(contains(page, "nothing found for</span> “zeppelins”"));
  BOOST_TEST(contains(page, "kind=synonym&amp;wording=zeppelins"));
  BOOST_TEST(contains(get("/admin/conversations/gaps.csv"), ",zeppelins,"));
}

BOOST_AUTO_TEST_CASE(who_wants_a_person_is_on_the_list_until_one_comes) {
  const std::string path = ask("can I talk to a human please?");
  BOOST_TEST(contains(get(path), "put this conversation on our people"));
  become_clerk();
  BOOST_TEST(contains(get("/admin/conversations?status=person"), "wants a person"));
  BOOST_TEST(post(for_staff(path) + "/take", {}).status == 303);
  BOOST_TEST(!contains(get("/admin/conversations?status=person"), "wants a person"));
}

BOOST_AUTO_TEST_CASE(others_do_not_read_conversations) {
  const std::string path = ask("hello");
  sign_in(support::make_account(db, {.role = "staff", .permissions = "orders"}));
  BOOST_TEST(get("/admin/conversations").status == 403);
  BOOST_TEST(get(for_staff(path)).status == 403);
  BOOST_TEST(post(for_staff(path) + "/take", {}).status == 403);
}

BOOST_AUTO_TEST_CASE(conversations_are_taken_as_a_file) {
  become_clerk();
  BOOST_TEST(get("/admin/conversations.csv?status=active").content_type ==
             "text/csv; charset=utf-8");
}

BOOST_AUTO_TEST_CASE(what_customers_think_of_answers_is_shown_beside_them) {
  const auto alice = support::make_account(db);
  sign_in(alice);
  guest = session;
  const std::string path = ask("how much is the walnut desk lamp?");
  const auto answer =
      support::number_in(db, "SELECT max(id) AS number FROM message WHERE sender = 'assistant'");
  post("/chat/react/" + std::to_string(answer), {{"reaction", "dislike"}});
  become_clerk();

  BOOST_TEST(contains(get(for_staff(path)), "<span class=\"badge\">Not helpful</span>"));
  BOOST_TEST(
      contains(get("/admin/conversations"), "data-label=\"Not helpful\" class=\"number\">1<"));
}

BOOST_AUTO_TEST_SUITE_END()
