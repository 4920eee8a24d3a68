#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "catalog/policies.h"
#include "catalog_tests.sql.h"
#include "settings.sql.h"
#include "support/orders.h"

using namespace support;

namespace {

struct SettingsTest : PageTest {
  SettingsTest() {
    make_rules(db);
    sign_in(make_account(db, {.role = "staff", .permissions = "settings"}));
  }
  std::string setting(std::string_view name) {
    for (const db::Row row : db.run(sql::settings::all_settings)) {
      if (row.text("name") == name) return row.string("value");
    }
    return "";
  }
  /// What the page holds as the value of the hidden field `name`.
  static std::string hidden(const web::Response& page, const std::string& name) {
    const std::string mark = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.body.find(mark);
    if (at == std::string::npos) return "";
    const std::size_t from = at + mark.size();
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  static Pairs with(Pairs form, const std::string& name, const std::string& value) {
    for (auto& [field, old] : form) {
      if (field == name) old = value;
    }
    return form;
  }
};

Pairs general() {
  return {{"shop_name", "Lamps & Co"},  {"shop_address", "1 Main Street\r\nBern"},
          {"tax_id", "CH-1"},           {"bank_account", "CH93 0076"},
          {"payment", "bank_transfer"}, {"payment", "cash_on_delivery"}};
}

Pairs express() {
  return {{"act", "add"},    {"code", "bike"},  {"name", "By bike"}, {"country", "DE"},
          {"price", "7,50"}, {"free_from", ""}, {"days_min", "1"},   {"days_max", "2"},
          {"position", "9"}, {"version", ""}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(settings_page, SettingsTest)

BOOST_AUTO_TEST_CASE(the_shops_name_and_address_are_kept_and_shown_again) {
  BOOST_TEST(get("/admin/settings").status == 200);

  const auto saved = post("/admin/settings", general());

  BOOST_TEST(notice.key == "settings.saved");
  const auto page = follow(saved);
  BOOST_TEST(contains(page, "value=\"Lamps &amp; Co\""));
  BOOST_TEST(contains(page, "1 Main Street\nBern"));
  BOOST_TEST(setting("shop_name") == "Lamps & Co");
  BOOST_TEST(setting("bank_account") == "CH93 0076");
  post("/admin/settings", with(general(), "tax_id", ""));
  BOOST_TEST(setting("tax_id") == "");
}

BOOST_AUTO_TEST_CASE(one_way_to_pay_stays_and_a_shop_has_a_name) {
  Pairs none = general();
  std::erase_if(none, [](const auto& field) { return field.first == "payment"; });
  BOOST_TEST(post("/admin/settings", none).status == 422);
  const auto nameless = post("/admin/settings", with(general(), "shop_name", " "));
  BOOST_TEST(nameless.status == 422);
  BOOST_TEST(contains(nameless, "id=\"shop_name-error\""));
  BOOST_TEST(contains(nameless, "value=\"CH93 0076\""));
  BOOST_TEST(setting("bank_account") == "");
}

BOOST_AUTO_TEST_CASE(limits_may_be_left_empty_and_are_whole_numbers) {
  Pairs form = general();
  form.emplace_back("unpaid_days", "7");
  form.emplace_back("chat_prompts_per_session", "0");
  form.emplace_back("reviews_first_seen", "on");
  post("/admin/settings", form);
  BOOST_TEST(setting("unpaid_days") == "7");
  BOOST_TEST(setting("chat_prompts_per_session") == "0");
  BOOST_TEST(setting("reviews_first_seen") == "on");
  BOOST_TEST(setting("unpaid_card_minutes") == "");
  for (const char* bad : {"-1", "1.5", "many", "1001"}) {
    BOOST_TEST(post("/admin/settings", with(form, "unpaid_days", bad)).status == 422, bad);
  }
}

BOOST_AUTO_TEST_CASE(a_logo_is_a_picture_and_can_be_taken_away_again) {
  std::ifstream in("tests/page/pictures/photo.jpg", std::ios::binary);
  const std::string photo{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::filesystem::create_directories(test_config().pictures);
  upload("/admin/settings/logo", {}, {{"logo", "me.jpg", photo}});
  BOOST_TEST(notice.key == "settings.logo_saved");
  BOOST_TEST(!setting("logo").empty());
  BOOST_TEST(contains(get("/admin/settings"), "/pictures/" + setting("logo")));
  upload("/admin/settings/logo", {}, {{"logo", "me.svg", "<svg/>"}});
  BOOST_TEST(notice.key == "picture.unknown_format");
  upload("/admin/settings/logo", {}, {});
  BOOST_TEST(notice.key == "settings.no_logo");
  BOOST_TEST(!setting("logo").empty());
  post("/admin/settings/logo/remove", {});
  BOOST_TEST(setting("logo").empty());
  std::filesystem::remove_all(test_config().pictures);
}

BOOST_AUTO_TEST_CASE(only_those_who_may_change_settings) {
  sign_in(make_account(db, {.role = "staff", .permissions = "orders,products"}));
  for (const char* path : {"/admin/settings", "/admin/settings/taxes", "/admin/settings/shipping",
                           "/admin/settings/policies"}) {
    BOOST_TEST(get(path).status == 403, path);
  }
  BOOST_TEST(post("/admin/settings", general()).status == 403);
}

BOOST_AUTO_TEST_CASE(a_tax_rate_is_added_changed_once_and_removed) {
  const std::string path = "/admin/settings/taxes";
  const Pairs rate = {{"act", "add"},     {"country", "CH"}, {"name", "VAT"},
                      {"percent", "8,1"}, {"included", "1"}, {"version", ""}};
  post(path, rate);
  BOOST_TEST(notice.key == "settings.saved");
  BOOST_TEST(contains(get(path), "8.10"));
  BOOST_TEST(contains(post(path, rate), "This country has a rate already"));
  const std::string version = hidden(get(path + "?change=CH"), "version");
  BOOST_TEST(!version.empty());
  const Pairs change = with(with(with(rate, "act", "save"), "percent", "8.5"), "version", version);
  post(path, change);
  BOOST_TEST(notice.key == "settings.saved");
  post(path, with(change, "percent", "99"));
  BOOST_TEST(notice.key == "settings.stale");
  BOOST_TEST(notice_is_warning);
  BOOST_TEST(contains(get(path), "8.50"));
  const std::string now = hidden(get(path + "?change=CH"), "version");
  post(path, {{"act", "remove"}, {"country", "CH"}, {"version", version}});
  BOOST_TEST(notice.key == "settings.stale");
  post(path, {{"act", "remove"}, {"country", "CH"}, {"version", now}});
  BOOST_TEST(notice.key == "settings.removed");
  BOOST_TEST(!contains(get(path), "8.50"));
}

BOOST_AUTO_TEST_CASE(what_is_no_rate_is_refused_beside_its_field) {
  const Pairs rate = {
      {"act", "add"}, {"country", "CH"}, {"name", "VAT"}, {"percent", "8.1"}, {"version", ""}};
  const Pairs bad = {{"percent", "100.01"}, {"percent", "-1"}, {"percent", "much"},
                     {"percent", "8.125"},  {"country", "XX"}, {"name", ""}};
  for (const auto& [field, value] : bad) {
    const auto answer = post("/admin/settings/taxes", with(rate, field, value));
    BOOST_TEST(answer.status == 422, field + value);
    BOOST_TEST(contains(answer, "id=\"" + field + "-error\""), field + value);
  }
  BOOST_TEST(post("/admin/settings/taxes", with(rate, "act", "destroy")).status == 400);
}

BOOST_AUTO_TEST_CASE(a_way_to_ship_is_added_offered_changed_and_removed) {
  const std::string path = "/admin/settings/shipping";
  post(path, express());
  BOOST_TEST(notice.key == "settings.saved");
  BOOST_TEST(contains(get(path), "By bike"));
  const auto lamp = make_product(db);
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  BOOST_TEST(contains(get("/checkout?country=DE"), "By bike"));
  BOOST_TEST(!contains(get("/checkout?country=US"), "By bike"));
  BOOST_TEST(post(path, express()).status == 422);
  const std::string version = hidden(get(path + "?change=bike"), "version");
  const Pairs change =
      with(with(with(express(), "act", "save"), "version", version), "name", "By cargo bike");
  post(path, change);
  BOOST_TEST(notice.key == "settings.saved");
  post(path, change);
  BOOST_TEST(notice.key == "settings.stale");
  post(path, {{"act", "remove"},
              {"code", "bike"},
              {"version", hidden(get(path + "?change=bike"), "version")}});
  BOOST_TEST(notice.key == "settings.removed");
  BOOST_TEST(!contains(get("/checkout?country=DE"), "bike"));
}

BOOST_AUTO_TEST_CASE(what_is_no_way_to_ship_is_refused_and_what_was_typed_stays) {
  const Pairs bad = {{"code", "Bike!"},   {"code", ""},      {"name", ""},       {"country", "XX"},
                     {"price", "-1"},     {"price", ""},     {"free_from", "x"}, {"days_min", "-1"},
                     {"days_max", "400"}, {"days_max", "0"}, {"position", "1.5"}};
  for (const auto& [field, value] : bad) {
    const auto answer = post("/admin/settings/shipping", with(express(), field, value));
    BOOST_TEST(answer.status == 422, field + value);
    BOOST_TEST(contains(answer, "id=\"" + field + "-error\""), field + value);
    if (field != "price") BOOST_TEST(contains(answer, "value=\"7,50\""));
  }
}

BOOST_AUTO_TEST_CASE(a_policy_is_edited_as_one_text_and_read_by_visitors) {
  db.run(sql::catalog_tests::make_policy, "test-returns", "Returns");
  db.run(sql::catalog_tests::make_paragraph, "test-returns", 1, "How long", "Two days.");
  db.run(sql::catalog_tests::make_paragraph, "test-returns", 2, "Who pays", "You.");
  const std::string path = "/admin/settings/policies/test-returns";
  BOOST_TEST(contains(get("/admin/settings/policies"), path));
  const auto page = get(path);
  BOOST_TEST(contains(page, "## How long\nTwo days.\n\n## Who pays\nYou."));
  const Pairs change = {{"version", hidden(page, "version")},
                        {"title", "Returns & more"},
                        {"text", "## How long\r\nThirty days."}};

  post(path, change);

  BOOST_TEST(notice.key == "settings.saved");
  const auto read = get("/policies/test-returns");
  BOOST_TEST(contains(read, "Returns &amp; more"));
  BOOST_TEST(contains(read, "Thirty days."));
  BOOST_TEST(!contains(read, "Who pays"));
  post(path, with(change, "text", "## How long\r\nA year."));
  BOOST_TEST(notice.key == "settings.stale");
  BOOST_TEST(contains(get("/policies/test-returns"), "Thirty days."));
  BOOST_TEST(get("/admin/settings/policies/no-such").status == 404);
}

BOOST_AUTO_TEST_CASE(a_policy_without_headings_is_refused_and_kept_in_the_form) {
  db.run(sql::catalog_tests::make_policy, "test-returns", "Returns");
  db.run(sql::catalog_tests::make_paragraph, "test-returns", 1, "How long", "Two days.");
  const std::string path = "/admin/settings/policies/test-returns";
  const std::string version = hidden(get(path), "version");
  for (const char* text :
       {"No heading.", "## \nText", "## Heading alone", "", "## A\nText\n## B\n"}) {
    const auto answer = post(path, {{"version", version}, {"title", "Returns"}, {"text", text}});
    BOOST_TEST(answer.status == 422, text);
  }
  BOOST_TEST(catalog::find_policy(db, "test-returns")->paragraphs.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
