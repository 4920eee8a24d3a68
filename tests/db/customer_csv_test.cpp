#include "accounts/customer_csv.h"

#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "csv/csv_imports.h"
#include "support/orders.h"

using support::make_account;
using support::noon;

namespace {

struct CustomerCsv : support::RolledBack {
  CsvReport read(const std::string& bytes, bool dry_run = false) {
    return accounts::import_customers(
        db, bytes, {.file_name = "people.csv", .account_id = {}, .dry_run = dry_run}, noon());
  }
  std::string whole() {
    std::string text;
    accounts::export_customers(db, [&](std::string_view piece) {
      text += piece;
      return true;
    });
    return text;
  }
  accounts::Account account(const std::string& login) {
    return accounts::find_by_login(db, login).value();
  }
  static std::string sums(const CsvReport& report) {
    return std::to_string(report.created) + " new, " + std::to_string(report.changed) +
           " changed, " + std::to_string(report.same) + " same, " + std::to_string(report.bad) +
           " bad";
  }
  static std::string codes(const CsvReport& report) {
    std::string text;
    for (const RowProblem& problem : report.problems) {
      text += std::to_string(problem.line) + ":" + problem.code + " ";
    }
    return text;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(customer_csv, CustomerCsv)

BOOST_AUTO_TEST_CASE(a_file_makes_and_changes_customers_and_the_second_time_nothing) {
  const auto alice = make_account(db, {.username = "alice"});
  const std::string email = account("alice").profile.email;
  const std::string file = "email,first_name,city,created_at\n" + email +
                           ",Alicia,Paris,2020-01-01\nnew@one.example,Nia,Rome,2020-01-01\n";

  BOOST_TEST(sums(read(file, true)) == "1 new, 1 changed, 0 same, 0 bad");
  BOOST_TEST(account("alice").profile.city != "Paris");
  BOOST_TEST(sums(read(file)) == "1 new, 1 changed, 0 same, 0 bad");

  BOOST_TEST(account("alice").id == alice);
  BOOST_TEST(account("alice").profile.first_name == "Alicia");
  BOOST_TEST(account("alice").profile.city == "Paris");
  const auto fresh = account("new@one.example");
  BOOST_TEST(fresh.username == "new");
  BOOST_TEST(fresh.role == "customer");
  BOOST_TEST(to_iso(fresh.created_at) == "2020-01-01T00:00:00Z");
  BOOST_TEST(!accounts::check_password(db, "new@one.example", "").has_value());
  const CsvReport again = read(file);
  BOOST_TEST(sums(again) == "0 new, 0 changed, 2 same, 0 bad");
  BOOST_TEST(again.import_id == 0);
}

BOOST_AUTO_TEST_CASE(a_preview_names_each_field_that_changes) {
  make_account(db, {.username = "alice", .first_name = "Alice"});
  const CsvReport report = read("email,first_name\n" + account("alice").profile.email +
                                ",Alicia\nnia@one.example,Nia\n");
  BOOST_REQUIRE(report.changes.size() == 2U);
  BOOST_TEST(report.changes[0].field == "first_name");
  BOOST_TEST(report.changes[0].before == "Alice");
  BOOST_TEST(report.changes[0].after == "Alicia");
  BOOST_TEST(report.changes[1].field == "new");
  BOOST_TEST(report.changes[1].subject == "nia@one.example");
}

BOOST_AUTO_TEST_CASE(what_is_taken_away_and_read_in_again_changes_nothing) {
  make_account(db, {.first_name = "=HYPERLINK(\"http://x\")"});
  make_account(db, {.first_name = "O'Neill, \"Pat\"; Jr"});
  make_account(db, {.username = "boss", .role = "admin"});
  const std::string text = whole();
  BOOST_TEST(text.find("\"'=HYPERLINK") != std::string::npos);
  BOOST_TEST(text.find("boss") == std::string::npos);
  BOOST_TEST(sums(read(text)).find("0 new, 0 changed") == 0U);
  BOOST_TEST(codes(read(text)) == "");
}

BOOST_AUTO_TEST_CASE(bad_rows_are_named_by_their_line_and_left_out) {
  make_account(db, {.username = "boss", .role = "staff"});
  make_account(db, {.username = "taken"});
  const CsvReport report = read(
      "email,username,country,created_at,last_name\n"
      "good@one.example,fine,DE,,\n"  // 2
      "no address,,,,\n"              // 3
      + account("boss").profile.email +
      ",,,,Hacked\n"                   // 4
      "GOOD@one.example,other,,,\n"    // 5
      "a@one.example,taken,,,\n"       // 6
      "b@one.example,fine,,,\n"        // 7
      "c@one.example,x,,,\n"           // 8
      "d@one.example,,germany,,\n"     // 9
      "e@one.example,,,2999-01-01,\n"  // 10
      "f@one.example,,,,\"" +
      std::string(101, 'x') +
      "\"\n"      // 11
      ",,,,\n");  // 12
  BOOST_TEST(sums(report) == "1 new, 0 changed, 0 same, 10 bad");
  BOOST_TEST(codes(report) ==
             "3:email 4:not_customer 5:customer_twice 6:username_taken 7:username_taken 8:username "
             "9:country 10:created_at 11:text 12:email ");
  BOOST_TEST(account("boss").profile.last_name != "Hacked");
}

BOOST_AUTO_TEST_CASE(nobody_is_made_staff_and_no_password_comes_by_a_file) {
  const CsvReport report = read("email,role,permissions\nspy@one.example,admin,orders\n");
  BOOST_TEST(report.ignored.size() == 2U);
  BOOST_TEST(account("spy@one.example").role == "customer");
  for (const char* column : {"password", "Password_Hash", "passwd"}) {
    BOOST_CHECK_THROW(read("email," + std::string(column) + "\nx@one.example,secret\n"),
                      NotThatCsv);
  }
}

BOOST_AUTO_TEST_CASE(names_made_from_addresses_never_clash) {
  make_account(db, {.username = "info"});
  BOOST_TEST(sums(read("email,username\ninfo@a.example,\ninfo@b.example,\nx@c.example,\n"
                       "sales@a.example,\nz@a.example,sales\n")) ==
             "5 new, 0 changed, 0 same, 0 bad");
  BOOST_TEST(account("info@a.example").username != account("info@b.example").username);
  BOOST_TEST(account("x@c.example").username.starts_with("x--"));
  BOOST_TEST(account("sales").profile.email == "z@a.example");
}

BOOST_AUTO_TEST_CASE(an_import_can_be_undone_but_not_over_what_somebody_did_since) {
  make_account(db, {.username = "alice", .first_name = "Alice"});
  make_account(db, {.username = "bob", .first_name = "Bob"});
  const CsvReport report =
      read("email,first_name\n" + account("alice").profile.email + ",A\n" +
           account("bob").profile.email + ",B\nnew@one.example,N\nbuyer@one.example,N\n");
  accounts::Profile moved = account("bob").profile;
  moved.city = "Oslo";
  BOOST_REQUIRE(accounts::update_profile(db, account("bob").id, moved));
  support::make_rules(db);
  const auto lamp = support::make_product(db, {.in_stock = 2});
  support::make_order(db, support::customer(account("buyer@one.example").id), lamp, 1);

  const csv::Undone undone = csv::undo_import(db, report.import_id, noon());

  BOOST_TEST((undone.outcome == csv::UndoOutcome::undone));
  BOOST_TEST(undone.rows.undone == 2);
  BOOST_TEST(undone.rows.left == 2);
  BOOST_TEST(account("alice").profile.first_name == "Alice");
  BOOST_TEST(account("bob").profile.first_name == "B");
  BOOST_TEST(!accounts::find_by_login(db, "new@one.example"));
  BOOST_TEST(accounts::find_by_login(db, "buyer@one.example").has_value());
}

BOOST_AUTO_TEST_CASE(who_is_forgotten_is_forgotten_in_imports_too) {
  make_account(db, {.username = "alice", .first_name = "Alice"});
  const auto alice = account("alice");
  read("email,first_name\n" + alice.profile.email + ",Alicia\n");
  const auto kept = [&] {
    return support::number_in(db, "SELECT count(*) AS number FROM csv_import_account");
  };
  BOOST_TEST(kept() == 1);
  accounts::delete_account(db, alice.id);
  BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(many_rows_take_few_statements) {
  std::string file = "email,first_name\n";
  for (int i = 0; i < 3000; ++i) file += "p" + std::to_string(i) + "@one.example,Pat\n";
  db.reset_cost();
  BOOST_TEST(sums(read(file)) == "3000 new, 0 changed, 0 same, 0 bad");
  BOOST_TEST(db.cost().calls < 40);
}

BOOST_AUTO_TEST_SUITE_END()
