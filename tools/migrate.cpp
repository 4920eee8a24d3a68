/// migrate.cpp - brings a database to the newest schema: runs the files of sql/migrations/ that it
/// has not seen yet, each in a transaction, then the rights of sql/grants.sql.

#include <openssl/evp.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "db/db.h"
#include "migrate.sql.h"

namespace {

namespace fs = std::filesystem;

struct Migration {
  std::string name{};
  std::string text{};
  std::string checksum{};
};

std::string read_text(const fs::path& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file.string() + ": cannot be read");
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

std::string sha256(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
  std::ostringstream hex;
  for (unsigned i = 0; i < length; ++i) {
    hex << std::hex << std::setw(2) << std::setfill('0') << static_cast<int>(digest.at(i));
  }
  return hex.str();
}

std::vector<Migration> read_migrations(const fs::path& folder) {
  std::map<std::string, Migration> by_name;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".sql") continue;
    const std::string text = read_text(entry.path());
    const std::string name = entry.path().stem().string();
    by_name[name] = {name, text, sha256(text)};
  }
  std::vector<Migration> migrations;
  for (auto& [name, migration] : by_name) migrations.push_back(std::move(migration));
  return migrations;
}

std::map<std::string, std::string> applied_checksums(db::Connection& db) {
  std::map<std::string, std::string> checksums;
  for (const db::Row row : db.run(sql::migrate::applied_migrations)) {
    checksums[row.string("name")] = row.string("checksum");
  }
  return checksums;
}

/// Returns how many migrations were run (or would be).
int migrate(db::Connection& db, const fs::path& sql_folder, bool dry_run) {
  // Two starts at once must not migrate at once; the lock ends with the connection.
  db.run(sql::migrate::lock);
  db.run(sql::migrate::make_table);
  const auto applied = applied_checksums(db);
  int count = 0;
  for (const Migration& migration : read_migrations(sql_folder / "migrations")) {
    const auto known = applied.find(migration.name);
    if (known != applied.end()) {
      if (known->second != migration.checksum) {
        throw std::runtime_error("migration " + migration.name +
                                 " was changed after it had been applied; add a new one instead");
      }
      continue;
    }
    ++count;
    std::cerr << (dry_run ? "would run " : "running ") << migration.name << '\n';
    if (dry_run) continue;
    db::Transaction transaction(db);
    db.run_script(migration.text);
    db.run(sql::migrate::note_migration, migration.name, migration.checksum);
    transaction.commit();
  }
  if (!dry_run) db.run_script(read_text(sql_folder / "grants.sql"));
  return count;
}

}  // namespace

int main(int argc, char** argv) try {
  std::string database;
  std::string sql_folder = "sql";
  bool dry_run = false;
  CLI::App app{"Brings the database to the newest schema"};
  app.add_option("--database", database, "libpq connection string of the owner")->required();
  app.add_option("--sql", sql_folder, "folder that holds migrations/ and grants.sql");
  app.add_flag("--dry-run", dry_run, "say what would be run, change nothing");
  CLI11_PARSE(app, argc, argv);
  db::Connection db(database);
  const int count = migrate(db, sql_folder, dry_run);
  std::cout << count << (dry_run ? " migrations to run\n" : " migrations run\n");
  return 0;
} catch (const std::exception& error) {
  std::cerr << "migrate: " << error.what() << '\n';
  return 1;
}
