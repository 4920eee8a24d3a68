#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "accounts/people.h"
#include "mail/outbox.h"
#include "support/support.h"
#include "tests.sql.h"

using support::contains;
using support::location;
using support::make_account;

namespace {

struct Office : support::PageTest {
  Office()
      : admin(make_account(db, {.username = "ada-t", .role = "admin"})),
        sam(make_account(db, {.username = "sam-t", .role = "staff", .permissions = "customers"})),
        carl(make_account(db, {.username = "carl-t", .first_name = "=Carl"})) {
    sign_in(sam);
  }
  std::string path(std::int64_t id, const std::string& below = "") {
    return "/admin/customers/" + std::to_string(id) + below;
  }
  accounts::Person person(std::int64_t id) { return accounts::find_person(db, id).value(); }
  support::Pairs details(std::int64_t id, const std::string& city) {
    return {{"version", person(id).version},
            {"email", person(id).profile.email},
            {"city", city},
            {"country", "CH"}};
  }
  /// No other admin can log in any more.
  void leave_only(std::int64_t id) {
    db.run_script("UPDATE account SET role = 'customer' WHERE role = 'admin' AND id <> " +
                  std::to_string(id));
  }
  std::int64_t admin;
  std::int64_t sam;
  std::int64_t carl;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(customers_page, Office)

BOOST_AUTO_TEST_CASE(people_are_found_by_name_role_and_lock) {
  BOOST_TEST(contains(get("/admin/customers?q=CARL-T"), "carl-t@example.com"));
  BOOST_TEST(contains(get("/admin/customers?q=carl-t&role=admin"), "There is nobody like that."));
  BOOST_TEST(contains(get("/admin/customers?q=carl-t&locked=1"), "There is nobody like that."));
  BOOST_TEST(get("/admin/customers?q=%25%27&role=x&before=-5&locked=2").status == 200);
}

BOOST_AUTO_TEST_CASE(the_file_holds_no_formulas) {
  const auto file = get("/admin/customers.csv?q=carl-t");
  BOOST_TEST(file.content_type.starts_with("text/csv"));
  BOOST_TEST(contains(file, "carl-t@example.com"));
  BOOST_TEST(contains(file, "'=Carl"));
}

BOOST_AUTO_TEST_CASE(details_are_saved_and_a_second_editor_is_told) {
  const auto first = details(carl, "Bern");
  const auto second = details(carl, "Basel");

  BOOST_TEST(location(post(path(carl), first)) == path(carl));
  post(path(carl), second);

  BOOST_TEST(notice.key == "customer.changed_meanwhile");
  BOOST_TEST(person(carl).profile.city == "Bern");
}

BOOST_AUTO_TEST_CASE(bad_details_change_nothing) {
  auto form = details(carl, "Bern");
  form[1].second = "no address";
  BOOST_TEST(post(path(carl), form).status == 422);
  form[1].second = "ada-t@example.com";
  const auto taken = post(path(carl), form);
  BOOST_TEST(taken.status == 422);
  BOOST_TEST(contains(taken, "Bern"));
  BOOST_TEST(person(carl).profile.city == "");
  BOOST_TEST(get(path(999999999)).status == 404);
  BOOST_TEST(post(path(999999999), form).status == 404);
}

BOOST_AUTO_TEST_CASE(a_lock_ends_sessions_and_log_ins_at_once) {
  sign_in(carl);
  const web::Session carls = session;
  BOOST_TEST(get("/account").status == 200);
  sign_in(sam);
  BOOST_TEST(location(post(path(carl, "/lock"), {{"locked", "1"}})) == path(carl));
  session = carls;
  BOOST_TEST(get("/account").status == 303);

  sign_in(sam);
  BOOST_TEST(contains(get(path(carl)), "locked since"));
  post(path(carl, "/lock"), {{"locked", "0"}});
  BOOST_TEST(!person(carl).locked_at.has_value());
  BOOST_TEST(post(path(carl, "/lock"), {{"locked", "2"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(staff_reach_customers_only) {
  for (const std::int64_t id : {admin, sam}) {
    BOOST_TEST(contains(get(path(id)), "Only an admin can change this account."));
    BOOST_TEST(post(path(id), details(id, "Bern")).status == 403);
    BOOST_TEST(post(path(id, "/lock"), {{"locked", "1"}}).status == 403);
    BOOST_TEST(post(path(id, "/reset"), {}).status == 403);
    BOOST_TEST(post(path(id, "/delete"), {{"username", person(id).username}}).status == 403);
    BOOST_TEST(post(path(id, "/role"), {{"role", "admin"}}).status == 403);
    BOOST_TEST(post(path(id, "/second-factor-off"), {}).status == 403);
  }
  BOOST_TEST((accounts::set_locked(db, admin, accounts::Reach::customers, true, support::noon()) ==
              accounts::ChangeOutcome::changed_meanwhile));
  BOOST_TEST(post(path(sam, "/role"), {{"role", "admin"}}).status == 403);
}

BOOST_AUTO_TEST_CASE(an_admin_gives_and_takes_roles_and_permissions) {
  sign_in(admin);
  post("/admin/customers/" + std::to_string(carl) + "/role",
       {{"role", "staff"}, {"may", "orders"}, {"may", "stock"}});
  BOOST_TEST(person(carl).role == "staff");
  BOOST_TEST(person(carl).permissions.size() == 2u);
  BOOST_TEST(contains(get(path(carl)), "value=\"stock\" checked"));

  post(path(carl, "/role"), {{"role", "customer"}, {"may", "orders"}});
  BOOST_TEST(person(carl).permissions.empty());
  BOOST_TEST(post(path(carl, "/role"), {{"role", "owner"}}).status == 400);
  BOOST_TEST(post(path(carl, "/role"), {{"role", "staff"}, {"may", "everything"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(the_last_admin_stays) {
  leave_only(admin);
  sign_in(admin);
  post(path(admin, "/role"), {{"role", "customer"}});
  BOOST_TEST(notice.key == "customer.last_admin");
  post(path(admin, "/lock"), {{"locked", "1"}});
  BOOST_TEST(notice.key == "customer.last_admin");
  post(path(admin, "/delete"), {{"username", "ada-t"}});
  BOOST_TEST(notice.key == "customer.last_admin");
  BOOST_TEST(person(admin).role == "admin");

  post(path(carl, "/role"), {{"role", "admin"}});
  post(path(admin, "/role"), {{"role", "customer"}});
  BOOST_TEST(person(admin).role == "customer");
}

BOOST_AUTO_TEST_CASE(deleting_needs_the_name_typed) {
  post("/admin/customers/" + std::to_string(carl) + "/delete", {{"username", "carl"}});
  BOOST_TEST(notice.key == "customer.name_differs");
  BOOST_TEST(location(post(path(carl, "/delete"), {{"username", "carl-t"}})) == "/admin/customers");
  BOOST_TEST(!accounts::find_person(db, carl).has_value());
  BOOST_TEST(get(path(carl)).status == 404);
}

BOOST_AUTO_TEST_CASE(a_link_for_a_new_password_is_mailed) {
  post("/admin/customers/" + std::to_string(carl) + "/reset", {});
  const auto letters = mail::list_mail(db, "waiting", "carl-t", {}, 5);
  BOOST_REQUIRE(letters.size() == 1u);
  BOOST_TEST(letters.front().kind == "password_reset");
}

BOOST_AUTO_TEST_CASE(an_admin_switches_off_a_lost_second_factor) {
  db.run_script("UPDATE account SET totp_secret = 'ABCDEFGH' WHERE id = " + std::to_string(carl));
  sign_in(admin);
  post("/admin/customers/" + std::to_string(carl) + "/second-factor-off", {});
  BOOST_TEST(!person(carl).has_second_factor);
}

BOOST_AUTO_TEST_CASE(other_staff_and_customers_see_nobody) {
  for (const std::int64_t id :
       {make_account(db, {.role = "staff", .permissions = "orders,products,stock,reports"}),
        make_account(db)}) {
    sign_in(id);
    for (const std::string& where :
         {std::string("/admin/customers"), path(carl), std::string("/admin/customers.csv")}) {
      BOOST_TEST(get(where).status == 403);
    }
    BOOST_TEST(post(path(carl, "/lock"), {{"locked", "1"}}).status == 403);
  }
}

BOOST_AUTO_TEST_SUITE_END()
