#include "search/behaviour.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <string_view>

#include "base/text.h"
#include "search_learned.sql.h"

namespace search {
namespace {

constexpr std::string_view kBeforeShown = " → ";
constexpr auto kTimeToTake = std::chrono::minutes(30);
constexpr double kSurely = 0.999;
constexpr int kRounds = 30;        // of expectation maximisation
constexpr double kShrinkage = 20;  // a product's own impressions against so many usual ones

/// What one person was shown lately, the newest last.
using Recent = std::deque<std::size_t>;

ShownSearch to_search(Instant at, std::string_view detail) {
  ShownSearch search;
  search.at = at;
  const std::size_t cut = detail.rfind(kBeforeShown);
  search.text = trimmed(detail.substr(0, cut));
  for (const std::string_view id : split(detail.substr(cut + kBeforeShown.size()), ' ')) {
    if (search.shown.size() == kPlaces) break;
    if (const auto product = to_integer(id, 1)) search.shown.push_back(*product);
  }
  search.taken.assign(search.shown.size(), false);
  return search;
}

/// The newest search that showed it gets it.
void mark_taken(std::vector<ShownSearch>& searches, Recent& recent, Instant at,
                std::int64_t product) {
  while (!recent.empty() && searches[recent.front()].at + kTimeToTake < at) recent.pop_front();
  for (auto number = recent.rbegin(); number != recent.rend(); ++number) {
    ShownSearch& search = searches[*number];
    const auto found = std::ranges::find(search.shown, product);
    if (found == search.shown.end()) continue;
    search.taken[static_cast<std::size_t>(found - search.shown.begin())] = true;
    return;
  }
}

/// Shares that are summed up in one round.
struct Sum {
  double share = 0;
  double count = 0;
};

/// One impression's parts: who did not take it may not have looked, or may not have liked it.
struct Parts {
  double looked = 1;
  double liked = 1;
};

Parts parts_of(bool taken, double looked_at, double appeal) {
  if (taken) return {};
  const double neither = 1 - looked_at * appeal;
  return {looked_at * (1 - appeal) / neither, (1 - looked_at) * appeal / neither};
}

/// Looking falls with the place as (1 + place) to the power of -steepness, and never rises: with a
/// figure of its own for each place, a list that never changes could not be told apart from its
/// products.
std::vector<double> places_of(double steepness) {
  std::vector<double> looked_at;
  for (std::size_t place = 0; place < kPlaces; ++place) {
    looked_at.push_back(kSurely * std::pow(1 + static_cast<double>(place), -steepness));
  }
  return looked_at;
}

/// The likeliest steepness, given how many looked at which place.
double fit_steepness(const std::vector<Sum>& places) {
  constexpr int kSteps = 40;
  constexpr double kStep = 0.05;
  double best = 0;
  double best_likelihood = -std::numeric_limits<double>::infinity();
  for (int step = 0; step <= kSteps; ++step) {
    const std::vector<double> looked_at = places_of(kStep * step);
    double likelihood = 0;
    for (std::size_t place = 0; place < kPlaces; ++place) {
      const auto& [share, count] = places[place];
      likelihood +=
          share * std::log(looked_at[place]) + (count - share) * std::log(1 - looked_at[place]);
    }
    if (likelihood > best_likelihood) {
      best_likelihood = likelihood;
      best = kStep * step;
    }
  }
  return best;
}

}  // namespace

bool ShownSearch::has_taken() const {
  return std::ranges::find(taken, true) != taken.end();
}

std::size_t ShownSearch::first_taken() const {
  return static_cast<std::size_t>(std::ranges::find(taken, true) - taken.begin());
}

std::vector<ShownSearch> read_shown_searches(db::Connection& db, Instant from, Instant to) {
  std::vector<ShownSearch> searches;
  std::unordered_map<std::string, Recent> recent_of;
  for (const db::Row row : db.run(sql::search_learned::shown_and_taken, from, to)) {
    Recent& recent = recent_of[row.string("person")];
    if (row.text("kind") == "search") {
      recent.push_back(searches.size());
      searches.push_back(to_search(row.instant("at"), row.text("detail")));
    } else {
      mark_taken(searches, recent, row.instant("at"), row.integer("product_id"));
    }
  }
  return searches;
}

double ClickModel::rareness(std::size_t place) const {
  constexpr double kMost = 10;
  if (place >= looked_at.size()) return kMost;
  return std::clamp(looked_at[0] / looked_at[place], 1.0, kMost);
}

ClickModel fit_clicks(std::span<const ShownSearch> searches) {
  ClickModel model;
  model.looked_at = places_of(1);
  Sum all;
  for (const ShownSearch& search : searches) {
    for (std::size_t place = 0; place < search.shown.size(); ++place) {
      model.appeal[search.shown[place]] = 0;
      all.share += search.taken[place] ? 1 : 0;
      ++all.count;
    }
  }
  model.usual = std::clamp(2 * all.share / std::max(1.0, all.count), 1e-4, 0.5);
  for (auto& [product, appeal] : model.appeal) appeal = model.usual;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Sum> places(kPlaces);
    std::map<std::int64_t, Sum> products;
    for (const ShownSearch& search : searches) {
      for (std::size_t place = 0; place < search.shown.size(); ++place) {
        const std::int64_t product = search.shown[place];
        const Parts parts =
            parts_of(search.taken[place], model.looked_at[place], model.appeal[product]);
        places[place].share += parts.looked;
        ++places[place].count;
        products[product].share += parts.liked;
        ++products[product].count;
      }
    }
    model.looked_at = places_of(fit_steepness(places));
    Sum appeals;
    for (const auto& [product, sum] : products) {
      model.appeal[product] = std::clamp(
          (sum.share + kShrinkage * model.usual) / (sum.count + kShrinkage), 1e-6, kSurely);
      appeals.share += model.appeal[product] * sum.count;
      appeals.count += sum.count;
    }
    if (appeals.count > 0) model.usual = appeals.share / appeals.count;
  }
  return model;
}

LearnedFactors factors_of(const ClickModel& model, double exponent) {
  constexpr double kMost = 2;
  constexpr double kTooSmall = 0.005;
  LearnedFactors factors;
  for (const auto& [product, appeal] : model.appeal) {
    const double factor = std::clamp(std::pow(appeal / model.usual, exponent), 1 / kMost, kMost);
    if (std::abs(factor - 1) > kTooSmall) factors[product] = static_cast<float>(factor);
  }
  return factors;
}

namespace {

LearnedFactors to_factors(const db::Result& rows) {
  LearnedFactors factors;
  for (const db::Row row : rows) {
    factors[row.integer("product_id")] = static_cast<float>(row.number("factor"));
  }
  return factors;
}

}  // namespace

ShopTerms read_terms(db::Connection& db) {
  constexpr double kPercent = 0.01;
  ShopTerms terms;
  for (const db::Row row : db.run(sql::search_learned::terms)) {
    (row.text("name") == "stock_term" ? terms.sold_out : terms.sales) =
        kPercent * row.number("value");
  }
  return terms;
}

LearnedFactors read_factors(db::Connection& db) {
  return to_factors(db.run(sql::search_learned::factors));
}

LearnedFactors read_factors_in_force(db::Connection& db) {
  return to_factors(db.run(sql::search_learned::factors_in_force));
}

void write_factors(db::Connection& db, const std::map<std::int64_t, double>& factors) {
  std::vector<std::int64_t> products;
  std::vector<std::string> values;
  for (const auto& [product, factor] : factors) {
    products.push_back(product);
    values.push_back(std::to_string(factor));
  }
  db.run(sql::search_learned::forget_factors);
  db.run(sql::search_learned::write_factors, db::array_of(products), db::array_of(values));
}

}  // namespace search
