// Catalogues in memory for tests of the search: no database.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "search/search.h"

namespace support {

inline search::Document make_document(std::int64_t id, const std::string& name,
                                      const std::string& colour = "red") {
  search::Document document;
  document.card.id = id;
  document.card.name = name;
  document.card.brand = id % 2 == 0 ? "Even" : "Odd";
  document.card.price = Money{id * 100};
  document.card.in_stock = static_cast<int>(id % 5);
  document.card.review_count = 1;
  document.card.rating_sum = 1 + id % 5;
  document.category_id = 1 + id % 3;
  document.attributes = {{"Colour", colour}};
  return document;
}

/// Lamps and shirts with what they are made of, and a shop assistant's idea of words.
struct FilterShop {
  FilterShop() {
    std::int64_t id = 0;
    const auto add = [&](const char* name, std::vector<search::AttributeValue> attributes) {
      search::Document document = make_document(++id, name);
      document.attributes = std::move(attributes);
      index.put(document);
    };
    add("Desk Lamp", {{"Colour", "red"}});
    add("Floor Lamp", {{"Colour", "Dark Red"}});
    add("Table Lamp", {{"Colour", "blue"}});
    add("Shirt Tom", {{"Gender", "Men"}, {"Material", "cotton"}});
    add("Shirt Ann", {{"Gender", "Women"}, {"Material", "cotton"}});
    add("Shirt Bob", {{"Gender", "Men"}, {"Material", "linen"}});
    add("Rain Jacket", {{"Waterproof", "yes"}, {"Material", "stainless steel"}});
    add("Sofa Big", {});
    add("Couch Small", {});
    for (int i = 0; i < 3; ++i) add("Orange Juice", {});
    add("Bowl", {{"Colour", "orange"}});
  }
  std::set<std::string> names(const search::Query& query) const {
    std::set<std::string> names;
    for (const auto* card : search::find(index, query).products) names.insert(card->name);
    return names;
  }
  search::Index index;
};

}  // namespace support
