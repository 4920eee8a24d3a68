// What is exported about a person and what deleting the account leaves behind are the same set: all
// tables with a foreign key to account, whoever made them.
#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "support/orders.h"

namespace {

constexpr db::Query kTables{
    "test.account_tables",
    "SELECT con.conrelid::regclass::text AS name, att.attname AS column, con.confdeltype AS "
    "on_delete "
    "FROM pg_constraint con JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = "
    "con.conkey[1] JOIN pg_class rel ON rel.oid = con.conrelid AND NOT rel.relispartition WHERE "
    "con.contype = 'f' AND con.confrelid = 'account'::regclass ORDER BY 1",
    0};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(personal_data, support::RolledBack)

BOOST_AUTO_TEST_CASE(deleting_an_account_leaves_no_row_that_names_it) {
  const auto tables = db.run(kTables);
  BOOST_TEST(tables.size() > 8);
  for (const db::Row table : tables) {
    // 'c': the row goes too; 'n': it stays without the person (orders and their history).
    const std::string rule = table.string("on_delete");
    BOOST_TEST((rule == "c" || rule == "n"),
               table.string("name") + "." + table.string("column") + " keeps the account");
  }
}

BOOST_AUTO_TEST_CASE(the_export_reads_every_one_of_these_tables) {
  const auto alice = support::make_account(db);
  support::make_rules(db);
  support::make_order(db, support::customer(alice), support::make_product(db));
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE");  // the letter about the order
  const std::string id = std::to_string(alice);
  db.run_script("INSERT INTO conversation (account_id) VALUES (" + id + ")");

  const auto row =
      db.first(db::Query{"test.export", "SELECT personal_data($1)::text AS data", 1}, alice);
  const std::string data = row->string("data");

  for (const char* table : {"\"account\"", "\"sales_order\"", "\"order_line\"", "\"order_history\"",
                            "\"conversation\"", "\"mail\""}) {
    BOOST_TEST(data.find(table) != std::string::npos, table);
  }
}

BOOST_AUTO_TEST_CASE(nothing_of_the_person_is_found_after_the_deletion) {
  const auto alice = support::make_account(db, {.username = "alice-gone"});
  support::make_rules(db);
  support::make_order(db, support::customer(alice), support::make_product(db));
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");

  accounts::delete_account(db, alice);
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE");

  for (const db::Row table : db.run(kTables)) {
    const std::int64_t left = support::number_in(
        db, "SELECT count(*) AS number FROM " + table.string("name") + " WHERE " +
                table.string("column") + " = " + std::to_string(alice));
    BOOST_TEST(left == 0, table.string("name"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
