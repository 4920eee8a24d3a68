#include "chat_eval/catalogue.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chat_eval.sql.h"

namespace chat_eval {
namespace {

Money money_of(const std::string& dollars) {
  return Money{std::llround(std::stod(dollars) * 100)};
}

/// "t-shirt" is in "Classic T-Shirts" and in "tshirt": letters and digits count.
std::string letters_of(const std::string& text) {
  std::string letters;
  for (const char c : to_lower(text)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (is_letter) letters += c;
  }
  return letters;
}

bool has_attribute(const Product& product, const std::string& name, const std::string& value) {
  const auto [begin, end] = product.attributes.equal_range(to_lower(name));
  return std::any_of(begin, end,
                     [&](const auto& pair) { return to_lower(pair.second) == to_lower(value); });
}

template <class Key>
void sort_by(std::vector<const Product*>& products, Key key) {
  std::ranges::stable_sort(products,
                           [&](const Product* a, const Product* b) { return key(*a) < key(*b); });
}

}  // namespace

std::string value_of(const Slots& slots, const std::string& key) {
  const auto slot = std::ranges::find(slots, key, &Slot::first);
  return slot == slots.end() ? "" : slot->second;
}

bool has(const Slots& slots, const std::string& key) {
  return std::ranges::find(slots, key, &Slot::first) != slots.end();
}

Catalogue::Catalogue(db::Connection& db) {
  std::map<std::int64_t, std::size_t> places;
  for (const db::Row row : db.run(sql::chat_eval::products)) {
    const int reviews = row.small("review_count");
    places[row.integer("id")] = products_.size();
    products_.push_back(
        {.id = row.integer("id"),
         .name = row.string("name"),
         .category = row.integer("category_id"),
         .brand = row.string("brand"),
         .price = row.money("price_cents"),
         .in_stock = row.small("in_stock"),
         .sold = row.integer("sold_count"),
         .rating = reviews == 0 ? 0 : static_cast<double>(row.integer("rating_sum")) / reviews,
         .reviews = reviews,
         .created = row.string("created")});
  }
  for (const db::Row row : db.run(sql::chat_eval::attributes)) {
    const auto place = places.find(row.integer("product_id"));
    if (place == places.end()) continue;
    products_[place->second].attributes.emplace(to_lower(row.text("name")), row.string("value"));
  }
  for (const db::Row row : db.run(sql::chat_eval::categories)) {
    categories_[to_lower(row.text("name"))] = row.integer("id");
    parents_[row.integer("id")] = row.integer("parent_id");
  }
}

std::int64_t Catalogue::category(const std::string& name) const {
  const auto found = categories_.find(to_lower(name));
  return found == categories_.end() ? 0 : found->second;
}

bool Catalogue::is_below(std::int64_t category, std::int64_t ancestor) const {
  for (std::int64_t at = category; at != 0; at = parents_.at(at)) {
    if (at == ancestor) return true;
  }
  return false;
}

bool Catalogue::meets(const Product& product, const Slot& slot) const {
  const auto& [key, value] = slot;
  if (key == "category") return is_below(product.category, category(value));
  if (key == "brand") return to_lower(product.brand) == to_lower(value);
  if (key == "not_brand") return to_lower(product.brand) != to_lower(value);
  if (key == "product") return to_lower(product.name) == to_lower(value);
  if (key == "price_from") return product.price >= money_of(value);
  if (key == "price_to") return product.price <= money_of(value);
  if (key == "in_stock") return product.in_stock > 0;
  if (key == "word") {
    return letters_of(product.name).find(letters_of(value)) != std::string::npos;
  }
  if (key.starts_with("attr:")) return has_attribute(product, key.substr(5), value);
  if (key.starts_with("not:")) return !has_attribute(product, key.substr(4), value);
  return true;
}

std::vector<const Product*> Catalogue::meeting(const Slots& slots) const {
  std::vector<const Product*> products;
  for (const Product& product : products_) {
    const bool meets_all =
        std::ranges::all_of(slots, [&](const Slot& slot) { return meets(product, slot); });
    if (meets_all) products.push_back(&product);
  }
  const std::string sort = value_of(slots, "sort");
  if (sort == "price") sort_by(products, [](const Product& p) { return p.price.cents; });
  if (sort == "dearest") sort_by(products, [](const Product& p) { return -p.price.cents; });
  if (sort == "popular") sort_by(products, [](const Product& p) { return -p.sold; });
  if (sort == "rating") sort_by(products, [](const Product& p) { return -p.rating; });
  return products;
}

const Product* Catalogue::named(const std::string& name) const {
  const auto found = std::ranges::find_if(
      products_, [&](const Product& p) { return to_lower(p.name) == to_lower(name); });
  return found == products_.end() ? nullptr : &*found;
}

const Product* Catalogue::with(std::int64_t id) const {
  const auto found = std::ranges::find(products_, id, &Product::id);
  return found == products_.end() ? nullptr : &*found;
}

}  // namespace chat_eval
