#include <algorithm>

#include "base/text.h"
#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr int kMostCompared = 6;
constexpr int kMostCounted = 12;
constexpr std::size_t kDescriptionShown = 300;  // characters

void say_product(const Asking& asking, Answer& answer, const FoundProduct& product) {
  const Value name = name_of(product);
  const Value price = price_of(product, asking.currency);
  if (product.in_stock > 0) {
    answer.say("answer.detail", {name, price, stock_of(product)});
  } else {
    answer.say("answer.detail_sold_out", {name, price});
  }
  const auto full = catalog::find_product(asking.db, product.id);
  if (full && !full->description.empty()) {
    answer.say("answer.description", {{shortened(full->description, kDescriptionShown),
                                       "product " + std::to_string(product.id) + " description"}});
  }
  if (product.review_count > 0) {
    answer.say("answer.rating", {rating_of(product), reviews_of(product)});
  }
}

}  // namespace

Answer act_detail(const Asking& asking) {
  Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  Answer answer;
  if (asking.meaning.subject.empty()) {
    asking.after.wish = asking.meaning.wish;
    const auto exact = exactly_named(asking, found.products);
    if (exact.size() == 1) found = {exact, 1, exact.front().in_stock};
  }
  if (found.total == 1) {
    say_product(asking, answer, found.products.front());
  } else {
    const auto [low, high] = std::ranges::minmax(found.products, {}, &FoundProduct::price);
    answer.say("answer.price_range",
               {count_of(found.total, "products that match"), name_of(low),
                price_of(low, asking.currency), name_of(high), price_of(high, asking.currency)});
  }
  if (asking.meaning.ordinal) {  // the list stays, so that "the third one" still means something
    answer.products = {found.products.front().id};
    asking.after.subject = answer.products;
  } else {
    show_products(asking, answer, found.products);
  }
  return answer;
}

Answer act_attribute(const Asking& asking) {
  const Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  std::vector<FoundProduct> products = found.products;
  if (asking.meaning.subject.empty()) {
    asking.after.wish = asking.meaning.wish;
    products = exactly_named(asking, products);
  }
  std::vector<std::int64_t> ids;
  for (const FoundProduct& product : products) ids.push_back(product.id);
  Answer answer;
  for (const db::Row row : asking.db.run(sql::chat::attribute_values, db::array_of(ids),
                                         db::array_of(asking.meaning.attributes))) {
    const std::string product = "product " + row.string("id");
    const std::string source = "product_attribute " + row.string("id") + " " + row.string("name");
    answer.say("answer.attribute", {{row.string("product_name"), product + " name"},
                                    {row.string("name"), source},
                                    {row.string("value"), source}});
  }
  for (const FoundProduct& product : products) {
    if (!asking.meaning.asks_brand || product.brand.empty()) continue;
    answer.say(
        "answer.brand",
        {name_of(product), {product.brand, "product " + std::to_string(product.id) + " brand"}});
  }
  if (answer.lines.empty()) answer.say("answer.attribute_unknown");
  show_products(asking, answer, products);
  return answer;
}

Answer act_stock(const Asking& asking) {
  Found found = products_asked_about(asking, kMostCounted);
  if (found.products.empty()) return nothing_meant(asking);
  if (asking.meaning.subject.empty()) {
    asking.after.wish = asking.meaning.wish;
    const auto exact = exactly_named(asking, found.products);
    if (exact.size() < found.products.size()) {
      found = {exact, static_cast<int>(exact.size()), 0};
      for (const FoundProduct& product : exact) found.pieces += product.in_stock;
    }
  }
  Answer answer;
  if (found.total == 1) {
    const FoundProduct& product = found.products.front();
    if (product.in_stock == 0) {
      answer.say("answer.stock_none", {name_of(product)});
    } else {
      answer.say(product.in_stock == 1 ? "answer.stock_last" : "answer.stock",
                 {name_of(product), stock_of(product)});
    }
  } else {
    answer.say("answer.stock_of_many", {count_of(found.total, "products that match"),
                                        count_of(found.pieces, "pieces in stock of them")});
    for (const FoundProduct& product : found.products) {
      answer.say("answer.stock_line", {name_of(product), stock_of(product)});
    }
  }
  show_products(asking, answer, found.products);
  return answer;
}

}  // namespace chat
