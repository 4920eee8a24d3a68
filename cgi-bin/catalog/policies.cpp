#include "catalog/policies.h"

#include "catalog.sql.h"

namespace catalog {

std::vector<Policy> list_policies(db::Connection& db) {
  std::vector<Policy> policies;
  for (const db::Row row : db.run(sql::catalog::policies)) {
    policies.push_back({.slug = row.string("slug"), .title = row.string("title")});
  }
  return policies;
}

std::optional<Policy> find_policy(db::Connection& db, std::string_view slug) {
  const db::Result rows = db.run(sql::catalog::policy_by_slug, slug);
  if (rows.empty()) return std::nullopt;
  Policy policy{.slug = rows[0].string("slug"), .title = rows[0].string("title")};
  for (const db::Row row : rows) {
    if (row.is_null("heading")) continue;
    policy.paragraphs.push_back({row.string("heading"), row.string("body")});
  }
  return policy;
}

}  // namespace catalog
