#include "catalog/addresses.h"

#include "catalog.sql.h"
#include "catalog/catalog.h"

namespace catalog {

std::vector<std::string> list_addresses(db::Connection& db, int limit) {
  std::vector<std::string> paths;
  for (const db::Row row : db.run(sql::catalog::addresses, limit)) {
    const std::string_view kind = row.text("kind");
    if (kind == "category") {
      paths.push_back("/category/" + row.string("slug"));
    } else if (kind == "policy") {
      paths.push_back("/policies/" + row.string("slug"));
    } else {
      paths.push_back(product_path(row.integer("id"), row.text("slug")));
    }
  }
  return paths;
}

}  // namespace catalog
