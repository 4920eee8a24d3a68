// bench_lists.cpp - what a list of recommendations and a prediction cost, in CPU microseconds of
// this program and of its PostgreSQL backends, on a shop whose models are trained. Asked over
// several connections at a time, as a web server does: with one, half of a small query's cost is
// that two processes fall asleep and wake each other up.

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <thread>
#include <vector>

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

/// Of a PostgreSQL backend; 0 when it runs elsewhere.
double backend_microseconds(std::int64_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/schedstat");
  double nanoseconds = 0;
  in >> nanoseconds;
  return nanoseconds / 1e3;
}

class Bench {
 public:
  using Call = std::function<void(db::Connection&, std::size_t)>;

  Bench(const std::string& database, int connections, int calls) : calls_(calls) {
    for (int at = 0; at < connections; ++at) {
      auto& db = *connections_.emplace_back(std::make_unique<db::Connection>(database));
      backends_.push_back(db.first(sql::bench_lists::backend)->integer("pid"));
    }
    std::cout << std::left << std::setw(44) << "CPU microseconds per call" << std::right
              << std::setw(10) << "program" << std::setw(10) << "postgres" << std::setw(10)
              << "total\n";
  }

  db::Connection& db() const { return *connections_.front(); }

  void row(const std::string& name, const Call& call) const {
    constexpr int kWarming = 50;
    run(call, kWarming);
    const double program = own_microseconds();
    const double postgres = backends();
    const int each = calls_ / static_cast<int>(connections_.size());
    run(call, each);
    const double made = static_cast<double>(each) * static_cast<double>(connections_.size());
    const double ours = (own_microseconds() - program) / made;
    const double theirs = (backends() - postgres) / made;
    std::cout << std::left << std::setw(44) << name << std::right << std::fixed
              << std::setprecision(1) << std::setw(10) << ours << std::setw(10) << theirs
              << std::setw(9) << ours + theirs << std::endl;
  }

 private:
  /// So many calls over each connection, all at a time.
  void run(const Call& call, int each) const {
    std::vector<std::jthread> threads;
    for (std::size_t at = 0; at < connections_.size(); ++at) {
      threads.emplace_back([&, at] {
        for (int i = 0; i < each; ++i)
          call(*connections_[at], at * 1009 + static_cast<std::size_t>(i));
      });
    }
  }
  double backends() const {
    double sum = 0;
    for (const std::int64_t pid : backends_) sum += backend_microseconds(pid);
    return sum;
  }

  std::vector<std::unique_ptr<db::Connection>> connections_;
  std::vector<std::int64_t> backends_;
  int calls_;
};

std::vector<std::int64_t> ids(db::Connection& db, const db::Query& query) {
  std::vector<std::int64_t> found;
  for (const db::Row row : db.run(query)) found.push_back(row.integer("id"));
  if (found.empty()) throw std::runtime_error("the models of this shop are not trained");
  return found;
}

/// One customer's features through the active churn model, as tools/retrain does it for all.
void bench_model(const Bench& bench) {
  const auto active = bench.db().first(sql::bench_lists::churn_model);
  if (!active) return;
  const predict::Stacked model(active->string("artifact"));
  const predict::Features all = predict::read_features(bench.db(), active->instant("window_to"));
  const predict::Numbers rows = predict::with_classic(all, 90);
  const std::size_t customers = rows.rows();
  if (customers == 0) return;
  bench.row("a prediction made by the model", [&](db::Connection&, std::size_t i) {
    const auto row = rows.row(i % customers);
    model.chances({rows.columns, {row.begin(), row.end()}});
  });
}

void run(const Bench& bench) {
  constexpr int kShown = 5;
  const auto products = ids(bench.db(), sql::bench_lists::products);
  const auto accounts = ids(bench.db(), sql::bench_lists::accounts);
  const Instant now = clock_now();
  bench.row("the round trip alone",
            [&](db::Connection& db, std::size_t) { db.run(sql::bench_lists::nothing); });
  bench.row("what goes with a product", [&](db::Connection& db, std::size_t i) {
    const std::int64_t one[] = {products[i % products.size()]};
    recommend::goes_with(db, one, kShown);
  });
  bench.row("what goes with a cart of three", [&](db::Connection& db, std::size_t i) {
    const std::int64_t cart[] = {products[i % products.size()], products[(i + 7) % products.size()],
                                 products[(i + 77) % products.size()]};
    recommend::goes_with(db, cart, kShown);
  });
  bench.row("for a customer", [&](db::Connection& db, std::size_t i) {
    recommend::for_account(db, accounts[i % accounts.size()], now, {.fresh = kShown});
  });
  bench.row("for a customer, and what to buy again", [&](db::Connection& db, std::size_t i) {
    recommend::for_account(db, accounts[i % accounts.size()], now,
                           {.fresh = kShown, .again = kShown});
  });
  bench.row("for a newcomer", [&](db::Connection& db, std::size_t) {
    recommend::suggest(db, {.now = now, .limit = kShown});
  });
  bench.row("a prediction as pages read it", [&](db::Connection& db, std::size_t i) {
    analytics::find_prediction(db, accounts[i % accounts.size()]);
  });
  bench_model(bench);
}

}  // namespace

int main(int argc, char** argv) try {
  std::string database;
  int calls = 4000;
  int connections = 4;
  CLI::App app{"Prints what a list of recommendations and a prediction cost on a trained shop."};
  app.add_option("--database", database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_option("--calls", calls, "counted calls a row")
      ->check(CLI::Range(10, 1000000))
      ->capture_default_str();
  app.add_option("--connections", connections, "that ask at the same time")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  run(Bench(database, connections, calls));
  return 0;
} catch (const std::exception& error) {
  std::cerr << "bench_lists: " << error.what() << "\n";
  return 1;
}
