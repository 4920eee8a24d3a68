/// support.h - what tests need to say little: a shop on a real database, rolled back after each
/// case, and makers that state only what matters.
///
///   BOOST_FIXTURE_TEST_SUITE(cart, support::RolledBack)
///   BOOST_AUTO_TEST_CASE(never_holds_more_pieces_than_are_in_stock) {
///     const auto lamp = support::make_product(db, {.in_stock = 2});
///
/// The database is named by PARLEY_TEST_DATABASE (a libpq connection string, migrated); `make
/// check` starts one.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/config.h"
#include "db/db.h"
#include "shop.h"
#include "web/dispatch.h"

namespace support {

/// 1 March 2026, 12:00 UTC: the moment at which tests happen.
Instant noon();

/// The connection of this test process; the same one for all cases.
db::Connection& test_database();

const Config& test_config();
const web::Site& test_site();

struct RolledBack {
  RolledBack();
  db::Connection& db;
  db::Transaction transaction;
  Shop shop;
};

struct ProductMaker {
  std::string name = "Lamp";
  std::string sku{};  // empty: made up
  std::string description = "A lamp.";
  std::string category = "home";
  std::string brand = "Lumen";
  Money price{1999};
  int in_stock = 5;
  std::vector<std::pair<std::string, std::string>> attributes{};
};
/// A product with its units in a distribution centre; returns its id.
std::int64_t make_product(db::Connection& db, const ProductMaker& maker = {});

struct AccountMaker {
  std::string username{};  // empty: made up
  std::string first_name = "Alice";
  std::string role = "customer";
  std::string country = "US";
  std::string permissions{};  // of staff: "orders,stock"
};
/// An account without a password; returns its id.
std::int64_t make_account(db::Connection& db, const AccountMaker& maker = {});

/// Tax and shipping rules as in the demo shop: sales tax 8.25 % added in the US, VAT 19 % included
/// in DE; standard 4.95, free from 60.00; express 12.95.
void make_rules(db::Connection& db);

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Asks the program's own dispatch for pages, with a cookie jar.
struct PageTest : RolledBack {
  PageTest();
  web::Response get(const std::string& target);
  web::Response post(const std::string& path, const Pairs& form);
  /// A form with files, as a browser sends it when a file is chosen.
  web::Response upload(const std::string& path, const Pairs& form,
                       const std::vector<web::Upload>& files);
  /// Follows one redirect, showing the notice that came with it.
  web::Response follow(const web::Response& response);
  void sign_in(std::int64_t account_id);

  web::Session session;  // what the browser holds
  web::Message notice{};
  bool notice_is_warning = false;

 protected:
  web::Response answer(web::Request& request);
  web::Request request_for(const std::string& method, const std::string& target);
};

bool contains(const web::Response& response, std::string_view text);
/// The value of a header of the answer, or an empty text.
std::string header(const web::Response& response, std::string_view name);
/// Where a redirect leads; empty when it is none.
std::string location(const web::Response& response);

}  // namespace support
