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

/// What the comparison is about, when it is about one figure: "which is rated best?"
Sort criterion(const Meaning& meaning) {
  if (meaning.wish.sort != Sort::relevance) return meaning.wish.sort;
  if (meaning.asks_rating && !meaning.asks_price) return Sort::rating;
  if (meaning.change == Change::dearer) return Sort::dearest;
  return meaning.change == Change::cheaper ? Sort::price : Sort::relevance;
}

/// The winner of what was asked becomes what "it" is.
void say_winners(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products) {
  const Sort asked = criterion(asking.meaning);
  const auto dearest = std::ranges::max_element(products, {}, &FoundProduct::price);
  const bool is_same = dearest->price == products.front().price &&
                       std::ranges::min(products, {}, &FoundProduct::price).price == dearest->price;
  if (is_same && (asked == Sort::price || asked == Sort::dearest)) {
    return answer.say("answer.compare_same_price", {price_of(*dearest, asking.currency)});
  }
  if (asked == Sort::dearest) {
    answer.say("answer.compare_dearest", {name_of(*dearest), price_of(*dearest, asking.currency)});
    return focus_on(asking, *dearest);
  }
  const auto cheapest = std::ranges::min_element(products, {}, &FoundProduct::price);
  const bool is_only = std::ranges::count(products, cheapest->price, &FoundProduct::price) == 1;
  if (is_only && asked != Sort::rating) {
    answer.say("answer.compare_cheapest",
               {name_of(*cheapest), price_of(*cheapest, asking.currency)});
    if (asked == Sort::price) return focus_on(asking, *cheapest);
  }
  const auto stars = [](const FoundProduct& product) {
    return catalog::rating_tenths(product.rating_sum, product.review_count);
  };
  const auto reviews = [&](const FoundProduct& product) {  // among equals, more people say so
    return std::pair(stars(product), product.review_count);
  };
  const auto best = std::ranges::max_element(products, {}, reviews);
  const bool is_alone = std::ranges::count(products, stars(*best), stars) == 1;
  const bool is_asked = asked == Sort::rating;
  if (stars(*best) > 0 && (is_alone || is_asked || products.size() > kMostInDetail)) {
    answer.say("answer.compare_best", {name_of(*best), rating_of(*best), reviews_of(*best)});
    if (is_asked) focus_on(asking, *best);
  } else if (is_asked) {
    answer.say("answer.none_reviewed");
  }
}

/// "Compare it with the Galaxy": it comes first.
void add_beside(const Asking& asking, Found& found) {
  std::vector<FoundProduct> both = to_found(asking.db, asking.meaning.beside).products;
  std::erase_if(both, [&](const FoundProduct& product) {
    return std::ranges::find(found.products, product.id, &FoundProduct::id) != found.products.end();
  });
  found.total += static_cast<int>(both.size());
  std::ranges::move(found.products, std::back_inserter(both));
  found.products = std::move(both);
}

}  // namespace

Answer act_compare(const Asking& asking) {
  if (compares_groups(asking.meaning)) return act_compare_groups(asking);
  Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  add_beside(asking, found);
  Answer answer;
  if (asking.meaning.subject.empty()) asking.after.wish = asking.meaning.wish;
  if (found.products.size() < 2) {
    answer.say("answer.compare_needs_two", {name_of(found.products.front())});
    show_products(asking, answer, found.products);
    return answer;
  }
  const bool is_one_figure =  // "which of them is rated best?"
      !asking.meaning.subject.empty() && criterion(asking.meaning) != Sort::relevance;
  if (found.products.size() <= kMostInDetail && !is_one_figure) {
    for (const FoundProduct& product : found.products) say_figures(asking, answer, product);
    say_differences(asking, answer, found.products);
  }
  show_products(asking, answer, found.products);
  say_winners(asking, answer, found.products);
  return answer;
}

}  // namespace chat
