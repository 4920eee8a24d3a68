/// behaviour.h - what visitors took of what the search showed them, and what that says of a
/// product.
///
/// People take what stands on top because it stands on top. So a product's appeal is told apart
/// from its place: someone takes it when he looks at the place and likes the product.
///
/// Source: events 'search' (with the products shown), 'click' and 'cart'; queries in
///         sql/queries/search_learned.sql. Position-based click model (Craswell, Zoeter, Taylor and
///         Ramsey 2008), fitted by expectation maximisation as in Chuklin, Markov and de Rijke,
///         "Click Models for Web Search" (2015), section 4.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/db.h"

namespace search {

inline constexpr std::size_t kPlaces = 24;  // of a list, that are looked at here

/// One search with its results, and which of them its visitor took within half an hour.
struct ShownSearch {
  Instant at{};
  std::string text{};                 // as typed
  std::vector<std::int64_t> shown{};  // products from the top, at most kPlaces
  std::vector<bool> taken{};          // beside them
  bool has_taken() const;
  /// The highest place of what was taken, from 0.
  std::size_t first_taken() const;
};

/// In the order of time.
std::vector<ShownSearch> read_shown_searches(db::Connection& db, Instant from, Instant to);

struct ClickModel {
  std::vector<double> looked_at{};          // by place; only their ratios mean something
  std::map<std::int64_t, double> appeal{};  // by product; the usual one is `usual`
  double usual = 0;

  /// How much less a place is looked at than the first one: at least 1, at most 10.
  double rareness(std::size_t place) const;
};

/// A product that was shown seldom has nearly the usual appeal.
ClickModel fit_clicks(std::span<const ShownSearch> searches);

/// A factor for a product's score; products that are not in it have 1.
using LearnedFactors = std::unordered_map<std::int64_t, float>;

/// (appeal / usual) to the power of `exponent`, within 1/2 and 2.
LearnedFactors factors_of(const ClickModel& model, double exponent);

/// How far stock and sales count beside the words, as parts of a score.
struct ShopTerms {
  double sold_out = 0.15;  // lost by what cannot be bought now
  double sales = 0.03;     // gained with each doubling of the pieces sold
};
/// As the shopkeeper set it (model settings stock_term, sales_term).
ShopTerms read_terms(db::Connection& db);

/// What tools/retrain published; empty when it published nothing.
LearnedFactors read_factors(db::Connection& db);
/// The same as long as it serves: empty when no version is active or the search term is switched
/// off.
LearnedFactors read_factors_in_force(db::Connection& db);
/// Replaces them; to be called inside a transaction.
void write_factors(db::Connection& db, const std::map<std::int64_t, double>& factors);

}  // namespace search
