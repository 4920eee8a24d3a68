/// recommend.h - what a visitor may like, with a reason that can be counted. Reads tables that
/// tools/retrain fills; a shop that was never trained gets empty lists.
///
/// Source: tables item_neighbour, account_recommendation, product; queries in
///         sql/queries/recommend.sql.
/// Rules:  nothing sold out, withdrawn, in the cart or just bought; not all alike (publish.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace recommend {

struct Suggestion {
  enum class Kind { goes_with, again, popular };
  catalog::ProductCard card{};
  Kind kind = Kind::goes_with;
  std::string because{};  // goes_with: the name of what it goes with
  int together = 0;       // goes_with: orders with both; again: the customer's orders with it
  int orders = 0;         // goes_with: orders with `because`; again: all of the customer's;
                          // popular: pieces sold to everybody
};

/// What goes with these products (a cart, or the one at hand) and is none of them.
std::vector<Suggestion> goes_with(db::Connection& db, std::span<const std::int64_t> products,
                                  int limit);

struct ForAccount {
  std::vector<Suggestion> fresh{};  // what the customer has never bought
  std::vector<Suggestion> again{};  // what he may need once more
};
/// How many of each at most.
struct Shelves {
  int fresh = 0;
  int again = 0;
};
/// Best first.
ForAccount for_account(db::Connection& db, std::int64_t account, Instant now, Shelves most);

struct Wish {
  std::int64_t account = 0;                     // 0: nobody known
  std::span<const std::int64_t> products = {};  // at hand; empty: none in particular
  Instant now{};
  int limit = 0;
};
/// One list for programs: what goes with the products if there are any, else what was chosen for
/// the account, new things before those to buy again. Where the models say too little it is filled
/// up with what sells most and can be bought, so that newcomers get a list too. No product twice.
std::vector<Suggestion> suggest(db::Connection& db, const Wish& wish);

}  // namespace recommend
