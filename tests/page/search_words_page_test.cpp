#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "search/rules.h"
#include "support/support.h"

using namespace support;

namespace {

struct SearchWordsTest : PageTest {
  SearchWordsTest() {
    analytics::prepare_event_months(db, noon());
    sign_in(make_account(db, {.role = "staff", .permissions = "products"}));
  }
  search::Rule newest() {
    search::Rule newest;
    for (const auto& rule : search::list_rules(db)) {
      if (rule.id > newest.id) newest = rule;
    }
    return newest;
  }
  void search(const std::string& text, const std::string& shown) {
    analytics::write_events(
        db, {{.at = noon(), .kind = "search", .visitor = "v1", .detail = text + shown}});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_words_page, SearchWordsTest)

BOOST_AUTO_TEST_CASE(a_synonym_is_tried_saved_used_changed_and_removed) {
  make_product(db, {.name = "Zettee"});
  search("zofa", "");
  search("zofa", "");
  search("lamp", " → 1");

  const auto trial = get("/admin/search/rule?try=save&kind=same&words=zofa,+zettee");
  BOOST_TEST(trial.status == 200);
  BOOST_TEST(contains(trial, "2 of the 3 searches"));
  BOOST_TEST(contains(trial, "value=\"zofa, zettee\""));
  BOOST_TEST(contains(get("/search?q=zofa"), "Nothing found"));  // nothing was saved yet

  post("/admin/search/rule",
       {{"id", "0"}, {"version", "0"}, {"kind", "same"}, {"words", "zofa, zettee"}, {"means", ""}});
  BOOST_TEST(notice.key == "synonym.saved");
  BOOST_TEST(!contains(get("/search?q=zofa"), "Nothing found"));
  BOOST_TEST(contains(get("/admin/search"), "zofa, zettee"));

  const auto rule = newest();
  const std::string id = std::to_string(rule.id);
  const std::string version = std::to_string(rule.version);
  BOOST_TEST(contains(get("/admin/search/rule?id=" + id), "zofa, zettee"));
  BOOST_TEST(contains(get("/admin/search/rule?id=" + id + "&try=remove"), "Remove it"));
  const Pairs change = {
      {"id", id}, {"version", version}, {"kind", "also"}, {"words", "zouch"}, {"means", "zettee"}};
  post("/admin/search/rule", change);
  BOOST_TEST(notice.key == "synonym.saved");
  post("/admin/search/rule", change);
  BOOST_TEST(notice.key == "synonym.changed_meanwhile");
  BOOST_TEST(!contains(get("/search?q=zouch"), "Nothing found"));
  post("/admin/search/rule/" + id + "/remove", {{"version", std::to_string(newest().version)}});
  BOOST_TEST(notice.key == "synonym.removed");
  BOOST_TEST(contains(get("/search?q=zouch"), "Nothing found"));
  BOOST_TEST(get("/admin/search/rule?id=" + id).status == 404);
}

BOOST_AUTO_TEST_CASE(stop_words_are_changed_with_a_trial) {
  const std::string id = std::to_string(newest().id);  // the list of stop words is all there is
  const auto form = get("/admin/search/rule?id=" + id);
  BOOST_TEST(contains(form, "Words that are passed over"));
  BOOST_TEST(!contains(form, "Remove this rule"));

  BOOST_TEST(contains(
      get("/admin/search/rule?try=save&kind=stop&version=1&id=" + id + "&words=the,+please"),
      "What would change"));
  post("/admin/search/rule",
       {{"id", id}, {"version", "1"}, {"kind", "stop"}, {"words", "the, please"}});
  BOOST_TEST(notice.key == "synonym.saved");
  BOOST_TEST(newest().words.size() == 2u);
}

BOOST_AUTO_TEST_CASE(what_is_no_rule_is_said_and_changes_nothing) {
  const auto before = search::list_rules(db).size();
  const auto refused = [&](const std::string& query) {
    return get("/admin/search/rule?try=save&" + query).status;
  };
  BOOST_TEST(refused("kind=same&words=alone") == 422);
  BOOST_TEST(refused("kind=same&words=") == 422);
  BOOST_TEST(refused("kind=also&words=a&means=") == 422);
  BOOST_TEST(refused("kind=same&words=one,!!!") == 422);
  BOOST_TEST(refused("kind=same&words=one,this+is+far+too+long") == 422);
  BOOST_TEST(refused("kind=stop&words=the") == 400);
  BOOST_TEST(refused("kind=same&id=999999999&words=a,b") == 404);
  BOOST_TEST(refused("kind=same&id=-1&words=a,b") == 422);
  BOOST_TEST(get("/admin/search/rule?id=999999999").status == 404);
  BOOST_TEST(post("/admin/search/rule", {{"kind", "same"}, {"words", "alone"}}).status == 422);
  post("/admin/search/rule",
       {{"id", "0"}, {"version", "0"}, {"kind", "stop"}, {"words", "the, a"}});
  BOOST_TEST(notice.key == "synonym.gone");
  std::string many;
  for (int i = 0; i < 30; ++i) many += "word" + std::to_string(i) + "x,";
  BOOST_TEST(refused("kind=same&words=" + many) == 422);
  BOOST_TEST(search::list_rules(db).size() == before);
  const auto shown = get("/admin/search/rule?kind=also&words=%3Cscript%3E");
  BOOST_TEST(contains(shown, "&lt;script&gt;"));
}

BOOST_AUTO_TEST_CASE(top_searches_and_those_in_vain_are_shown_and_downloaded) {
  search("lamp", " → 1 2");
  search("unicorn saddle", "");
  search("=cmd()", "");

  const auto page = get("/admin/search");
  BOOST_TEST(contains(page, "unicorn saddle"));
  BOOST_TEST(contains(page, "/admin/search/rule?kind=also&amp;words=unicorn%20saddle"));
  const auto file = get("/admin/search.csv");
  BOOST_TEST(contains(file, "lamp,1,yes"));
  BOOST_TEST(contains(file, "unicorn saddle,1,no"));
  BOOST_TEST(contains(file, "'=cmd()"));
}

BOOST_AUTO_TEST_CASE(staff_for_something_else_stays_out) {
  sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));

  BOOST_TEST(get("/admin/search").status == 403);
  BOOST_TEST(get("/admin/search.csv").status == 403);
  BOOST_TEST(get("/admin/search/rule").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
