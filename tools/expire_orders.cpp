/// expire_orders.cpp - cancels unpaid orders that waited too long, so that their pieces can be sold
/// again. How long that is stands in the settings (orders/expire.h).
///
/// Without --every it looks once and ends: for cron and timers. Any number may run at once.

#include <CLI/CLI.hpp>
#include <iostream>

#include "base/load_config.h"
#include "base/log.h"
#include "base/stop_signal.h"
#include "db/db.h"
#include "orders/expire.h"
#include "orders/gateway_refunds.h"

namespace {

constexpr int kBatch = 100;

struct Options {
  std::string config = "etc/shop.conf";
  std::string secrets = "etc/secret.conf";
  int every = 0;
  bool dry_run = false;
};

/// Who is asked about cards; at most one of them is there.
struct Gateways {
  std::unique_ptr<orders::CardGateway> card{};
  std::optional<orders::HostedGateway> hosted{};
};

/// Money on its way back, and refunds that were made at the payment service itself.
void move_money_back(db::Connection& db, orders::HostedGateway& hosted) {
  const orders::RefundRound round = orders::send_refunds(db, hosted, kBatch, clock_now());
  const int booked = orders::take_outside_refunds(db, kBatch, clock_now());
  if (round.done + round.put_off + round.failed + booked == 0) return;
  std::cout << round.done << " refunds sent, " << round.put_off << " put off, " << round.failed
            << " refused, " << booked << " made elsewhere\n"
            << std::flush;
}

void run_once(db::Connection& db, Gateways& gateways) {
  orders::HostedGateway* hosted = gateways.hosted ? &*gateways.hosted : nullptr;
  if (hosted != nullptr) move_money_back(db, *hosted);
  const orders::Expired expired =
      orders::expire_orders(db, gateways.card.get(), kBatch, clock_now(), hosted);
  if (expired.cancelled + expired.paid + expired.left == 0) return;
  std::cout << expired.cancelled << " cancelled, " << expired.paid << " found to be paid, "
            << expired.left << " left to their payment\n"
            << std::flush;
}

/// Goes on whatever happens: a database that is away comes back.
void run_for_ever(db::Connection& db, Gateways& gateways, int every) {
  while (!stop_wanted()) {
    try {
      db.recover();
      run_once(db, gateways);
    } catch (const std::exception& error) {
      logging::error("", error.what());
    }
    if (!stop_wanted()) pause_for(every);
  }
}

void run(const Options& options) {
  const Config config = load_config(options.config, options.secrets);
  db::Connection db(admin_connection(config), config.statement_timeout_ms);
  if (options.dry_run) {
    std::cout << orders::count_expired_orders(db, clock_now()) << " waited too long\n";
    return;
  }
  Gateways gateways{orders::make_gateway(config.card_gateway), orders::make_hosted_gateway(config)};
  catch_stop_signals();
  if (options.every == 0) return run_once(db, gateways);
  run_for_ever(db, gateways, options.every);
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Cancels unpaid orders that waited too long, and sends refunds on their way"};
  app.add_option("--config", options.config, "settings file")->envname("PARLEY_CONFIG");
  app.add_option("--secrets", options.secrets, "file of secrets, mode 0600")
      ->envname("PARLEY_SECRETS");
  app.add_option("--every", options.every, "go on, looking every so many seconds")
      ->check(CLI::Range(1, 86400));
  app.add_flag("--dry-run", options.dry_run, "only count them");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "expire_orders: " << error.what() << '\n';
  return 1;
}
