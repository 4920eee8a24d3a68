#include "catalog/tree.h"

#include <functional>

#include "base/text.h"
#include "catalog_manage.sql.h"

namespace catalog {
namespace {

namespace queries = sql::catalog_manage;

GroupOutcome outcome_of(const db::ConstraintError& error) {
  const std::string& name = error.constraint();
  if (name == "category_slug_taken" || name == "brand_slug_taken") return GroupOutcome::slug_taken;
  if (name == "category_no_circle") return GroupOutcome::circle;
  if (name == "category_not_too_deep") return GroupOutcome::too_deep;
  // The same key refuses a parent that does not exist and the end of one that has children.
  if (name == "category_parent_id_fkey") return GroupOutcome::no_such_parent;
  if (name == "promotion_category_id_fkey" || name == "product_category_id_fkey" ||
      name == "product_brand_id_fkey") {
    return GroupOutcome::not_empty;
  }
  throw error;
}

/// Runs one statement that should touch one row.
GroupOutcome change(db::Connection& db, const std::function<db::Result()>& statement) {
  db::Transaction transaction(db);
  try {
    if (statement().affected() != 1) return GroupOutcome::changed_meanwhile;
    transaction.commit();
    return GroupOutcome::done;
  } catch (const db::ConstraintError& error) {
    return outcome_of(error);
  }
}

std::string slug_of(const std::string& slug, const std::string& name) {
  return to_slug(slug.empty() ? name : slug);
}

std::optional<std::int64_t> id_or_null(std::int64_t id) {
  if (id == 0) return std::nullopt;
  return id;
}

void add_branch(std::vector<TreeCategory>& tree, const std::vector<TreeCategory>& all,
                std::int64_t parent_id, int depth) {
  for (const TreeCategory& category : all) {
    if (category.parent_id != parent_id) continue;
    tree.push_back(category);
    tree.back().depth = depth;
    add_branch(tree, all, category.id, depth + 1);
  }
}

}  // namespace

std::vector<TreeCategory> list_tree(db::Connection& db) {
  std::vector<TreeCategory> all;
  for (const db::Row row : db.run(queries::category_tree)) {
    all.push_back({.id = row.integer("id"),
                   .version = row.small("version"),
                   .parent_id = row.integer("parent_id"),
                   .slug = row.string("slug"),
                   .name = row.string("name"),
                   .position = row.small("position"),
                   .products = row.integer("products")});
  }
  std::vector<TreeCategory> tree;
  add_branch(tree, all, 0, 0);
  return tree;
}

GroupOutcome create_category(db::Connection& db, const CategoryDraft& draft) {
  return change(db, [&] {
    return db.run(queries::create_category, slug_of(draft.slug, draft.name), draft.name,
                  id_or_null(draft.parent_id), draft.position);
  });
}

GroupOutcome save_category(db::Connection& db, std::int64_t id, int version,
                           const CategoryDraft& draft) {
  return change(db, [&] {
    return db.run(queries::save_category, id, version, slug_of(draft.slug, draft.name), draft.name,
                  id_or_null(draft.parent_id), draft.position);
  });
}

GroupOutcome delete_category(db::Connection& db, std::int64_t id) {
  const GroupOutcome outcome = change(db, [&] { return db.run(queries::delete_category, id); });
  return outcome == GroupOutcome::no_such_parent ? GroupOutcome::not_empty : outcome;
}

std::vector<Brand> list_brands(db::Connection& db) {
  return find_brands(db, "", 0, INT32_MAX);
}

std::vector<Brand> find_brands(db::Connection& db, const std::string& words, std::int64_t behind,
                               int limit) {
  std::vector<Brand> brands;
  for (const db::Row row : db.run(queries::brands, words, behind, limit)) {
    brands.push_back({row.integer("id"), row.small("version"), row.string("slug"),
                      row.string("name"), row.integer("products")});
  }
  return brands;
}

GroupOutcome create_brand(db::Connection& db, const std::string& name, const std::string& slug) {
  return change(db, [&] { return db.run(queries::create_brand, slug_of(slug, name), name); });
}

GroupOutcome save_brand(db::Connection& db, std::int64_t id, int version, const std::string& name,
                        const std::string& slug) {
  return change(
      db, [&] { return db.run(queries::save_brand, id, version, slug_of(slug, name), name); });
}

GroupOutcome delete_brand(db::Connection& db, std::int64_t id) {
  return change(db, [&] { return db.run(queries::delete_brand, id); });
}

}  // namespace catalog
