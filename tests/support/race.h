/// race.h - two connections at once, on rows that are really committed: what locks and constraints
/// are for. Everything made here is gone at the end.
#pragma once

#include <barrier>
#include <string>
#include <thread>

#include "support/orders.h"

namespace support {

struct Committed {
  Committed();
  ~Committed();
  static std::string options();

  std::int64_t product(int in_stock);
  /// A customer's account whose name starts with `mark`.
  std::int64_t account(const std::string& name);
  orders::CartOwner buyer(const std::string& name) { return guest(mark + name); }
  void put(const orders::CartOwner& owner, std::int64_t product_id, int pieces = 1);
  /// The checkout form of the owner's cart.
  orders::CheckoutInput input(const orders::CartOwner& owner, const std::string& token);
  /// Places an order of one product; returns its id.
  std::int64_t place(const orders::CartOwner& owner, std::int64_t product_id, int pieces,
                     const std::string& token);
  /// Returns when the rival's statement waits for a lock.
  void wait_until_rival_waits();
  std::int64_t number(const std::string& select) { return number_in(db, select); }

  /// Runs both at the same time, each on its own connection.
  template <class One, class Other>
  void at_once(One one, Other other) {
    std::barrier start(2);
    std::thread rival_thread([&] {
      start.arrive_and_wait();
      other(rival);
    });
    start.arrive_and_wait();
    one(db);
    rival_thread.join();
  }

  std::string mark;
  int made_products = 0;
  db::Connection db;
  db::Connection rival;
  db::Connection watcher;
  std::int64_t rival_pid = 0;
};

}  // namespace support
