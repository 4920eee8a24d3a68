#include "demo_shop/history.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// How much more a category is bought in each month, January first.
const std::map<std::string, std::array<double, 12>> kSeasons = {
    {"garden", {0.3, 0.6, 1.6, 2.6, 2.6, 1.8, 1.2, 1.0, 0.9, 0.6, 0.3, 0.4}},
    {"toys", {0.6, 0.6, 0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 2.2, 3.2}},
    {"books", {0.9, 0.8, 0.8, 0.9, 0.9, 1.0, 1.3, 1.2, 0.9, 1.0, 1.5, 2.2}},
    {"clothing", {1.2, 1.0, 1.0, 1.1, 1.0, 0.9, 0.8, 0.8, 1.2, 1.4, 1.4, 1.4}},
    {"electronics", {0.8, 0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 2.0, 2.0}},
    {"sports", {1.8, 1.3, 1.2, 1.3, 1.3, 1.2, 1.0, 1.0, 1.0, 0.8, 0.8, 0.9}}};

std::string top_of(const std::string& slug) {
  for (const Category& category : categories()) {
    if (category.slug == slug) return category.parent.empty() ? slug : category.parent;
  }
  return slug;
}

/// Shelves to draw from: one a top category, with the weights of its products.
struct Shelf {
  std::vector<const Product*> products{};
  std::vector<double> cumulative{};

  void add(const Product& product) {
    products.push_back(&product);
    cumulative.push_back((cumulative.empty() ? 0 : cumulative.back()) + product.appeal);
  }
  const Product& draw(Chance& chance) const { return *products[chance.weighted(cumulative)]; }
};

class Chronicle {
 public:
  Chronicle(Chance& chance, const std::vector<Product>& products,
            const std::vector<Customer>& customers, Instant now)
      : chance_(chance), products_(products), customers_(customers), now_(now) {
    for (const Product& product : products) {
      shelves_[top_of(product.category)].add(product);
      by_type_[product.type].add(product);
      for (const auto& [one, other] : companions()) {
        if (one == product.type) companion_of_[product.type] = other;
      }
    }
  }

  History write() {
    for (const Customer& customer : customers_) {
      if (customer.id > 3) live(customer);
    }
    live_as_alice();
    std::stable_sort(history_.orders.begin(), history_.orders.end(),
                     [](const Order& a, const Order& b) { return a.placed < b.placed; });
    std::int64_t id = 0;
    for (Order& order : history_.orders) order.id = ++id;
    return std::move(history_);
  }

 private:
  double season(const std::string& top, Instant at) const {
    const auto found = kSeasons.find(top);
    if (found == kSeasons.end()) return 1;
    const std::chrono::year_month_day date(std::chrono::floor<days>(at));
    return found->second[static_cast<unsigned>(date.month()) - 1];
  }

  /// Evenings and weekends.
  Instant at_home(Instant day) {
    const Day midnight = std::chrono::floor<days>(day);
    const bool is_evening = chance_.happens(0.6);
    const Instant at = midnight + minutes(is_evening ? chance_.number(17 * 60, 23 * 60)
                                                     : chance_.number(8 * 60, 17 * 60));
    return std::min(at, now_ - minutes(30));
  }

  const Product& choose(const Customer& customer, Instant at) {
    for (int attempt = 0; attempt < 12; ++attempt) {
      const std::size_t which = chance_.happens(0.55) ? 0 : chance_.happens(0.6) ? 1 : 2;
      const bool strays = chance_.happens(0.15);
      const std::string top =
          strays ? top_of(chance_.one_of(products_).category) : customer.tastes[which];
      if (!chance_.happens(season(top, at) / 3.2)) continue;
      const Product& product = shelves_.at(top).draw(chance_);
      const bool is_there = at > now_ - days(product.age_days);
      // The thrifty pass by what is dear, the others by what is cheap.
      const bool is_dear = product.price.cents > 5000;
      const bool fits_purse =
          chance_.happens(is_dear ? 1.1 - customer.thrift : 0.5 + customer.thrift / 2);
      if (is_there && fits_purse) return product;
    }
    return shelves_.at(customer.tastes[0]).draw(chance_);
  }

  void live(const Customer& customer) {
    double day = customer.joined_days_ago - 0.3 * chance_.exponential(customer.days_between);
    bool is_first = true;
    while (day > 0) {
      const Instant at = at_home(now_ - minutes(static_cast<std::int64_t>(day * 1440)));
      browse(customer, at, chance_.number(1, 5));
      if (is_first || chance_.happens(0.75)) buy(customer, at);
      is_first = false;
      if (chance_.happens(customer.leaves)) return;
      // Between purchases people only look around.
      if (chance_.happens(0.5)) {
        const double pause = day - chance_.fraction() * std::min(day, customer.days_between);
        browse(customer, at_home(now_ - minutes(static_cast<std::int64_t>(pause * 1440))),
               chance_.number(1, 6));
      }
      day -= 1 + chance_.exponential(customer.days_between);
    }
  }

  void note(Instant at, const std::string& kind, const Customer& customer, std::int64_t product) {
    if (at < now_) history_.events.push_back({at, kind, customer.id, product});
  }

  void browse(const Customer& customer, Instant at, int pages) {
    if (chance_.happens(0.5)) note(at, "search", customer, 0);
    for (int page = 0; page < pages; ++page) {
      const Product& product = choose(customer, at);
      note(at + minutes(page * 2), "view", customer, product.id);
      if (chance_.happens(0.05) && favorites_.insert({customer.id, product.id}).second) {
        history_.favorites.emplace_back(customer.id, product.id);
        note(at + minutes(page * 2 + 1), "favorite", customer, product.id);
      }
    }
  }

  void buy(const Customer& customer, Instant at) {
    Order order;
    order.customer = customer.id;
    order.placed = at + minutes(15);
    const int kinds = 1 + (chance_.happens(0.45) ? 1 : 0) + (chance_.happens(0.2) ? 1 : 0);
    for (int kind = 0; kind < kinds; ++kind) {
      const Product& product = choose(customer, at);
      add_line(order, product, chance_.happens(0.12) ? 2 : 1);
      const auto companion = companion_of_.find(product.type);
      if (companion != companion_of_.end() && chance_.happens(0.3)) {
        add_line(order, by_type_.at(companion->second).draw(chance_), 1);
      }
    }
    order.fate = fate_of(order.placed);
    for (const OrderLine& line : order.lines) {
      note(at + minutes(3), "view", customer, line.product);
      note(at + minutes(10), "cart", customer, line.product);
      note(order.placed, "purchase", customer, line.product);
      const bool is_settled = order.fate == Fate::complete || order.fate == Fate::returned;
      if (is_settled && chance_.happens(0.24))
        review(customer, line.product, order.placed + days(chance_.number(4, 30)), true);
    }
    if (chance_.happens(0.02)) review(customer, chance_.one_of(products_).id, at, false);
    history_.orders.push_back(std::move(order));
  }

  static void add_line(Order& order, const Product& product, int quantity) {
    for (OrderLine& line : order.lines) {
      if (line.product == product.id) return;
    }
    order.lines.push_back({product.id, quantity});
  }

  Fate fate_of(Instant placed) {
    const auto age = now_ - placed;
    if (age < days(1)) return chance_.happens(0.4) ? Fate::placed_unpaid : Fate::placed_paid;
    if (age < days(4)) return chance_.happens(0.1) ? Fate::placed_unpaid : Fate::shipped;
    const double luck = chance_.fraction();
    return luck < 0.04 ? Fate::cancelled : luck < 0.08 ? Fate::returned : Fate::complete;
  }

  void review(const Customer& customer, std::int64_t product_id, Instant at, bool verified) {
    if (at >= now_ || !reviewed_.insert({customer.id, product_id}).second) return;
    const Product& product = products_[static_cast<std::size_t>(product_id - 1)];
    Review review{.product = product_id, .customer = customer.id, .verified = verified, .at = at};
    const double feeling =
        product.quality + 1.6 * (chance_.fraction() + chance_.fraction() - 1) + 0.35;
    review.stars = std::clamp(static_cast<int>(std::lround(feeling)), 1, 5);
    // No two people write the same.
    do {
      write_review(chance_, product, review);
    } while (!bodies_.insert(review.body).second);
    history_.reviews.push_back(std::move(review));
    note(at, "review", customer, product_id);
  }

  void order_for_alice(int days_ago, Fate fate, const std::vector<std::string>& types) {
    Order order{.customer = 1, .placed = now_ - days(days_ago) - minutes(90), .fate = fate};
    for (const std::string& type : types) add_line(order, by_type_.at(type).draw(chance_), 1);
    for (const OrderLine& line : order.lines)
      note(order.placed, "purchase", customers_[0], line.product);
    history_.orders.push_back(std::move(order));
  }

  /// The demo customer has seen a bit of everything.
  void live_as_alice() {
    order_for_alice(310, Fate::complete, {"mug", "coffee"});
    order_for_alice(160, Fate::complete, {"wireless-headphones"});
    order_for_alice(95, Fate::returned, {"sneakers"});
    order_for_alice(40, Fate::cancelled, {"jacket"});
    order_for_alice(6, Fate::complete, {"novel", "bulb"});
    order_for_alice(2, Fate::shipped, {"shirt", "socks"});
    order_for_alice(0, Fate::placed_unpaid, {"plant-pot", "watering-can"});
    for (const std::string type : {"lamp", "smartwatch", "novel", "yoga-mat"}) {
      const std::int64_t product = by_type_.at(type).draw(chance_).id;
      if (favorites_.insert({1, product}).second) history_.favorites.emplace_back(1, product);
    }
    for (const std::size_t back : {std::size_t{7}, std::size_t{6}}) {
      const Order& order = history_.orders[history_.orders.size() - back];
      review(customers_[0], order.lines[0].product, order.placed + days(12), true);
    }
  }

  Chance& chance_;
  const std::vector<Product>& products_;
  const std::vector<Customer>& customers_;
  Instant now_;
  std::map<std::string, Shelf> shelves_;
  std::map<std::string, Shelf> by_type_;
  std::map<std::string, std::string> companion_of_;
  std::set<std::pair<std::int64_t, std::int64_t>> reviewed_;
  std::set<std::pair<std::int64_t, std::int64_t>> favorites_;
  std::set<std::string> bodies_;
  History history_;
};

}  // namespace

History make_history(Chance& chance, const std::vector<Product>& products,
                     const std::vector<Customer>& customers, Instant now) {
  return Chronicle(chance, products, customers, now).write();
}

}  // namespace demo
