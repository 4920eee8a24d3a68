// bench_lists.cpp - what a list of recommendations and a prediction cost, in CPU microseconds of
// this program and of its PostgreSQL backend, on a shop whose models are trained.

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>

#include "analytics/models.h"
#include "bench_lists.sql.h"
#include "predict/customers.h"
#include "recommend/recommend.h"

namespace {

double own_microseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto in_microseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return in_microseconds(usage.ru_utime) + in_microseconds(usage.ru_stime);
}

/// Of the PostgreSQL backend; 0 when it runs elsewhere.
double backend_microseconds(std::int64_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/schedstat");
  double nanoseconds = 0;
  in >> nanoseconds;
  return nanoseconds / 1e3;
}

class Bench {
 public:
  Bench(db::Connection& db, int calls)
      : backend_(db.first(sql::bench_lists::backend)->integer("pid")), calls_(calls) {
    std::cout << std::left << std::setw(44) << "CPU microseconds per call" << std::right
              << std::setw(10) << "program" << std::setw(10) << "postgres" << std::setw(10)
              << "total\n";
  }
  void row(const std::string& name, const std::function<void(std::size_t)>& call) const {
    for (std::size_t i = 0; i < 50; ++i) call(i);
    const double program = own_microseconds();
    const double postgres = backend_microseconds(backend_);
    for (int i = 0; i < calls_; ++i) call(static_cast<std::size_t>(i));
    const double ours = (own_microseconds() - program) / calls_;
    const double theirs = (backend_microseconds(backend_) - postgres) / calls_;
    std::cout << std::left << std::setw(44) << name << std::right << std::fixed
              << std::setprecision(1) << std::setw(10) << ours << std::setw(10) << theirs
              << std::setw(9) << ours + theirs << std::endl;
  }

 private:
  std::int64_t backend_;
  int calls_;
};

std::vector<std::int64_t> ids(db::Connection& db, const db::Query& query) {
  std::vector<std::int64_t> found;
  for (const db::Row row : db.run(query)) found.push_back(row.integer("id"));
  if (found.empty()) throw std::runtime_error("the models of this shop are not trained");
  return found;
}

/// One customer's features through the active churn model, as tools/retrain does it for all.
void bench_model(db::Connection& db, const Bench& bench) {
  const auto active = db.first(sql::bench_lists::churn_model);
  if (!active) return;
  const predict::Stacked model(active->string("artifact"));
  const predict::Features all = predict::read_features(db, active->instant("window_to"));
  const predict::Numbers rows = predict::with_classic(all, 90);
  const std::size_t customers = rows.rows();
  if (customers == 0) return;
  bench.row("a prediction made by the model", [&](std::size_t i) {
    const auto row = rows.row(i % customers);
    model.chances({rows.columns, {row.begin(), row.end()}});
  });
}

void run(db::Connection& db, int calls) {
  constexpr int kShown = 5;
  const auto products = ids(db, sql::bench_lists::products);
  const auto accounts = ids(db, sql::bench_lists::accounts);
  const Instant now = clock_now();
  const Bench bench(db, calls);
  bench.row("the round trip alone", [&](std::size_t) { db.run(sql::bench_lists::nothing); });
  bench.row("what goes with a product", [&](std::size_t i) {
    const std::int64_t one[] = {products[i % products.size()]};
    recommend::goes_with(db, one, kShown);
  });
  bench.row("what goes with a cart of three", [&](std::size_t i) {
    const std::int64_t cart[] = {products[i % products.size()], products[(i + 7) % products.size()],
                                 products[(i + 77) % products.size()]};
    recommend::goes_with(db, cart, kShown);
  });
  bench.row("for a customer", [&](std::size_t i) {
    recommend::for_account(db, accounts[i % accounts.size()], now, {.fresh = kShown});
  });
  bench.row("for a customer, and what to buy again", [&](std::size_t i) {
    recommend::for_account(db, accounts[i % accounts.size()], now,
                           {.fresh = kShown, .again = kShown});
  });
  bench.row("for a newcomer",
            [&](std::size_t) { recommend::suggest(db, {.now = now, .limit = kShown}); });
  bench.row("a prediction as pages read it",
            [&](std::size_t i) { analytics::find_prediction(db, accounts[i % accounts.size()]); });
  bench_model(db, bench);
}

}  // namespace

int main(int argc, char** argv) try {
  std::string database;
  int calls = 3000;
  CLI::App app{"Prints what a list of recommendations and a prediction cost on a trained shop."};
  app.add_option("--database", database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_option("--calls", calls, "counted calls a row")
      ->check(CLI::Range(10, 1000000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  db::Connection db(database);
  run(db, calls);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "bench_lists: " << error.what() << "\n";
  return 1;
}
