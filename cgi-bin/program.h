/// program.h - one process of the web program: its settings, its database connection, its pages.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/config.h"
#include "catalog/sales.h"
#include "db/db.h"
#include "shop.h"
#include "visits.h"
#include "web/dispatch.h"
#include "web/server.h"

class Program {
 public:
  /// Loads templates and messages and connects; throws what went wrong. `pool`: answer only its
  /// routes; unset answers all (CGI, the terminal, tests).
  Program(Config config, std::optional<web::Pool> pool);

  /// Answers one request and writes its log line.
  void answer(const web::Exchange& exchange);

  /// Header and body of a GET, as user `as` (nobody when empty).
  std::string get(const std::string& target, const std::string& as);

  /// What --check prints.
  std::string check_report();

  Shop& shop() { return *shop_; }
  const web::Hooks& hooks() const { return hooks_; }
  const web::Site& site() const { return site_; }

 private:
  bool send(const web::Exchange& exchange, const web::Request& request, web::Response& response);
  void log(const web::Request& request, const web::Response& response,
           std::chrono::steady_clock::time_point begin);
  void refresh_navigation(Instant now);
  /// What the shopkeeper set by form wins over shop.conf.
  void read_settings();

  Config config_;
  const Config configured_;  // as the files say
  web::Site site_;
  std::unique_ptr<db::Connection> db_;
  std::unique_ptr<Shop> shop_;
  web::Hooks hooks_;
  Instant navigation_read_{};
  catalog::SaleClock sale_clock_{};
  std::unique_ptr<Visits> visits_;
};

/// The connection string of a pool, password included.
std::string connection_options(const Config& config, std::optional<web::Pool> pool);

/// Shop name, messages, keys: everything of the site that the settings tell.
web::Site make_site(const Config& config);
