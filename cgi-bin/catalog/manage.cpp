#include "catalog/manage.h"

#include "base/text.h"
#include "catalog_manage.sql.h"

namespace catalog {
namespace {

namespace queries = sql::catalog_manage;

std::optional<std::int64_t> id_or_null(std::int64_t id) {
  if (id == 0) return std::nullopt;
  return id;
}

/// Names and values as the two arrays that queries take.
struct AttributeArrays {
  std::string names{};
  std::string values{};
};
AttributeArrays arrays_of(const std::vector<Attribute>& attributes) {
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const Attribute& attribute : attributes) {
    names.push_back(attribute.name);
    values.push_back(attribute.value);
  }
  return {db::array_of(names), db::array_of(values)};
}

SaveOutcome outcome_of(const db::ConstraintError& error) {
  if (error.constraint() == "product_sku_taken") return SaveOutcome::sku_taken;
  if (error.constraint() == "product_category_id_fkey") return SaveOutcome::no_such_category;
  if (error.constraint() == "product_brand_id_fkey") return SaveOutcome::no_such_brand;
  if (error.constraint() == "product_sale_is_cheaper") return SaveOutcome::not_above_sale;
  throw error;
}

std::optional<Sale> to_sale(const db::Row& row) {
  if (row.is_null("sale_id")) return std::nullopt;
  return Sale{row.money("sale_price_cents"), row.instant("starts_at"), row.maybe_instant("ends_at"),
              row.text("sale_state") == "running"};
}

/// Locks the product and compares versions; anything but `saved` is the end.
SaveOutcome lock(db::Connection& db, std::int64_t id, int version) {
  const auto row = db.first(queries::lock_product, id);
  if (!row) return SaveOutcome::no_such_product;
  return row->integer("version") == version ? SaveOutcome::saved : SaveOutcome::changed_meanwhile;
}

SaveOutcome set_withdrawn(db::Connection& db, std::int64_t id, int version,
                          std::optional<Instant> moment) {
  db::Transaction transaction(db);
  const auto row = db.first(queries::lock_product, id);
  if (!row) return SaveOutcome::no_such_product;
  if (row->boolean("withdrawn") == moment.has_value()) return SaveOutcome::saved;
  if (row->integer("version") != version) return SaveOutcome::changed_meanwhile;
  db.run(queries::set_withdrawn, id, moment);
  transaction.commit();
  return SaveOutcome::saved;
}

std::string_view to_text(ProductFilter::State state) {
  switch (state) {
    case ProductFilter::State::offered: return "offered";
    case ProductFilter::State::withdrawn: return "withdrawn";
    case ProductFilter::State::all: return "all";
  }
  throw std::logic_error("unknown ProductFilter::State");
}

std::vector<ProductRow> to_rows(const db::Result& result) {
  std::vector<ProductRow> rows;
  for (const db::Row row : result) {
    rows.push_back({.id = row.integer("id"),
                    .version = row.small("version"),
                    .sku = row.string("sku"),
                    .slug = row.string("slug"),
                    .name = row.string("name"),
                    .category = row.string("category"),
                    .brand = row.string("brand"),
                    .image = row.string("image"),
                    .price = row.money("price_cents"),
                    .regular_price = row.maybe_money("regular_price_cents"),
                    .in_stock = row.small("in_stock"),
                    .sold_count = row.integer("sold_count"),
                    .withdrawn = row.boolean("withdrawn"),
                    .place = row.integer("place")});
  }
  return rows;
}

}  // namespace

std::optional<EditableProduct> find_to_edit(db::Connection& db, std::int64_t id) {
  db::Pipeline pipeline(db);
  const int product = pipeline.add(queries::product_to_edit, id);
  const int attributes = pipeline.add(queries::attributes_of, id);
  pipeline.run();
  const db::Result rows = pipeline.take(product);
  if (rows.empty()) return std::nullopt;
  const db::Row row = rows[0];
  EditableProduct found{.id = id,
                        .version = row.small("version"),
                        .draft = {.sku = row.string("sku"),
                                  .name = row.string("name"),
                                  .description = row.string("description"),
                                  .category_id = row.integer("category_id"),
                                  .brand_id = row.integer("brand_id"),
                                  .price = row.money("regular_price_cents")},
                        .slug = row.string("slug"),
                        .image = row.string("image"),
                        .price_now = row.money("price_cents"),
                        .in_stock = row.small("in_stock"),
                        .withdrawn = row.boolean("withdrawn"),
                        .sale = to_sale(row)};
  for (const db::Row attribute : pipeline.take(attributes)) {
    found.draft.attributes.push_back({attribute.string("name"), attribute.string("value")});
  }
  return found;
}

Created create_product(db::Connection& db, const ProductDraft& draft) {
  db::Transaction transaction(db);
  try {
    const auto row =
        db.first(queries::create_product, draft.sku, to_slug(draft.name), draft.name,
                 draft.description, draft.category_id, id_or_null(draft.brand_id), draft.price);
    const std::int64_t id = row.value().integer("id");
    const AttributeArrays attributes = arrays_of(draft.attributes);
    db.run(queries::add_attributes, id, attributes.names, attributes.values);
    transaction.commit();
    return {SaveOutcome::saved, id};
  } catch (const db::ConstraintError& error) {
    return {outcome_of(error), 0};
  }
}

SaveOutcome save_product(db::Connection& db, std::int64_t id, int version,
                         const ProductDraft& draft) {
  db::Transaction transaction(db);
  const SaveOutcome locked = lock(db, id, version);
  if (locked != SaveOutcome::saved) return locked;
  try {
    db.run(queries::save_product, id, draft.sku, to_slug(draft.name), draft.name, draft.description,
           draft.category_id, id_or_null(draft.brand_id), draft.price);
    const AttributeArrays attributes = arrays_of(draft.attributes);
    if (db.first(queries::has_other_attributes, id, attributes.names, attributes.values)) {
      db.run(queries::drop_attributes, id);
      db.run(queries::add_attributes, id, attributes.names, attributes.values);
    }
  } catch (const db::ConstraintError& error) {
    return outcome_of(error);
  }
  transaction.commit();
  return SaveOutcome::saved;
}

SaveOutcome withdraw_product(db::Connection& db, std::int64_t id, int version, Instant now) {
  return set_withdrawn(db, id, version, now);
}

SaveOutcome offer_product_again(db::Connection& db, std::int64_t id, int version) {
  return set_withdrawn(db, id, version, std::nullopt);
}

std::optional<int> change_many(db::Connection& db, std::span<const Seen> products,
                               const BulkChange& change, Instant now) {
  std::vector<std::int64_t> id_list;
  std::vector<std::int64_t> version_list;
  for (const Seen& product : products) {
    id_list.push_back(product.id);
    version_list.push_back(product.version);
  }
  const std::string ids = db::array_of(id_list);
  const std::string versions = db::array_of(version_list);
  const auto run = [&]() -> db::Result {
    switch (change.kind) {
      case BulkChange::Kind::price_percent:
        return db.run(queries::bulk_price, ids, versions, change.basis_points, Money{},
                      kHighestPrice);
      case BulkChange::Kind::price_amount:
        return db.run(queries::bulk_price, ids, versions, 0, change.amount, kHighestPrice);
      case BulkChange::Kind::category:
        return db.run(queries::bulk_category, ids, versions, change.category_id);
      case BulkChange::Kind::withdraw: return db.run(queries::bulk_withdrawn, ids, versions, now);
      case BulkChange::Kind::offer:
        return db.run(queries::bulk_withdrawn, ids, versions, std::nullopt);
    }
    throw std::logic_error("unknown BulkChange::Kind");
  };
  db::Transaction transaction(db);
  try {
    const auto changed = static_cast<int>(run().affected());
    transaction.commit();
    return changed;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() != "product_category_id_fkey") throw;
    return std::nullopt;
  }
}

std::vector<ProductRow> list_products(db::Connection& db, const ProductFilter& filter,
                                      std::optional<std::int64_t> behind, int limit) {
  return to_rows(db.run(queries::products_page, behind, id_or_null(filter.category_id),
                        id_or_null(filter.brand_id), filter.at_most_in_stock, to_text(filter.state),
                        limit));
}

std::vector<ProductRow> list_found_products(db::Connection& db, const ProductFilter& filter,
                                            const std::string& words,
                                            std::span<const std::int64_t> found,
                                            std::optional<std::int64_t> behind, int limit) {
  return to_rows(db.run(queries::found_products_page, behind, id_or_null(filter.category_id),
                        id_or_null(filter.brand_id), filter.at_most_in_stock, to_text(filter.state),
                        limit, db::array_of(found), words));
}

}  // namespace catalog
