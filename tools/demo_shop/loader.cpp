#include "demo_shop/loader.h"

#include <filesystem>
#include <fstream>
#include <map>

#include "base/text.h"
#include "demo.sql.h"
#include "demo_shop/pictures.h"
#include "orders.sql.h"
#include "orders/pricing.h"
#include "orders/rows.h"

namespace demo {
namespace {

using std::chrono::days;
using std::chrono::hours;

/// Where an order stands, in the words of the tables.
struct States {
  std::string_view state;
  std::string_view payment;
  std::string_view fulfilment;
};

States states_of(Fate fate) {
  switch (fate) {
    case Fate::placed_unpaid: return {"placed", "unpaid", "open"};
    case Fate::placed_paid: return {"placed", "paid", "open"};
    case Fate::shipped: return {"placed", "paid", "shipped"};
    case Fate::complete: return {"complete", "paid", "delivered"};
    case Fate::cancelled: return {"cancelled", "unpaid", "open"};
    case Fate::returned: return {"returned", "refunded", "returned"};
  }
  return {"placed", "unpaid", "open"};
}

bool keeps_pieces(Fate fate) {
  return fate != Fate::cancelled && fate != Fate::returned;
}

class Loader {
 public:
  Loader(db::Connection& db, const DemoShop& shop, Chance& chance)
      : db_(db), shop_(shop), chance_(chance) {}

  void load() {
    db_.run(sql::demo::lift_triggers);
    load_categories_and_brands();
    load_customers();
    load_products();
    load_orders();
    load_units();
    load_reviews_and_favorites();
    load_events();
    db_.run(sql::demo::allow_staff);
    db_.run(sql::demo::add_starters);
    db_.run(sql::demo::count_reviews);
    db_.run(sql::demo::count_sales);
    db_.run(sql::demo::restore_triggers);
    for (const db::Query& query :
         {sql::demo::next_account, sql::demo::next_product, sql::demo::next_category,
          sql::demo::next_brand, sql::demo::next_order, sql::demo::next_line,
          sql::demo::next_center, sql::demo::next_number}) {
      db_.run(query);
    }
    for (const db::Row problem : db_.run(sql::demo::problems)) {
      throw std::runtime_error("the sums do not agree: " + problem.string("problem"));
    }
  }

 private:
  void load_categories_and_brands() {
    std::map<std::string, std::int64_t> ids;
    for (const Category& category : categories()) ids[category.slug] = category.id;
    db::CopyIn copy(db_, sql::demo::copy_categories);
    for (const Category& category : categories()) {
      if (category.parent.empty()) {
        copy.row(category.id, category.slug, category.name, std::nullopt, category.id);
      } else {
        copy.row(category.id, category.slug, category.name, ids.at(category.parent), category.id);
      }
    }
    copy.finish();
    for (const Product& product : shop_.products)
      brands_.try_emplace(product.brand, brands_.size() + 1);
    db::CopyIn brands(db_, sql::demo::copy_brands);
    for (const auto& [name, id] : brands_) brands.row(id, to_slug(name), name);
    brands.finish();
    db::CopyIn centers(db_, sql::demo::copy_centers);
    centers.row(1, "Portland", 45.52, -122.68);
    centers.row(2, "Chicago", 41.88, -87.63);
    centers.row(3, "Atlanta", 33.75, -84.39);
    centers.row(4, "Hamburg", 53.55, 9.99);
    centers.finish();
  }

  void load_customers() {
    db::CopyIn copy(db_, sql::demo::copy_accounts);
    for (const Customer& c : shop_.customers) {
      copy.row(c.id, c.username, c.email, c.first_name, c.last_name, c.phone, c.street,
               c.postal_code, c.city, c.country, c.role, shop_.now - days(c.joined_days_ago));
    }
    copy.finish();
  }

  void load_products() {
    std::map<std::string, std::int64_t> categories_by_slug;
    for (const Category& category : categories()) categories_by_slug[category.slug] = category.id;
    {
      db::CopyIn copy(db_, sql::demo::copy_products);
      for (const Product& p : shop_.products) {
        copy.row(p.id, p.sku, to_slug(p.name), p.name, p.description,
                 categories_by_slug.at(p.category), brands_.at(p.brand), p.price,
                 "demo/" + to_lower(p.sku) + ".svg", p.stock, shop_.now - days(p.age_days));
      }
      copy.finish();
    }
    db::CopyIn attributes(db_, sql::demo::copy_attributes);
    for (const Product& p : shop_.products) {
      int position = 0;
      for (const auto& [name, value] : p.attributes) attributes.row(p.id, ++position, name, value);
    }
    attributes.finish();
    db::CopyIn pictures(db_, sql::demo::copy_pictures);
    for (const Product& p : shop_.products) {
      if (p.id % 3 == 0)
        pictures.row(p.id, 1, "demo/" + to_lower(p.sku) + "-detail.svg", p.name + ", close up");
    }
    pictures.finish();
  }

  const Product& product(std::int64_t id) const {
    return shop_.products[static_cast<std::size_t>(id - 1)];
  }

  void load_orders() {
    const orders::Rules rules =
        orders::to_rules(db_.run(sql::orders::shipping_methods), db_.run(sql::orders::tax_rates));
    db::CopyIn copy(db_, sql::demo::copy_orders);
    for (const Order& order : shop_.history.orders) write_order(copy, order, rules);
    copy.finish();
    db::CopyIn lines(db_, sql::demo::copy_lines);
    std::int64_t id = 0;
    for (const Order& order : shop_.history.orders) {
      for (const OrderLine& line : order.lines) {
        lines.row(++id, order.id, line.product, line.quantity, product(line.product).name,
                  product(line.product).price);
      }
    }
    lines.finish();
    db::CopyIn events(db_, sql::demo::copy_order_events);
    for (const Order& order : shop_.history.orders) write_order_events(events, order);
    events.finish();
    db::CopyIn payments(db_, sql::demo::copy_payments);
    for (const Order& order : shop_.history.orders) {
      const States states = states_of(order.fate);
      if (states.payment == "unpaid") continue;
      payments.row(order.id, "bank_transfer", totals_.at(order.id),
                   states.payment == "paid" ? "succeeded" : "refunded",
                   "demo-" + std::to_string(order.id), order.placed + hours(3),
                   order.placed + hours(3));
    }
    payments.finish();
  }

  void write_order(db::CopyIn& copy, const Order& order, const orders::Rules& rules) {
    const Customer& c = shop_.customers[static_cast<std::size_t>(order.customer - 1)];
    Money subtotal;
    for (const OrderLine& line : order.lines)
      subtotal += product(line.product).price * line.quantity;
    const orders::Quote totals = orders::quote(rules, subtotal, c.country, "standard");
    totals_[order.id] = totals.total;
    const States states = states_of(order.fate);
    const auto when = [&](bool happened, hours after) {
      return happened ? std::optional<Instant>(std::min(order.placed + after, shop_.now))
                      : std::nullopt;
    };
    const bool is_paid = states.payment != "unpaid";
    const bool is_shipped = states.fulfilment != "open";
    const bool is_delivered = states.fulfilment == "delivered" || states.fulfilment == "returned";
    copy.row(order.id, std::to_string(10000 + order.id), order.customer, states.state,
             states.payment, states.fulfilment, "USD", subtotal, totals.shipping, totals.tax,
             totals.total, totals.tax_rate.name, totals.tax_rate.rate_bp, totals.tax_rate.included,
             c.email, c.first_name + " " + c.last_name, c.street, c.postal_code, c.city, c.country,
             c.phone, "standard", totals.chosen.value().method->name, "bank_transfer", order.placed,
             order.placed, when(is_paid, hours(3)), when(is_shipped, hours(30)),
             when(is_delivered, hours(90)), when(order.fate == Fate::cancelled, hours(20)));
  }

  void write_order_events(db::CopyIn& copy, const Order& order) {
    const States states = states_of(order.fate);
    const auto event = [&](std::string_view kind, hours after, bool by_staff) {
      copy.row(order.id, std::min(order.placed + after, shop_.now), kind,
               by_staff ? std::optional<int>(2) : std::nullopt);
    };
    event("placed", hours(0), false);
    if (states.payment != "unpaid") event("paid", hours(3), true);
    if (states.fulfilment != "open") event("shipped", hours(30), true);
    if (states.fulfilment == "delivered" || states.fulfilment == "returned")
      event("delivered", hours(90), true);
    if (order.fate == Fate::cancelled) event("cancelled", hours(20), false);
    if (order.fate == Fate::returned) {
      event("returned", hours(300), true);
      event("refunded", hours(310), true);
    }
  }

  void load_units() {
    db::CopyIn copy(db_, sql::demo::copy_units);
    const auto cost_of = [&](const Product& p) {
      return Money{p.price.cents * chance_.number(50, 72) / 100};
    };
    std::int64_t line_id = 0;
    for (const Order& order : shop_.history.orders) {
      for (const OrderLine& line : order.lines) {
        ++line_id;
        if (!keeps_pieces(order.fate)) continue;
        for (int piece = 0; piece < line.quantity; ++piece) {
          copy.row(line.product, chance_.number(1, 4), cost_of(product(line.product)),
                   order.placed - days(chance_.number(3, 60)), order.placed, line_id);
        }
      }
    }
    for (const Product& p : shop_.products) {
      for (int piece = 0; piece < p.stock; ++piece) {
        copy.row(p.id, chance_.number(1, 4), cost_of(p),
                 shop_.now - days(chance_.number(1, std::min(90, p.age_days))), std::nullopt,
                 std::nullopt);
      }
    }
    copy.finish();
  }

  void load_reviews_and_favorites() {
    db::CopyIn reviews(db_, sql::demo::copy_reviews);
    for (const Review& r : shop_.history.reviews) {
      reviews.row(r.product, r.customer, r.stars, r.title, r.body, r.verified, r.at);
    }
    reviews.finish();
    db::CopyIn favorites(db_, sql::demo::copy_favorites);
    for (const auto& [customer, favorite] : shop_.history.favorites)
      favorites.row(customer, favorite);
    favorites.finish();
  }

  void load_events() {
    db_.run(sql::demo::make_months, shop_.now - days(620), shop_.now + days(62));
    db::CopyIn copy(db_, sql::demo::copy_events);
    for (const Event& e : shop_.history.events) {
      const db::Param product = e.product == 0 ? db::Param(std::nullopt) : db::Param(e.product);
      copy.row(e.at, e.kind, e.customer, product);
    }
    copy.finish();
  }

  db::Connection& db_;
  const DemoShop& shop_;
  Chance& chance_;
  std::map<std::string, std::size_t> brands_;
  std::map<std::int64_t, Money> totals_;
};

void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  if (!file.flush()) throw std::runtime_error(path.string() + ": cannot be written");
}

}  // namespace

void load(db::Connection& db, const DemoShop& shop, Chance& chance) {
  Loader(db, shop, chance).load();
}

void write_pictures(const std::vector<Product>& products, const std::string& folder) {
  const std::filesystem::path target = std::filesystem::path(folder) / "demo";
  std::filesystem::create_directories(target);
  for (const Product& product : products) {
    const std::string stem = to_lower(product.sku);
    write_file(target / (stem + ".svg"), draw(product));
    if (product.id % 3 == 0) write_file(target / (stem + "-detail.svg"), draw_detail(product));
  }
}

}  // namespace demo
