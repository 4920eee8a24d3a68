// Staff teach the assistant a wording or a synonym, and see first how many past questions it mends.
#include <boost/test/unit_test.hpp>

#include "chat/answer_templates.h"
#include "chat/turn.h"
#include "support/chat.h"
#include "tests.sql.h"

using support::contains;
using support::noon;

namespace {

constexpr const char* kMend = "/admin/conversations/gaps/mend?try=yes";

struct Teaching : support::PageTest {
  Teaching() {
    for (const char* name : {"Red Zettee", "Blue Zettee", "Walnut Lamp"}) {
      support::make_product(db, {.name = name});
    }
    // One after the other, with what the assistant says to them today.
    for (const char* text : {"got zofas?", "Got  zofas?", "zofas", "have you a showroom in town",
                             "show me zettees", "flurb the wug", "hello"}) {
      ask(text);
    }
    staff("conversations,products");
  }
  std::string ask(const std::string& text) {
    const chat::Owner guest{0, "guest-of-this-test"};
    if (conversation == 0) conversation = chat::start_conversation(db, guest, noon()).id;
    const auto question = chat::add_question(db, guest, conversation, text, noon()).value();
    chat::Assistant assistant(support::test_config().templates + "/chat/phrases.en.txt");
    return chat::answer_once(db, assistant, guest, question, support::wording(),
                             {.currency = "USD"}, noon())
        .text;
  }
  void staff(const std::string& permissions) {
    sign_in(support::make_account(db, {.role = "staff", .permissions = permissions}));
  }
  std::int64_t conversation = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(question_gap_page, Teaching)

BOOST_AUTO_TEST_CASE(a_synonym_shows_how_many_questions_it_would_have_answered) {
  const auto trial = get(std::string(kMend) + "&kind=synonym&wording=zofa&text=zettee");
  BOOST_TEST(trial.status == 200);
  BOOST_TEST(contains(trial, "3 of the 5 questions"));
  BOOST_TEST(contains(trial, "2 products for"));
  BOOST_TEST(contains(trial, "0 would be answered otherwise"));
  BOOST_TEST(contains(trial, "action=\"/admin/search/rule\""));
  BOOST_TEST(ask("got zofas?").find("2 products") == std::string::npos);  // nothing was saved yet

  post("/admin/search/rule",
       {{"id", "0"}, {"version", "0"}, {"kind", "also"}, {"words", "zofa"}, {"means", "zettee"}});
  BOOST_TEST(notice.key == "synonym.saved");
  BOOST_TEST(ask("got zofas?").find("2 products") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wording_is_taken_for_a_question_that_is_understood) {
  const auto trial =
      get(std::string(kMend) + "&kind=means&wording=flurb+the+wug&text=show+me+zettees");
  BOOST_TEST(contains(trial, "1 of the 5 questions"));
  const support::Pairs lesson = {
      {"kind", "means"}, {"wording", "flurb the wug"}, {"text", "show me zettees"}};
  post("/admin/conversations/templates", lesson);
  BOOST_TEST(notice.key == "template.saved");
  BOOST_TEST(ask("please flurb a wug").find("2 products") != std::string::npos);
  BOOST_TEST(ask("flurb the wug lamp").find("2 products") == std::string::npos);
  post("/admin/conversations/templates", lesson);
  BOOST_TEST(notice.key == "template.taken");
}

BOOST_AUTO_TEST_CASE(a_taught_wording_is_a_lesson_of_the_intent_model_until_it_is_removed) {
  post("/admin/conversations/templates",
       {{"kind", "means"}, {"wording", "flurb the wug"}, {"text", "what is in my cart?"}});
  BOOST_TEST(db.first(sql::tests::lesson_labels)->string("labels") == "cart_show");
  const auto lesson = chat::list_templates(db).front();
  post("/admin/conversations/templates/" + std::to_string(lesson.id) + "/remove",
       {{"version", std::to_string(lesson.version)}});
  BOOST_TEST(db.first(sql::tests::lesson_labels)->string("labels") == "");
}

BOOST_AUTO_TEST_CASE(an_own_answer_is_said_with_its_row_as_source_until_it_is_removed) {
  const auto trial =
      get(std::string(kMend) + "&kind=answer&wording=*+showroom+*&text=Yes%2C+at+12+High+Street.");
  BOOST_TEST(contains(trial, "1 of the 5 questions"));
  BOOST_TEST(contains(trial, "Yes, at 12 High Street."));
  post("/admin/conversations/templates",
       {{"kind", "answer"}, {"wording", "* showroom *"}, {"text", "Yes, at 12 High Street."}});
  BOOST_TEST(ask("is there any showroom in your town?") == "Yes, at 12 High Street.");
  BOOST_TEST(contains(get("/admin/conversations/gaps"), "Yes, at 12 High Street."));
  const auto lesson = chat::list_templates(db).front();
  const std::string path =
      "/admin/conversations/templates/" + std::to_string(lesson.id) + "/remove";
  post(path, {{"version", std::to_string(lesson.version)}});
  BOOST_TEST(notice.key == "template.removed");
  BOOST_TEST(ask("have you a showroom in town") != "Yes, at 12 High Street.");
  post(path, {{"version", std::to_string(lesson.version)}});
  BOOST_TEST(notice.key == "template.gone");
}

BOOST_AUTO_TEST_CASE(a_wording_that_is_too_wide_shows_what_it_would_spoil) {
  const auto trial = get(std::string(kMend) + "&kind=answer&wording=hello&text=Bye.");
  BOOST_TEST(contains(trial, "0 of the 5 questions"));
  BOOST_TEST(contains(trial, "1 would be answered otherwise"));
}

BOOST_AUTO_TEST_CASE(a_trial_leaves_nothing_behind) {
  const auto before = db.first(sql::tests::chat_counts)->string("counts");
  get(std::string(kMend) + "&kind=synonym&wording=zofa&text=zettee");
  BOOST_TEST(db.first(sql::tests::chat_counts)->string("counts") == before);
}

BOOST_AUTO_TEST_CASE(strange_lessons_are_refused_and_kept_for_mending) {
  BOOST_TEST(get(std::string(kMend) + "&kind=means&wording=%3F%21&text=x").status == 422);
  BOOST_TEST(get(std::string(kMend) + "&kind=means&wording=zofa&text=").status == 422);
  BOOST_TEST(get(std::string(kMend) + "&kind=synonym&wording=a+b+c+d+e&text=zettee").status == 422);
  const auto again = post("/admin/conversations/templates",
                          {{"kind", "answer"}, {"wording", ""}, {"text", "<b>kept</b>"}});
  BOOST_TEST(again.status == 422);
  BOOST_TEST(contains(again, "&lt;b&gt;kept"));
}

BOOST_AUTO_TEST_CASE(who_may_not_change_the_search_saves_no_synonym) {
  staff("conversations");
  const auto trial = get(std::string(kMend) + "&kind=synonym&wording=zofa&text=zettee");
  BOOST_TEST(!contains(trial, "action=\"/admin/search/rule\""));
  BOOST_TEST(contains(trial, "somebody who looks after products"));
  staff("products");
  BOOST_TEST(get(kMend).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
