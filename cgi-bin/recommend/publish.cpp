#include "recommend/publish.h"

#include <algorithm>
#include <map>
#include <set>

#include "recommend.sql.h"
#include "recommend/lists.h"

namespace recommend {
namespace {

constexpr std::size_t kPerProduct = 24;

/// How many baskets hold an item, and how many hold a pair of it and one of its neighbours.
struct Counts {
  std::vector<int> orders{};
  std::vector<std::map<int, int>> together{};
};

Counts count_pairs(const ShopHistory& shop, const Neighbours& neighbours) {
  Counts counts{std::vector<int>(shop.products.size()),
                std::vector<std::map<int, int>>(shop.products.size())};
  for (const Past& past : shop.history.people) {
    for (const Basket& basket : past) {
      const std::set<int> held(basket.items.begin(), basket.items.end());
      for (const int item : held) {
        const auto place = static_cast<std::size_t>(item);
        ++counts.orders[place];
        for (const auto& neighbour : neighbours[place]) {
          if (held.contains(neighbour.item)) ++counts.together[place][neighbour.item];
        }
      }
    }
  }
  return counts;
}

int together(const Counts& counts, int item, int other) {
  const auto& row = counts.together[static_cast<std::size_t>(item)];
  const auto found = row.find(other);
  return found == row.end() ? 0 : found->second;
}

std::int64_t write_neighbours(db::Connection& db, const ShopHistory& shop,
                              const Neighbours& neighbours, const Counts& counts,
                              const Lists& lists) {
  db::CopyIn copy(db, sql::recommend::copy_neighbours);
  for (std::size_t item = 0; item < neighbours.size(); ++item) {
    int rank = 0;
    for (const auto& [other, weight] : lists.diverse(neighbours[item], kPerProduct)) {
      copy.row(shop.products[item], ++rank, shop.products[static_cast<std::size_t>(other)],
               static_cast<double>(weight), together(counts, static_cast<int>(item), other),
               counts.orders[item]);
    }
  }
  return copy.finish();
}

void write_account(db::CopyIn& copy, const Lists& lists, const ShopHistory& shop,
                   const Counts& counts, std::size_t person, double today) {
  const Past& past = shop.history.people[person];
  const auto product = [&shop](int item) { return shop.products[static_cast<std::size_t>(item)]; };
  int rank = 0;
  for (const Lists::Line& line : lists.of(past, today)) {
    if (line.own_orders > 0) {
      copy.row(shop.accounts[person], ++rank, product(line.item), "again", std::nullopt,
               line.own_orders, past.size(), static_cast<double>(line.score));
      continue;
    }
    copy.row(shop.accounts[person], ++rank, product(line.item), "goes_with", product(line.because),
             together(counts, line.because, line.item),
             counts.orders[static_cast<std::size_t>(line.because)],
             static_cast<double>(line.score));
  }
}

}  // namespace

Published publish(db::Connection& db, const Model& model, const ShopHistory& shop, Instant now) {
  const Lists lists(model, shop);
  const Neighbours neighbours = lists.neighbours();
  const Counts counts = count_pairs(shop, neighbours);
  db.run(sql::recommend::clear_recommendations);
  db.run(sql::recommend::clear_neighbours);
  Published published;
  published.neighbours = write_neighbours(db, shop, neighbours, counts, lists);
  const double today =
      std::chrono::duration<double, std::ratio<86400>>(now.time_since_epoch()).count();
  db::CopyIn copy(db, sql::recommend::copy_recommendations);
  for (std::size_t person = 0; person < shop.accounts.size(); ++person) {
    if (shop.accounts[person] != 0) write_account(copy, lists, shop, counts, person, today);
  }
  published.recommendations = copy.finish();
  db.run(sql::recommend::note_neighbours);
  db.run(sql::recommend::note_recommendations);
  return published;
}

}  // namespace recommend
