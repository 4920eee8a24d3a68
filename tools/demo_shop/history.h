/// history.h - eighteen months of the demo shop: who looked at what, bought what, and said what.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "demo_shop/catalogue.h"
#include "demo_shop/people.h"

namespace demo {

struct OrderLine {
  std::int64_t product = 0;
  int quantity = 1;
};

/// How far an order has come.
enum class Fate { placed_unpaid, placed_paid, shipped, complete, cancelled, returned };

struct Order {
  std::int64_t id = 0;
  std::int64_t customer = 0;
  Instant placed{};
  Fate fate = Fate::complete;
  std::vector<OrderLine> lines{};
};

struct Event {
  Instant at{};
  std::string kind{};
  std::int64_t customer = 0;
  std::int64_t product = 0;  // 0: none
};

struct Review {
  std::int64_t product = 0;
  std::int64_t customer = 0;
  int stars = 5;
  std::string title{};
  std::string body{};
  bool verified = false;
  Instant at{};
};

struct History {
  std::vector<Order> orders{};
  std::vector<Event> events{};
  std::vector<Review> reviews{};
  std::vector<std::pair<std::int64_t, std::int64_t>> favorites{};  // customer, product
};

/// `now` is the moment the shop opens for the visitor; nothing happens after it.
History make_history(Chance& chance, const std::vector<Product>& products,
                     const std::vector<Customer>& customers, Instant now);

/// What a customer writes about a product; mentions that product's own attributes only.
void write_review(Chance& chance, const Product& product, Review& review);

}  // namespace demo
