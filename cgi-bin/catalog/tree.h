/// tree.h - categories (a tree) and brands, as staff make, rename, move and delete them.
///
/// Source: tables category and brand (sql/migrations/0003, 0120), queries in
///         sql/queries/catalog_manage.sql. The database refuses circles and more than five levels.
/// Errors: what a person may run into is an outcome; whoever changes something names the version he
///         has seen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

inline constexpr std::size_t kMostGroupName = 100;  // characters of a category's or brand's name

struct TreeCategory {
  std::int64_t id = 0;
  int version = 0;
  std::int64_t parent_id = 0;  // 0: none
  std::string slug{};
  std::string name{};
  int position = 0;
  std::int64_t products = 0;  // in it itself, withdrawn ones too
  int depth = 0;              // 0: at the top
};

struct Brand {
  std::int64_t id = 0;
  int version = 0;
  std::string slug{};
  std::string name{};
  std::int64_t products = 0;
};

enum class GroupOutcome {
  done,
  changed_meanwhile,  // another version, or gone
  slug_taken,
  not_empty,  // products or categories are still in it
  circle,     // a category below itself
  too_deep,
  no_such_parent,
};

/// Every category, parents before their children, in the order of the navigation.
std::vector<TreeCategory> list_tree(db::Connection& db);

/// The slug comes from the name when `slug` is empty.
struct CategoryDraft {
  std::string name{};
  std::string slug{};
  std::int64_t parent_id = 0;
  int position = 0;
};
[[nodiscard]] GroupOutcome create_category(db::Connection& db, const CategoryDraft& draft);
[[nodiscard]] GroupOutcome save_category(db::Connection& db, std::int64_t id, int version,
                                         const CategoryDraft& draft);
[[nodiscard]] GroupOutcome delete_category(db::Connection& db, std::int64_t id);

/// Every brand by name.
std::vector<Brand> list_brands(db::Connection& db);
/// By name, at most `limit`, those with `words` in name or address, behind the brand `behind` (0:
/// from the first on).
std::vector<Brand> find_brands(db::Connection& db, const std::string& words, std::int64_t behind,
                               int limit);
[[nodiscard]] GroupOutcome create_brand(db::Connection& db, const std::string& name,
                                        const std::string& slug);
[[nodiscard]] GroupOutcome save_brand(db::Connection& db, std::int64_t id, int version,
                                      const std::string& name, const std::string& slug);
[[nodiscard]] GroupOutcome delete_brand(db::Connection& db, std::int64_t id);

}  // namespace catalog
