/// audit_check.cpp - proves that nothing in the audit log was changed or taken out.
///
/// Prints how many entries there are and the last one's hash. Keep that hash elsewhere (a mail to
/// yourself): with --known it proves later that the log was not cut off at its end either.

#include <CLI/CLI.hpp>
#include <iostream>

#include "audit.sql.h"
#include "db/db.h"

namespace {

int run(const std::string& database, const std::string& known) {
  db::Connection db(database);
  const auto wrong = db.first(sql::audit::audit_break);
  if (wrong) {
    std::cout << "broken at entry " << wrong->integer("id") << '\n';
    return 1;
  }
  if (!known.empty() && !db.first(sql::audit::audit_holds, known)) {
    std::cout << "the known entry is gone: the log was cut off or replaced\n";
    return 1;
  }
  const auto head = db.first(sql::audit::audit_head);
  std::cout << head->integer("entries") << " entries, whole " << head->text("hash") << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  std::string database;
  std::string known;
  CLI::App app{"Verifies the chain of the audit log"};
  app.add_option("--database", database, "libpq connection string of the owner")->required();
  app.add_option("--known", known, "a hash that this tool printed earlier")
      ->check([](const std::string& text) {
        const bool is_hash =
            text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
        return is_hash ? std::string() : std::string("64 hexadecimal digits are needed");
      });
  CLI11_PARSE(app, argc, argv);
  return run(database, known);
} catch (const std::exception& error) {
  std::cerr << "audit_check: " << error.what() << '\n';
  return 2;
}
