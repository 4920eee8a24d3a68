/// demo_shop.cpp - fills an empty database with a demo shop: products with pictures, customers,
/// eighteen months of orders, reviews and visits. The same seed and day give the same shop.

#include "base/time.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "demo.sql.h"
#include "demo_shop/loader.h"

namespace {

struct Options {
  std::string database{};
  std::string pictures = "var/pictures";
  std::string sql = "sql";
  std::uint64_t seed = 1;
  std::string today{};
  int customers = 2000;
  bool dry_run = false;
};

Instant moment_of(const std::string& today) {
  if (today.empty()) return clock_now();
  const auto moment = parse_instant(today + " 12:00:00+00");
  if (!moment) throw std::runtime_error("--today needs a day like 2026-03-01");
  return *moment;
}

std::string read_text(const std::string& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file + ": cannot be read");
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

demo::DemoShop make_shop(const Options& options, demo::Chance& chance) {
  demo::DemoShop shop;
  shop.now = moment_of(options.today);
  shop.products = demo::make_products(chance);
  shop.customers = demo::make_customers(chance, options.customers);
  shop.history = demo::make_history(chance, shop.products, shop.customers, shop.now);
  return shop;
}

void run(const Options& options) {
  db::Connection db(options.database);
  if (db.first(sql::demo::product_count).value().integer("products") > 0) {
    throw std::runtime_error(
        "this database holds products already; the demo shop needs an empty one");
  }
  demo::Chance chance(options.seed);
  std::cerr << "inventing the shop …\n";
  const demo::DemoShop shop = make_shop(options, chance);
  std::cerr << "drawing pictures …\n";
  if (!options.dry_run) demo::write_pictures(shop.products, options.pictures);
  std::cerr << "loading …\n";
  db::Transaction transaction(db);
  db.run(sql::demo::be_quiet);
  db.run_script(read_text(options.sql + "/demo/rules.sql"));
  demo::load(db, shop, chance);
  if (options.dry_run) {
    std::cout << "dry run: nothing was kept\n";
  } else {
    transaction.commit();
    db.run_script("ANALYZE");
  }
  std::cout << shop.products.size() << " products, " << shop.customers.size() << " accounts, "
            << shop.history.orders.size() << " orders, " << shop.history.reviews.size()
            << " reviews, " << shop.history.events.size() << " visits\n";
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Fills an empty database with the demo shop"};
  app.add_option("--database", options.database, "libpq connection string of the owner")
      ->required();
  app.add_option("--pictures", options.pictures, "folder of the product pictures");
  app.add_option("--sql", options.sql, "folder that holds demo/");
  app.add_option("--seed", options.seed, "another number gives another shop");
  app.add_option("--today", options.today, "the day when the story ends, like 2026-03-01");
  app.add_option("--customers", options.customers, "how many customers there are");
  app.add_flag("--dry-run", options.dry_run, "do everything but keep nothing");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "demo_shop: " << error.what() << '\n';
  return 1;
}
