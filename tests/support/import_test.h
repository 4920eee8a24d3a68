/// import_test.h - what the tests of tools/import share: an import with its report as text.
#pragma once

#include <sstream>

#include "import/stages.h"
#include "support/support.h"
#include "tests_import.sql.h"

namespace support {

struct ImportTest : RolledBack {
  using Importer = importer::Summary (*)(db::Connection&, const std::filesystem::path&,
                                         const importer::Options&, importer::Report&);

  /// Runs an importer on a file below tests/db/import; `rows` then holds what it did not import.
  importer::Summary import(Importer importer, const std::string& path,
                           const importer::Options& options = {}) {
    std::ostringstream progress;
    std::ostringstream listing;
    importer::Report report(progress, &listing);
    try {
      const importer::Summary summary = importer::in_one_transaction(db, options, report, [&] {
        return importer(db, "tests/db/import/" + path, options, report);
      });
      rows = listing.str();
      return summary;
    } catch (...) {
      rows = listing.str();
      throw;
    }
  }
  std::string sizes() { return db.first(sql::tests_import::sizes)->string("sizes"); }
  db::OwnedRow product(const std::string& key) {
    return db.first(sql::tests_import::product, key).value();
  }
  db::OwnedRow order(const std::string& key) {
    return db.first(sql::tests_import::order_of, key).value();
  }
  db::OwnedRow account(const std::string& key) {
    return db.first(sql::tests_import::account, key).value();
  }
  bool reported(const std::string& line) const { return rows.find(line) != std::string::npos; }

  std::string rows{};
};

}  // namespace support
