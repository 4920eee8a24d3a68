// Every named query is understood by the migrated database, with the parameters that C++ passes.
#include <boost/test/unit_test.hpp>

#include <optional>
#include <regex>

#include "import.sql.h"
#include "support/files.h"
#include "support/support.h"

namespace {

struct NamedQuery {
  std::string file{};
  std::string name{};
  std::string text{};
};

/// The same reading as tools/embed_sql.awk.
std::vector<NamedQuery> read_queries() {
  std::vector<NamedQuery> queries;
  const std::regex head(R"(-- name: (\S+)\n)");
  for (const support::File& file : support::files_below("sql/queries", {".sql"})) {
    std::vector<std::pair<std::size_t, std::size_t>> heads;
    std::vector<std::string> names;
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), head), end; match != end;
         ++match) {
      heads.emplace_back(match->position(), match->position() + match->length());
      names.push_back(file.path + " " + (*match)[1].str());
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::size_t stop = i + 1 < heads.size() ? heads[i + 1].first : file.text.size();
      queries.push_back(
          {file.path, names[i], file.text.substr(heads[i].second, stop - heads[i].second)});
    }
  }
  return queries;
}

bool is_preparable(const std::string& text) {
  // Utility statements (COPY, CREATE TABLE …) cannot be prepared by SQL.
  const std::regex utility(
      R"(^(\s*--[^\n]*\n)*\s*(COPY|CREATE|DROP|ANALYZE|SET|LOCK|TRUNCATE|ALTER)\b)");
  return !std::regex_search(text, utility);
}

bool makes_staging_table(const std::string& text) {
  return std::regex_search(text, std::regex(R"((^|\n)CREATE TEMP TABLE\b)"));
}

void prepare(db::Connection& db, const NamedQuery& query) {
  std::string text = query.text;
  while (!text.empty() && (text.back() == '\n' || text.back() == ';' || text.back() == ' ')) {
    text.pop_back();
  }
  static int number = 0;
  db::Transaction attempt(db);
  try {
    db.run_script("PREPARE attempt_" + std::to_string(++number) + " AS " + text);
  } catch (const std::exception& error) {
    BOOST_ERROR(query.name + ": " + error.what());
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(queries, support::RolledBack)

BOOST_AUTO_TEST_CASE(every_query_is_understood_by_the_database) {
  const auto all = read_queries();
  BOOST_TEST(all.size() > 10u);
  std::string file;
  std::optional<db::Transaction> tables;  // a file's staging tables, gone when it ends
  for (const NamedQuery& query : all) {
    if (query.file != file) {
      file = query.file;
      tables.reset();
      tables.emplace(db);
      // The imports of the several sources share the table of problems.
      if (file.find("/import_") != std::string::npos) db.run(sql::import::make_problems);
    }
    if (makes_staging_table(query.text)) db.run_script(query.text);
    if (is_preparable(query.text)) prepare(db, query);
  }
}

BOOST_AUTO_TEST_CASE(every_query_says_what_it_is_for_or_what_it_takes) {
  for (const NamedQuery& query : read_queries()) {
    const bool takes_parameters = query.text.find("$1") != std::string::npos;
    BOOST_TEST((!takes_parameters || query.text.find("-- ") != std::string::npos), query.name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
