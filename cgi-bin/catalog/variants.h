/// variants.h - products of one family, told apart by their options: size, colour.
///
/// Each variant is a product of its own; an option is one of its attributes. A product is in one
/// family or in none.
///
/// Source: tables product_family, product.family_id (sql/migrations/0182), queries in
///         sql/queries/variants.sql.
/// Errors: "stands alone" is an empty result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/manage.h"
#include "db/db.h"

namespace catalog {

inline constexpr std::size_t kMostOptions = 3;
inline constexpr std::size_t kMostVariants = 200;

struct Variant {
  std::int64_t id = 0;
  std::string name{};
  std::string slug{};
  std::string sku{};
  Money price{};
  int in_stock = 0;
  bool withdrawn = false;
  std::vector<std::string> values{};  // one per option of the family; empty where it has none
};

struct Family {
  std::int64_t id = 0;
  std::string name{};
  std::vector<std::string> options{};
  std::vector<Variant> variants{};
};

/// The family of a product, itself among the variants.
std::optional<Family> find_family(db::Connection& db, std::int64_t product);
std::optional<Family> to_family(const db::Result& rows);

/// A value of an option on a product's page, and the variant that it leads to.
struct OptionValue {
  std::string value{};
  std::int64_t product_id = 0;
  std::string slug{};
  bool is_here = false;  // of the product at hand
  bool can_be_bought = false;
};
struct Option {
  std::string name{};
  std::vector<OptionValue> values{};  // in the order of the variants
};
/// The options of a family as seen from one of its products: a value leads to the variant that
/// keeps most of the other options. Withdrawn variants are left out.
std::vector<Option> options_of(const Family& family, std::int64_t product);

enum class VariantOutcome {
  done,
  changed_meanwhile,
  no_such_product,
  in_family,  // already: it cannot start another one
  stands_alone,
  same_values,  // there is such a variant
  too_many,
  sku_taken,
};

/// Makes a family of this product, with these options and its own values for them: they become its
/// attributes, and its name ends with the values. 1 to kMostOptions.
[[nodiscard]] VariantOutcome start_family(db::Connection& db, std::int64_t product, int version,
                                          const std::vector<Attribute>& options);

struct NewVariant {
  std::vector<std::string> values{};  // one per option
  std::string sku{};                  // empty: the product's own, with the values behind it
  Money price{};
};
struct VariantMade {
  VariantOutcome outcome = VariantOutcome::done;
  std::int64_t id = 0;
};
/// Another variant beside this product: text, category, brand, attributes and pictures are copied;
/// it has no stock yet.
[[nodiscard]] VariantMade add_variant(db::Connection& db, std::int64_t product,
                                      const NewVariant& wanted);

/// The product stands alone from now on.
[[nodiscard]] VariantOutcome leave_family(db::Connection& db, std::int64_t product, int version);

}  // namespace catalog
