#include <boost/test/unit_test.hpp>

#include "accounts/people.h"
#include "audit.sql.h"
#include "support/orders.h"
#include "support/support.h"

using support::contains;
using support::make_account;
using support::number_in;

namespace {

struct Log : support::PageTest {
  Log()
      : admin(make_account(db, {.username = "ada-t", .role = "admin"})),
        carl(make_account(db, {.username = "carl-t"})) {
    sign_in(admin);
  }
  void end_of_transaction() {
    db.run_script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
  }
  void lock(std::int64_t id, const std::string& locked = "1") {
    post("/admin/customers/" + std::to_string(id) + "/lock", {{"locked", locked}});
    end_of_transaction();
  }
  std::int64_t entries() {
    return number_in(db, "SELECT count(*) AS number FROM audit_log WHERE actor = 'ada-t'");
  }
  std::string of_carl() { return "/admin/audit?table=account&key=" + std::to_string(carl); }
  std::int64_t admin;
  std::int64_t carl;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_page, Log)

BOOST_AUTO_TEST_CASE(tells_who_changed_what_from_where) {
  lock(carl);
  const auto page = get(of_carl() + "&actor=ADA");

  for (const char* text :
       {"ada-t", "changed", "account", "locked_at", "192.0.2.1", "request test"}) {
    BOOST_TEST(contains(page, text), text);
  }
  BOOST_TEST(contains(get(of_carl() + "&actor=nobody"), "Nothing was changed like that."));
  BOOST_TEST(contains(get(of_carl() + "&to=2001-01-01"), "Nothing was changed like that."));
  BOOST_TEST(get("/admin/audit?from=2026-02-31&to=x&before=-1&table=%27").status == 200);
}

BOOST_AUTO_TEST_CASE(what_customers_do_is_none_of_its_business) {
  sign_in(carl);
  post("/account/edit", {{"email", "carl-t@example.com"}, {"city", "Bern"}});
  end_of_transaction();

  BOOST_TEST(contains((sign_in(admin), get(of_carl())), "Nothing was changed like that."));
}

BOOST_AUTO_TEST_CASE(what_somebody_does_after_a_member_of_staff_is_not_the_staffs) {
  lock(make_account(db));
  const auto before = entries();
  sign_in(carl);
  post("/account/edit", {{"email", "carl-t@example.com"}, {"city", "Bern"}});
  end_of_transaction();

  BOOST_TEST(entries() == before);
}

BOOST_AUTO_TEST_CASE(secrets_and_personal_details_are_not_in_it) {
  const auto person = accounts::find_person(db, carl).value();
  post("/admin/customers/" + std::to_string(carl), {{"version", person.version},
                                                    {"email", "carl-new@example.com"},
                                                    {"street", "1 Hidden Lane"},
                                                    {"country", "CH"}});
  end_of_transaction();
  const auto page = get(of_carl());

  BOOST_TEST(contains(page, "(personal)"));
  BOOST_TEST(contains(page, "CH"));
  BOOST_TEST(!contains(page, "Hidden Lane"));
  BOOST_TEST(!contains(page, "carl-new"));
}

BOOST_AUTO_TEST_CASE(the_chain_is_whole_and_shows_every_break) {
  lock(carl);
  lock(carl, "0");
  lock(carl);
  BOOST_TEST(!db.first(sql::audit::audit_break).has_value());

  // As somebody would who owns the whole database.
  db.run_script("ALTER TABLE audit_log DISABLE TRIGGER audit_log_stays");
  const std::string middle = "(SELECT max(id) - 1 FROM audit_log)";
  for (const std::string& damage :
       {"UPDATE audit_log SET actor = 'mallory' WHERE id = " + middle,
        "UPDATE audit_log SET after = '{}' WHERE id = " + middle,
        "UPDATE audit_log SET at = at + interval '1 microsecond' WHERE id = " + middle,
        "UPDATE audit_log SET address = request, request = address WHERE id = " + middle,
        "DELETE FROM audit_log WHERE id = " + middle,
        "UPDATE audit_log SET hash = sha256('x') WHERE id = " + middle}) {
    db::Transaction attempt(db);
    db.run_script(damage);
    BOOST_TEST(db.first(sql::audit::audit_break).has_value(), damage);
  }
}

BOOST_AUTO_TEST_CASE(the_hash_does_not_depend_on_the_sessions_settings) {
  lock(carl);
  db.run_script("SET LOCAL TimeZone = 'Asia/Tokyo'; SET LOCAL DateStyle = 'German'");
  BOOST_TEST(!db.first(sql::audit::audit_break).has_value());
}

BOOST_AUTO_TEST_CASE(entries_are_neither_changed_nor_taken_out) {
  lock(carl);
  for (const char* change :
       {"UPDATE audit_log SET actor = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"}) {
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(change), db::ConstraintError);
  }
}

BOOST_AUTO_TEST_CASE(neither_role_of_the_program_may_write_it) {
  if (number_in(db, "SELECT count(*) AS number FROM pg_roles WHERE rolname = 'parley_admin'") ==
      0) {
    return;
  }
  for (const char* role : {"parley_admin", "parley_shop"}) {
    for (const char* right : {"INSERT", "UPDATE", "DELETE", "TRUNCATE"}) {
      BOOST_TEST(number_in(db, std::string("SELECT has_table_privilege('") + role +
                                   "', 'audit_log', '" + right + "')::integer AS number") == 0,
                 role << " " << right);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_table_is_audited_or_is_said_not_to_be) {
  BOOST_TEST(
      number_in(db,
                "SELECT count(*) AS number FROM pg_class WHERE relnamespace = "
                "'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND "
                "relpersistence = 'p' AND relname <> ALL (unaudited_tables()) AND NOT EXISTS "
                "(SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = "
                "'is_audited')") == 0);
}

BOOST_AUTO_TEST_CASE(it_can_be_taken_away_as_a_file) {
  lock(carl);
  const auto file = get("/admin/audit.csv?table=account&key=" + std::to_string(carl));
  BOOST_TEST(file.content_type.starts_with("text/csv"));
  BOOST_TEST(contains(file, "ada-t"));
  BOOST_TEST(!contains(get("/admin/audit.csv?actor=nobody-at-all"), "ada-t"));
  sign_in(make_account(db, {.role = "staff", .permissions = "customers,settings"}));
  BOOST_TEST(get("/admin/audit.csv").status == 403);
}

BOOST_AUTO_TEST_CASE(only_an_admin_reads_it) {
  sign_in(make_account(db, {.role = "staff",
                            .permissions = "orders,products,stock,customers,conversations,"
                                           "marketing,reports,settings"}));
  BOOST_TEST(get("/admin/audit").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
