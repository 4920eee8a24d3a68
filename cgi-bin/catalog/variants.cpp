#include "catalog/variants.h"

#include <algorithm>

#include "base/text.h"
#include "catalog_manage.sql.h"
#include "db/retry.h"
#include "variants.sql.h"

namespace catalog {
namespace {

constexpr char kBetween = '\x1F';

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, kBetween)) parts.emplace_back(part);
  return parts;
}

std::string joined(const std::vector<std::string>& values, std::string_view between) {
  std::string text;
  for (const std::string& value : values)
    text += (text.empty() ? "" : std::string(between)) + value;
  return text;
}

std::string variant_name(const std::string& family, const std::vector<std::string>& values) {
  return shortened(family + ", " + joined(values, ", "), kMostProductName - 1);
}

/// The attributes with these options in place of what they held for them.
std::vector<Attribute> with_options(std::vector<Attribute> attributes,
                                    const std::vector<std::string>& names,
                                    const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto first = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& one) { return one.name == names[i]; });
    if (first == attributes.end()) {
      attributes.push_back({names[i], values[i]});
      continue;
    }
    first->value = values[i];
    attributes.erase(std::remove_if(first + 1, attributes.end(),
                                    [&](const Attribute& one) { return one.name == names[i]; }),
                     attributes.end());
  }
  return attributes;
}

VariantOutcome outcome_of(SaveOutcome outcome) {
  switch (outcome) {
    case SaveOutcome::saved: return VariantOutcome::done;
    case SaveOutcome::changed_meanwhile: return VariantOutcome::changed_meanwhile;
    case SaveOutcome::no_such_product:
    case SaveOutcome::no_such_category:
    case SaveOutcome::no_such_brand: return VariantOutcome::no_such_product;
    case SaveOutcome::sku_taken: return VariantOutcome::sku_taken;
    case SaveOutcome::not_above_sale: break;
  }
  throw std::logic_error("an outcome that a variant does not have");
}

/// How many options two variants share, `except` left out.
std::size_t shared_options(const Variant& a, const Variant& b, std::size_t except) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < std::min(a.values.size(), b.values.size()); ++i) {
    if (i != except && a.values[i] == b.values[i]) ++count;
  }
  return count;
}

}  // namespace

std::optional<Family> to_family(const db::Result& rows) {
  if (rows.empty()) return std::nullopt;
  Family family{.id = rows[0].integer("family_id"),
                .name = rows[0].string("family_name"),
                .options = parts_of(rows[0].text("options"))};
  for (const db::Row row : rows) {
    family.variants.push_back({.id = row.integer("id"),
                               .name = row.string("name"),
                               .slug = row.string("slug"),
                               .sku = row.string("sku"),
                               .price = row.money("price_cents"),
                               .in_stock = row.small("in_stock"),
                               .withdrawn = row.boolean("withdrawn"),
                               .values = parts_of(row.text("option_values"))});
  }
  return family;
}

std::optional<Family> find_family(db::Connection& db, std::int64_t product) {
  return to_family(db.run(sql::variants::variants_of, product));
}

std::vector<Option> options_of(const Family& family, std::int64_t product) {
  std::vector<Option> options;
  const auto here = std::find_if(family.variants.begin(), family.variants.end(),
                                 [&](const Variant& one) { return one.id == product; });
  if (here == family.variants.end()) return options;
  for (std::size_t i = 0; i < family.options.size(); ++i) {
    Option option{.name = family.options[i]};
    for (const Variant& variant : family.variants) {
      const std::string& value = variant.values[i];
      if (variant.withdrawn || value.empty()) continue;
      const auto known = std::find_if(option.values.begin(), option.values.end(),
                                      [&](const OptionValue& one) { return one.value == value; });
      if (known != option.values.end()) continue;
      // Of all variants with this value, the one most like the product at hand.
      const Variant* best = &variant;
      for (const Variant& other : family.variants) {
        const bool fits = !other.withdrawn && other.values[i] == value;
        if (fits && shared_options(other, *here, i) > shared_options(*best, *here, i))
          best = &other;
      }
      const bool is_here = value == here->values[i];
      option.values.push_back({.value = value,
                               .product_id = is_here ? here->id : best->id,
                               .slug = is_here ? here->slug : best->slug,
                               .is_here = is_here,
                               .can_be_bought = (is_here ? here->in_stock : best->in_stock) > 0});
    }
    if (!option.values.empty()) options.push_back(std::move(option));
  }
  return options;
}

VariantOutcome start_family(db::Connection& db, std::int64_t product, int version,
                            const std::vector<Attribute>& options) {
  db::Transaction transaction(db);
  const auto found = find_to_edit(db, product);
  if (!found) return VariantOutcome::no_such_product;
  if (find_family(db, product)) return VariantOutcome::in_family;
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const Attribute& option : options) {
    names.push_back(option.name);
    values.push_back(option.value);
  }
  ProductDraft draft = found->draft;
  draft.name = variant_name(found->draft.name, values);
  draft.attributes = with_options(draft.attributes, names, values);
  const SaveOutcome saved = save_product(db, product, version, draft);
  if (saved != SaveOutcome::saved) return outcome_of(saved);
  const auto family = db.first(sql::variants::make_family, found->draft.name,
                               db::array_of(std::span<const std::string>(names)));
  db.run(sql::variants::join_family, product, family->integer("id"));
  transaction.commit();
  return VariantOutcome::done;
}

VariantMade add_variant(db::Connection& db, std::int64_t product, const NewVariant& wanted) {
  return db::with_retries([&]() -> VariantMade {
    db::Transaction transaction(db);
    const auto model = find_to_edit(db, product);
    if (!model) return {VariantOutcome::no_such_product};
    auto family = find_family(db, product);
    if (!family) return {VariantOutcome::stands_alone};
    db.run(sql::variants::lock_family, family->id);
    family = find_family(db, product);  // as it is behind the lock
    if (!family) return {VariantOutcome::stands_alone};
    if (family->variants.size() >= kMostVariants) return {VariantOutcome::too_many};
    for (const Variant& variant : family->variants) {
      if (variant.values == wanted.values) return {VariantOutcome::same_values};
    }
    ProductDraft draft = model->draft;
    draft.name = variant_name(family->name, wanted.values);
    draft.sku =
        wanted.sku.empty()
            ? shortened(family->variants.front().sku + "-" + to_slug(joined(wanted.values, "-")),
                        kMostSku - 1)
            : wanted.sku;
    draft.price = wanted.price;
    draft.attributes = with_options(draft.attributes, family->options, wanted.values);
    const Created created = create_product(db, draft);
    if (created.outcome != SaveOutcome::saved) return {outcome_of(created.outcome)};
    db.run(sql::variants::join_family, created.id, family->id);
    db.run(sql::variants::copy_pictures, product, created.id);
    transaction.commit();
    return {VariantOutcome::done, created.id};
  });
}

VariantOutcome leave_family(db::Connection& db, std::int64_t product, int version) {
  db::Transaction transaction(db);
  const auto row = db.first(sql::catalog_manage::lock_product, product);
  if (!row) return VariantOutcome::no_such_product;
  if (row->integer("version") != version) return VariantOutcome::changed_meanwhile;
  if (!find_family(db, product)) return VariantOutcome::stands_alone;
  db.run(sql::variants::join_family, product, std::nullopt);
  transaction.commit();
  return VariantOutcome::done;
}

}  // namespace catalog
