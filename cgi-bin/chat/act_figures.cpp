#include <algorithm>

#include "base/text.h"
#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr int kUsualTop = 5;
constexpr int kUsuallyShown = 6;
constexpr auto kTrendingSpan = std::chrono::days(30);

/// Without the words that no product knows: "the average wingspan of a kite" is still about kites.
Wish known_part(const Asking& asking) {
  Wish wish = asking.meaning.wish;
  std::erase_if(wish.needs, [&](const Need& need) {
    return std::ranges::find(asking.meaning.unknown_words, need.text) !=
           asking.meaning.unknown_words.end();
  });
  return wish;
}

void show_matches(const Asking& asking, Answer& answer, const Wish& wish) {
  asking.after.wish = wish;
  show_products(asking, answer,
                find_products(asking.db, asking.assortment, wish, kUsuallyShown).products);
}

/// "29.5 in" out of a number and the unit behind it in the attribute's values.
std::string with_unit(const db::Row& row, std::string_view column) {
  const std::string unit = row.string("unit");
  const bool is_apart = !unit.empty() && unit[0] != '"' && unit[0] != '%';
  return row.string(column) + (is_apart ? " " : "") + unit;
}

bool say_average_attribute(const Asking& asking, Answer& answer, const Wish& wish) {
  const auto row =
      asking.db.first(sql::chat::attribute_figures,
                      db::array_of(ids_of(asking.assortment, Wish{.needs = wish.needs}, true)),
                      db::array_of(asking.meaning.attributes));
  if (!row) return false;
  const std::string name = row->string("name");
  const std::string source = "product_attribute " + name + " of products " + row->string("ids");
  const Value attribute{name, source};
  const Value average{with_unit(*row, "average"), source + ": average"};
  if (row->integer("products") == 1) {
    answer.say("answer.average_of_one", {attribute, wish_words(wish), average});
    return true;
  }
  answer.say("answer.average", {attribute,
                                wish_words(wish),
                                average,
                                count_of(row->integer("products"), "products with " + name),
                                {with_unit(*row, "least"), source + ": least"},
                                {with_unit(*row, "most"), source + ": most"}});
  return true;
}

/// "4.3" or "4".
std::string stars_text(std::int64_t sum, std::int64_t count) {
  const std::int64_t tenths = (20 * sum + count) / (2 * count);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
}

bool say_average_price(const Asking& asking, Answer& answer, const Wish& wish) {
  const auto items = asking.assortment.all_of(Wish{.needs = wish.needs}, true);
  if (items.empty()) return false;
  std::int64_t cents = 0;
  std::int64_t stars = 0;
  std::int64_t reviews = 0;
  Money lowest = items.front()->price;
  Money highest = lowest;
  for (const StockedItem* item : items) {
    lowest = std::min(lowest, item->price);
    cents += item->price.cents;
    stars += item->rating_sum;
    reviews += item->review_count;
    highest = std::max(highest, item->price);
  }
  const Value count = count_of(std::ssize(items), "products that match");
  if (asking.meaning.asks_rating && reviews > 0) {
    answer.say("answer.average_rating",
               {{stars_text(stars, reviews), "product rating_sum / review_count of what matches"},
                count_of(reviews, "their reviews"),
                count});
    return true;
  }
  const auto money = [&](Money amount, const char* what) {
    return Value{to_text(amount, asking.currency),
                 std::string("product price_cents of what matches: ") + what};
  };
  const std::int64_t total = std::ssize(items);
  const Money average{(2 * cents + total) / (2 * total)};
  answer.say("answer.average_price", {money(average, "average"), count, money(lowest, "least"),
                                      money(highest, "most"), wish_words(wish)});
  return true;
}

void say_ranking(Answer& answer, const Found& found) {
  for (const FoundProduct& product : found.products) {
    answer.say("answer.sold_line", {name_of(product),
                                    {std::to_string(product.sold),
                                     "product " + std::to_string(product.id) + " pieces sold"}});
  }
}

int top_count(const Wish& wish) {
  return wish.limit > 0 ? wish.limit : kUsualTop;
}

}  // namespace

Answer act_average(const Asking& asking) {
  Answer answer;
  const Wish wish = known_part(asking);
  const bool has_attribute = !asking.meaning.attributes.empty();
  const bool is_said = has_attribute ? say_average_attribute(asking, answer, wish)
                       : asking.meaning.asks_price || asking.meaning.asks_rating
                           ? say_average_price(asking, answer, wish)
                           : false;
  if (!is_said) answer.say("answer.average_unknown");
  if (!wish.needs.empty()) show_matches(asking, answer, wish);
  return answer;
}

Answer act_count(const Asking& asking) {
  Answer answer;
  const Wish& wish = asking.meaning.wish;
  const Found found = find_products(asking.db, asking.assortment, wish, kUsuallyShown);
  const Value total = count_of(found.total, "products that match");
  const Value pieces = count_of(found.pieces, "pieces in stock of them");
  if (found.total == 0) {
    answer.not_found = wish_words(wish).text;
    answer.say("answer.none", {wish_words(wish)});
  } else if (wish_words(wish).text.empty()) {
    answer.say("answer.count_all", {total, pieces});
  } else {
    answer.say("answer.count", {total, wish_words(wish), pieces});
  }
  asking.after.wish = wish;
  show_products(asking, answer, found.products);
  return answer;
}

Answer act_top_sellers(const Asking& asking) {
  Answer answer;
  Wish wish = asking.meaning.wish;
  wish.sort = Sort::popular;
  Found found = find_products(asking.db, asking.assortment, wish, top_count(wish));
  std::erase_if(found.products, [](const FoundProduct& product) { return product.sold <= 0; });
  if (found.products.empty()) {
    answer.say("answer.nothing_sold");
    return answer;
  }
  const Value count = count_of(std::ssize(found.products), "products shown");
  if (found.products.size() == 1) {
    answer.say("answer.top_one");
  } else if (wish.needs.empty()) {
    answer.say("answer.top", {count});
  } else {
    answer.say("answer.top_of", {count, wish_words(wish)});
  }
  say_ranking(answer, found);
  asking.after.wish = wish;
  show_products(asking, answer, found.products);
  return answer;
}

Answer act_trending(const Asking& asking) {
  Wish wish = asking.meaning.wish;
  const Found found = find_trending(asking.db, asking.assortment, wish, asking.now - kTrendingSpan,
                                    top_count(wish));
  if (found.products.empty()) return act_top_sellers(asking);
  Answer answer;
  answer.say("answer.trending");
  say_ranking(answer, found);
  wish.sort = Sort::popular;
  asking.after.wish = wish;
  show_products(asking, answer, found.products);
  return answer;
}

}  // namespace chat
