#include <algorithm>
#include <map>

#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr int kMostCompared = 4;
constexpr std::size_t kAttributesTold = 5;
constexpr std::size_t kMostInDetail = 3;  // of more products only the winners are told

void say_figures(const Asking& asking, Answer& answer, const FoundProduct& product) {
  const Value name = name_of(product);
  const Value price = price_of(product, asking.currency);
  if (product.in_stock > 0) {
    answer.say("answer.detail", {name, price, stock_of(product)});
  } else {
    answer.say("answer.detail_sold_out", {name, price});
  }
  if (product.review_count > 0) {
    answer.say("answer.compare_rating", {name, rating_of(product), reviews_of(product)});
  }
}

/// Attributes in which the products differ, or which not all of them have.
void say_differences(const Asking& asking, Answer& answer,
                     const std::vector<FoundProduct>& products) {
  std::vector<std::int64_t> ids;
  for (const FoundProduct& product : products) ids.push_back(product.id);
  struct Row {
    std::vector<Value> values{};  // product's name, attribute's name, value
  };
  std::vector<std::pair<std::string, std::vector<Row>>> attributes;
  for (const db::Row row : asking.db.run(sql::chat::attributes_of, db::array_of(ids))) {
    const std::string name = row.string("name");
    auto known =
        std::ranges::find(attributes, name, &std::pair<std::string, std::vector<Row>>::first);
    if (known == attributes.end()) known = attributes.insert(attributes.end(), {name, {}});
    const std::string source = "product_attribute " + row.string("id") + " " + name;
    known->second.push_back({{{row.string("product_name"), "product " + row.string("id") + " name"},
                              {name, source},
                              {row.string("value"), source}}});
  }
  std::size_t told = 0;
  for (const auto& [name, rows] : attributes) {
    const bool is_same = rows.size() == products.size() &&
                         std::ranges::all_of(rows, [&first = rows.front()](const Row& row) {
                           return row.values[2].text == first.values[2].text;
                         });
    if (is_same || told == kAttributesTold) continue;
    ++told;
    for (const Row& row : rows) answer.say("answer.attribute", row.values);
  }
}

void say_winners(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products) {
  const auto cheapest = std::ranges::min_element(products, {}, &FoundProduct::price);
  const bool is_only = std::ranges::count(products, cheapest->price, &FoundProduct::price) == 1;
  if (is_only) {
    answer.say("answer.compare_cheapest",
               {name_of(*cheapest), price_of(*cheapest, asking.currency)});
  }
  const auto stars = [](const FoundProduct& product) {
    return catalog::rating_tenths(product.rating_sum, product.review_count);
  };
  const auto reviews = [&](const FoundProduct& product) {  // among equals, more people say so
    return std::pair(stars(product), product.review_count);
  };
  const auto best = std::ranges::max_element(products, {}, reviews);
  const bool is_alone = std::ranges::count(products, stars(*best), stars) == 1;
  if (stars(*best) > 0 && (is_alone || products.size() > kMostInDetail)) {
    answer.say("answer.compare_best", {name_of(*best), rating_of(*best)});
  }
}

}  // namespace

Answer act_compare(const Asking& asking) {
  const Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  Answer answer;
  if (asking.meaning.subject.empty()) asking.after.wish = asking.meaning.wish;
  if (found.products.size() < 2) {
    answer.say("answer.compare_needs_two", {name_of(found.products.front())});
    show_products(asking, answer, found.products);
    return answer;
  }
  if (found.products.size() <= kMostInDetail) {
    for (const FoundProduct& product : found.products) say_figures(asking, answer, product);
    say_differences(asking, answer, found.products);
  }
  say_winners(asking, answer, found.products);
  show_products(asking, answer, found.products);
  return answer;
}

}  // namespace chat
