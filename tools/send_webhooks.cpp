/// send_webhooks.cpp - tells other systems what happened: signed POSTs from the outbox of webhooks.
/// Any number of senders may run at once.
///
/// Without --every it sends what is due and ends: for cron and timers.

#include <curl/curl.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <thread>

#include "base/load_config.h"
#include "base/log.h"
#include "db/db.h"
#include "mail/webhook_sender.h"

namespace {

struct Options {
  std::string config = "etc/shop.conf";
  std::string secrets = "etc/secret.conf";
  int every = 0;
  bool allow_private = false;
  bool dry_run = false;
};

int run_once(db::Connection& db, const mail::SenderRules& rules) {
  mail::forget_old_deliveries(db, clock_now());
  const mail::WebhookRound round = mail::send_due_webhooks(db, rules);
  std::cout << round.delivered << " delivered, " << round.failed << " failed\n";
  return 0;
}

/// Goes on whatever happens: a database that is away comes back.
[[noreturn]] void run_for_ever(db::Connection& db, const mail::SenderRules& rules, int every) {
  while (true) {
    try {
      db.recover();
      mail::send_due_webhooks(db, rules);
    } catch (const std::exception& outage) {
      logging::error("", outage.what());
    }
    std::this_thread::sleep_for(std::chrono::seconds(every));
  }
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Tells other systems what happened in the shop"};
  app.add_option("--config", options.config, "settings file")->envname("PARLEY_CONFIG");
  app.add_option("--secrets", options.secrets, "file of secrets, mode 0600")
      ->envname("PARLEY_SECRETS");
  app.add_option("--every", options.every, "look again after so many seconds, for ever");
  app.add_flag("--allow-private", options.allow_private,
               "also tell machines of one's own network (loopback, 10.0.0.0/8 …)");
  app.add_flag("--dry-run", options.dry_run, "only tell how many deliveries wait");
  CLI11_PARSE(app, argc, argv);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const Config config = load_config(options.config, options.secrets);
  db::Connection db(admin_connection(config), config.statement_timeout_ms);
  if (options.dry_run) {
    std::cout << mail::count_deliveries(db, "waiting") << " waiting\n";
    return 0;
  }
  const mail::SenderRules rules{.allow_private = options.allow_private};
  if (options.every > 0) run_for_ever(db, rules, options.every);
  return run_once(db, rules);
} catch (const std::exception& error) {
  std::cerr << "send_webhooks: " << error.what() << '\n';
  return 1;
}
