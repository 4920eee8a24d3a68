/// send_mail.cpp - sends the letters that wait in the database, by SMTP or, when mail_url is
/// empty, as .eml files into mail_folder. Any number of senders may run at once.
///
/// Without --every it sends what is due and ends: for cron and timers.

#include <stdlib.h>
#include <time.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "base/load_config.h"
#include "base/log.h"
#include "base/stop_signal.h"
#include "db/db.h"
#include "mail/deliver.h"
#include "mail/outbox.h"

namespace {

struct Options {
  std::string config = "etc/shop.conf";
  std::string secrets = "etc/secret.conf";
  int every = 0;
  bool dry_run = false;
};

std::unique_ptr<mail::Transport> transport_of(const Config& config) {
  if (config.mail_url.empty()) return mail::make_folder_transport(config.mail_folder);
  // Shorter than the time for which a claimed letter is this sender's alone.
  constexpr int kLongestTimeout = 100;
  return mail::make_smtp_transport({config.mail_url, config.mail_user, config.mail_password,
                                    std::min(config.mail_timeout_s, kLongestTimeout)});
}

int run_once(db::Connection& db, mail::Transport& transport, mail::Sender sender) {
  sender.shop_name = mail::shop_name(db, sender.shop_name);
  mail::forget_old_mail(db, clock_now());
  const mail::Round round = mail::deliver_waiting(db, transport, sender, clock_now, stop_wanted);
  std::cout << round.sent << " sent, " << round.put_off << " put off, " << round.dead
            << " given up\n";
  return round.unreachable.empty() ? 0 : 1;
}

/// Goes on whatever happens: a database or a server that is away comes back.
void run_for_ever(db::Connection& db, mail::Transport& transport, mail::Sender sender, int every) {
  const std::string configured_name = sender.shop_name;
  constexpr int kRoundsBetweenCleanings = 1000;
  for (long rounds = 0; !stop_wanted(); ++rounds) {
    try {
      db.recover();
      if (rounds % kRoundsBetweenCleanings == 0) mail::forget_old_mail(db, clock_now());
      sender.shop_name = mail::shop_name(db, configured_name);
      mail::deliver_waiting(db, transport, sender, clock_now, stop_wanted);
    } catch (const std::exception& error) {
      logging::error("", error.what());
    }
    if (!stop_wanted()) pause_for(every);
  }
}

int run(const Options& options) {
  const Config config = load_config(options.config, options.secrets);
  ::setenv("TZ", config.time_zone.c_str(), 1);
  ::tzset();
  const mail::Sender sender{config.shop_name, config.base_url, config.mail_from, config.currency};
  mail::load_letters(config.templates);
  db::Connection db(admin_connection(config), config.statement_timeout_ms);
  if (options.dry_run) {
    const mail::MailCounts counts = mail::count_mail(db);
    std::cout << counts.waiting << " waiting, " << counts.dead << " given up\n";
    return 0;
  }
  const auto transport = transport_of(config);
  catch_stop_signals();
  if (options.every == 0) return run_once(db, *transport, sender);
  run_for_ever(db, *transport, sender, options.every);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Sends the letters that wait in the database"};
  app.add_option("--config", options.config, "settings file")->envname("PARLEY_CONFIG");
  app.add_option("--secrets", options.secrets, "file of secrets, mode 0600")
      ->envname("PARLEY_SECRETS");
  app.add_option("--every", options.every, "go on, looking every so many seconds")
      ->check(CLI::Range(1, 3600));
  app.add_flag("--dry-run", options.dry_run, "only count what waits");
  CLI11_PARSE(app, argc, argv);
  return run(options);
} catch (const std::exception& error) {
  std::cerr << "send_mail: " << error.what() << '\n';
  return 1;
}
