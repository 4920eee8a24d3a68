#include <algorithm>

#include "base/text.h"
#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr int kMostCompared = 6;
constexpr int kMostCounted = 12;
constexpr int kOthers = 6;       // instead of a product that is not as it was hoped to be
constexpr int kMostValues = 12;  // of one attribute
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

/// Only what was asked: the price, or the stars.
bool say_figure(const Asking& asking, Answer& answer, const FoundProduct& product) {
  const Meaning& meaning = asking.meaning;
  const Value name = name_of(product);
  if (meaning.asks_rating && !meaning.asks_price) {
    if (product.review_count == 0) {
      answer.say("answer.no_reviews", {name});
    } else {
      answer.say("answer.compare_rating", {name, rating_of(product), reviews_of(product)});
    }
    return true;
  }
  if (!meaning.asks_price) return false;
  if (meaning.quantity > 1) {
    answer.say("answer.price_of_many",
               {{std::to_string(meaning.quantity), kFromQuestion},
                name,
                {to_text(product.price * meaning.quantity, asking.currency),
                 "product " + std::to_string(product.id) + " price_cents, so many times"}});
  }
  const Value price = price_of(product, asking.currency);
  if (product.in_stock > 0) {
    answer.say("answer.detail", {name, price, stock_of(product)});
  } else {
    answer.say("answer.detail_sold_out", {name, price});
  }
  return true;
}

/// What many products say of an attribute: its values, the most frequent first.
bool say_values(const Asking& asking, Answer& answer, const Found& found) {
  const bool is_of_many = asking.meaning.subject.empty() && found.total > kMostCompared &&
                          !asking.meaning.attributes.empty();
  if (!is_of_many) return false;
  const std::vector<std::int64_t> ids = ids_of(asking.assortment, asking.meaning.wish, false);
  bool is_said = false;
  for (const std::string& name : asking.meaning.attributes) {
    const std::vector<std::string> names{name};
    const auto rows = asking.db.run(sql::chat::attribute_spread, db::array_of(ids),
                                    db::array_of(names), kMostValues);
    if (rows.empty()) continue;
    std::string all;
    for (const db::Row row : rows) {
      all += (all.empty() ? "" : ", ") + row.string("value") + " (" + row.string("products") + ")";
    }
    const std::string source = "product_attribute " + name + " of what matches";
    answer.say("answer.attribute_spread", {{name, source},
                                           wish_words(asking.meaning.wish),
                                           count_of(found.total, "products that match"),
                                           {all, source + ": values, and how many products"}});
    is_said = true;
  }
  return is_said;
}

/// The records do not hold what was asked; for one product, what they hold instead.
void say_unknown(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products) {
  const Meaning& meaning = asking.meaning;
  std::string asked = meaning.unsaid;
  if (asked.empty() && !meaning.attributes.empty()) asked = meaning.attributes.front();
  if (asked.empty()) {
    answer.say("answer.attribute_unknown");
  } else if (products.size() > 1) {
    answer.say("answer.not_said_of_these", {quoted(asked)});
  } else {
    answer.say("answer.not_said", {quoted(asked), name_of(products.front())});
  }
  if (products.size() == 1) say_what_is_known(asking, answer, products.front());
}

/// "Does it come in red?", and it is green: what of its kind is red.
void say_others(const Asking& asking, Answer& answer, const FoundProduct& product) {
  const Meaning& meaning = asking.meaning;
  const StockedItem* item = asking.assortment.find(product.id);
  if (item == nullptr || meaning.asked_values.size() != 1) return;
  const Need& asked = meaning.asked_values.front();
  const Wish wish{.needs = {{.categories = {item->category}}, asked}};
  const auto ids = ids_of(asking.assortment, wish, false);
  if (std::ranges::find(ids, product.id) != ids.end()) return;  // it is so itself
  const Found others = find_products(asking.db, asking.assortment, wish, kOthers);
  if (others.products.empty()) return answer.say("answer.no_others", {quoted(asked.text)});
  answer.say("answer.others",
             {count_of(others.total, "products of its category"), quoted(asked.text)});
  show_products(asking, answer, others.products);
  focus_on(asking, product);  // "it" is the one that was spoken of
}

}  // namespace

Answer act_detail(const Asking& asking) {
  Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  Answer answer;
  if (asking.meaning.subject.empty()) {
    remember_wish(asking, asking.meaning.wish);
    const auto exact = exactly_named(asking, found.products);
    if (exact.size() == 1) found = {exact, 1, exact.front().in_stock};
  }
  if (found.total == 1) {
    const FoundProduct& product = found.products.front();
    if (!say_figure(asking, answer, product)) say_product(asking, answer, product);
  } else {
    const auto [low, high] = std::ranges::minmax(found.products, {}, &FoundProduct::price);
    answer.say("answer.price_range",
               {count_of(found.total, "products that match"), name_of(low),
                price_of(low, asking.currency), name_of(high), price_of(high, asking.currency)});
  }
  show_products(asking, answer, found.products);
  return answer;
}

Answer act_attribute(const Asking& asking) {
  const Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) return nothing_meant(asking);
  std::vector<FoundProduct> products = found.products;
  if (asking.meaning.subject.empty()) {
    remember_wish(asking, asking.meaning.wish);
    products = exactly_named(asking, products);
  }
  std::vector<std::int64_t> ids;
  for (const FoundProduct& product : products) ids.push_back(product.id);
  Answer answer;
  if (say_values(asking, answer, found)) {
    show_products(asking, answer, products);
    return answer;
  }
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
  const bool is_known = !answer.lines.empty();
  if (!is_known) say_unknown(asking, answer, products);
  show_products(asking, answer, products);
  if (is_known && products.size() == 1) say_others(asking, answer, products.front());
  return answer;
}

Answer act_stock(const Asking& asking) {
  Found found = products_asked_about(asking, kMostCounted);
  if (found.products.empty()) return nothing_meant(asking);
  if (asking.meaning.subject.empty()) {
    remember_wish(asking, asking.meaning.wish);
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
