#include "recommend/publish.h"

#include <algorithm>
#include <map>
#include <set>

#include "recommend.sql.h"
#include "recommend/quality.h"
#include "recommend/texts.h"

namespace recommend {
namespace {

constexpr std::size_t kPerProduct = 24;
constexpr std::size_t kPerAccount = 12;  // of each kind
constexpr int kCandidates = 120;
/// Nobody wants to be told to buy what arrived last week.
constexpr double kJustBoughtDays = 21;
/// A likeness of 1 with something already on the list takes this part of the score away.
constexpr float kSameness = 0.6F;

/// Best first, but not all alike: each next one is the best after a discount for likeness with
/// those already chosen (maximal marginal relevance, Carbonell and Goldstein 1998).
std::vector<WeightedItem> diverse(std::vector<WeightedItem> candidates, std::size_t count,
                                  const TextIndex& texts) {
  std::vector<WeightedItem> chosen;
  std::map<int, float> likeness;  // with the nearest of those chosen
  while (!candidates.empty() && chosen.size() < count) {
    const auto worth = [&likeness](const WeightedItem& candidate) {
      const auto found = likeness.find(candidate.item);
      return candidate.weight * (1 - kSameness * (found == likeness.end() ? 0 : found->second));
    };
    const auto best = std::max_element(
        candidates.begin(), candidates.end(),
        [&worth](const WeightedItem& a, const WeightedItem& b) { return worth(a) < worth(b); });
    chosen.push_back(*best);
    candidates.erase(best);
    for (const auto& [item, cosine] : texts.similar_to(chosen.back().item)) {
      float& nearest = likeness[item];
      nearest = std::max(nearest, cosine);
    }
  }
  return chosen;
}

/// How many baskets hold an item, and how many hold a pair of it and one of its neighbours.
struct Counts {
  std::vector<int> orders{};
  std::vector<std::map<int, int>> together{};
};

/// The model's items, in the numbering of `shop`.
struct Mapping {
  std::vector<int> to_shop{};   // -1: no longer there
  std::vector<int> to_model{};  // -1: new since
};

Mapping map_items(const Model& model, const ShopHistory& shop) {
  Mapping mapping;
  for (const std::int64_t product : model.products()) {
    const auto found = shop.item_of.find(product);
    mapping.to_shop.push_back(found == shop.item_of.end() ? -1 : found->second);
  }
  for (const std::int64_t product : shop.products) {
    mapping.to_model.push_back(model.item_of(product));
  }
  return mapping;
}

/// Each product's neighbours by the model; of one that it does not know, those with like words.
Neighbours all_neighbours(const Model& model, const ShopHistory& shop, const Mapping& mapping,
                          const TextIndex& texts) {
  Neighbours result(shop.products.size());
  for (std::size_t item = 0; item < shop.products.size(); ++item) {
    const int known = mapping.to_model[item];
    if (known >= 0) {
      for (const auto& [other, weight] : model.neighbours(known)) {
        const int place = mapping.to_shop[static_cast<std::size_t>(other)];
        if (place >= 0) result[item].push_back({place, weight});
      }
    }
    if (!result[item].empty()) continue;
    for (const auto& [other, cosine] : texts.similar_to(static_cast<int>(item))) {
      result[item].push_back({other, cosine * 1e-3F});
    }
    std::sort(result[item].begin(), result[item].end(),
              [](const WeightedItem& a, const WeightedItem& b) {
                return a.weight != b.weight ? a.weight > b.weight : a.item < b.item;
              });
    if (result[item].size() > kNeighbours) result[item].resize(kNeighbours);
  }
  return result;
}

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
                              const TextIndex& texts) {
  db::CopyIn copy(db, sql::recommend::copy_neighbours);
  for (std::size_t item = 0; item < neighbours.size(); ++item) {
    int rank = 0;
    for (const auto& [other, weight] : diverse(neighbours[item], kPerProduct, texts)) {
      copy.row(shop.products[item], ++rank, shop.products[static_cast<std::size_t>(other)],
               static_cast<double>(weight), together(counts, static_cast<int>(item), other),
               counts.orders[item]);
    }
  }
  return copy.finish();
}

Past in_model(const Past& past, const Mapping& mapping) {
  Past result;
  for (const Basket& basket : past) {
    Basket& copy = result.emplace_back(Basket{basket.day, {}});
    for (const int item : basket.items) {
      const int known = mapping.to_model[static_cast<std::size_t>(item)];
      if (known >= 0) copy.items.push_back(known);
    }
  }
  return result;
}

int own_orders_with(const Past& past, int item) {
  return static_cast<int>(std::count_if(past.begin(), past.end(), [item](const Basket& basket) {
    return std::find(basket.items.begin(), basket.items.end(), item) != basket.items.end();
  }));
}

std::vector<int> just_bought(const Past& past, double today) {
  std::vector<int> items;
  for (const Basket& basket : past) {
    if (basket.day < today - kJustBoughtDays) continue;
    items.insert(items.end(), basket.items.begin(), basket.items.end());
  }
  return items;
}

/// What serves all accounts.
struct Context {
  const Model& model;
  const ShopHistory& shop;
  const Mapping& mapping;
  const Counts& counts;
  const TextIndex& texts;
  double today = 0;
};

struct Line {
  int item = 0;
  float score = 0;
  int own_orders = 0;  // with this item; 0: it is new to the customer
};

/// New things and things to take again, each list without too much of a kind, together by score.
std::vector<Line> lines_for(const Context& context, const Past& past, const Past& known) {
  const std::vector<float> scores = context.model.scores(known);
  const Past just = in_model({{0, just_bought(past, context.today)}}, context.mapping);
  std::vector<WeightedItem> fresh;
  std::vector<WeightedItem> again;
  for (const int item : best_items(scores, kCandidates, just[0].items)) {
    const int place = context.mapping.to_shop[static_cast<std::size_t>(item)];
    const float score = scores[static_cast<std::size_t>(item)];
    if (place < 0 || score <= 0) continue;
    (own_orders_with(past, place) > 0 ? again : fresh).push_back({place, score});
  }
  std::vector<Line> lines;
  for (const auto& [item, score] : diverse(std::move(fresh), kPerAccount, context.texts)) {
    lines.push_back({item, score, 0});
  }
  for (const auto& [item, score] : diverse(std::move(again), kPerAccount, context.texts)) {
    lines.push_back({item, score, own_orders_with(past, item)});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.score > b.score; });
  return lines;
}

void write_account(db::CopyIn& copy, const Context& context, std::int64_t account,
                   const Past& past) {
  const Past known = in_model(past, context.mapping);
  const auto product = [&context](int item) {
    return context.shop.products[static_cast<std::size_t>(item)];
  };
  int rank = 0;
  for (const Line& line : lines_for(context, past, known)) {
    if (line.own_orders > 0) {
      copy.row(account, ++rank, product(line.item), "again", std::nullopt, line.own_orders,
               past.size(), static_cast<double>(line.score));
      continue;
    }
    const int item = context.mapping.to_model[static_cast<std::size_t>(line.item)];
    const int reason = context.model.reason_for(known, item);
    const int because = reason < 0 ? -1 : context.mapping.to_shop[static_cast<std::size_t>(reason)];
    if (because < 0) continue;
    copy.row(account, ++rank, product(line.item), "goes_with", product(because),
             together(context.counts, because, line.item),
             context.counts.orders[static_cast<std::size_t>(because)],
             static_cast<double>(line.score));
  }
}

}  // namespace

Published publish(db::Connection& db, const Model& model, const ShopHistory& shop, Instant now) {
  const TextIndex texts(word_vectors(shop.texts));
  const Mapping mapping = map_items(model, shop);
  const Neighbours neighbours = all_neighbours(model, shop, mapping, texts);
  const Counts counts = count_pairs(shop, neighbours);
  db.run(sql::recommend::clear_recommendations);
  db.run(sql::recommend::clear_neighbours);
  Published published;
  published.neighbours = write_neighbours(db, shop, neighbours, counts, texts);
  const double today =
      std::chrono::duration<double, std::ratio<86400>>(now.time_since_epoch()).count();
  const Context context{model, shop, mapping, counts, texts, today};
  db::CopyIn copy(db, sql::recommend::copy_recommendations);
  for (std::size_t person = 0; person < shop.accounts.size(); ++person) {
    if (shop.accounts[person] == 0) continue;
    write_account(copy, context, shop.accounts[person], shop.history.people[person]);
  }
  published.recommendations = copy.finish();
  return published;
}

}  // namespace recommend
