/// people.h - the demo shop's customers: tastes, a rhythm of buying, and the day when they leave.
///
/// Source: buying follows BG/NBD (Fader, Hardie, Lee 2005): rates differ by a gamma, and after each
///         purchase a customer leaves with his own probability.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demo_shop/chance.h"

namespace demo {

struct Customer {
  std::int64_t id = 0;
  std::string username{};
  std::string email{};
  std::string first_name{};
  std::string last_name{};
  std::string phone{};
  std::string street{};
  std::string postal_code{};
  std::string city{};
  std::string country{};
  std::string role = "customer";
  int joined_days_ago = 0;
  double days_between = 40;           // mean pause between purchases
  double leaves = 0.1;                // probability after each purchase
  std::vector<std::string> tastes{};  // top categories, the strongest first
  double thrift = 0.5;                // 1: looks for the cheap ones
};

/// Alice, Sam and Ada first (ids 1 to 3), then `count` others.
std::vector<Customer> make_customers(Chance& chance, int count);

}  // namespace demo
