/// main.cpp - shop.fcgi: the web program. Serves one pool of FastCGI workers, answers as CGI, or
/// shows what it knows about itself.

#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

#include "base/load_config.h"
#include "base/log.h"
#include "program.h"
#include "routes.h"
#include "search/index.h"
#include "version.h"
#include "web/meter.h"
#include "web/page.h"
#include "web/server.h"

namespace {

struct Options {
  std::string config = "etc/shop.conf";
  std::string secrets = "etc/secret.conf";
  std::string pool{};
  std::string listen{};
  int workers = 0;
  bool routes = false;
  bool settings = false;
  bool nginx = false;
  bool check = false;
  std::string get{};
  std::string as{};
};

std::optional<web::Pool> to_pool(const std::string& name) {
  for (const web::Pool pool : {web::Pool::shop, web::Pool::chat, web::Pool::admin}) {
    if (web::to_text(pool) == name) return pool;
  }
  return std::nullopt;
}

int workers_of(const Config& config, web::Pool pool) {
  switch (pool) {
    case web::Pool::shop: return config.workers;
    case web::Pool::chat: return config.chat_workers;
    case web::Pool::admin: return config.admin_workers;
  }
  throw std::logic_error("unknown Pool");
}

void print_routes() {
  for (const web::Route& route : all_routes()) {
    std::cout << route.method << '\t' << route.path << '\t' << web::to_text(route.access) << '\t'
              << web::to_text(route.pool) << '\t'
              << (route.kind == web::Kind::page ? "page" : "json") << '\n';
  }
}

void print_settings() {
  for (const SettingHelp& setting : setting_list()) {
    std::cout << setting.name << " = " << setting.standard << "    # " << setting.help
              << (setting.secret ? " (secret.conf)" : "") << '\n';
  }
}

/// "/chat/" of "/chat/{id}/answer"; empty for a path without parts.
std::string prefix_of(const web::Route& route) {
  const std::size_t brace = route.path.find('{');
  return brace == std::string_view::npos ? "" : std::string(route.path.substr(0, brace));
}

/// nginx's locations: everything goes to the shop pool but what the table says otherwise, and what
/// of the shop pool lies below another pool's prefix.
void print_nginx() {
  std::set<std::string> foreign;
  for (const web::Route& route : all_routes()) {
    if (route.pool != web::Pool::shop && !prefix_of(route).empty())
      foreign.insert(prefix_of(route));
  }
  const auto is_below_foreign = [&](const web::Route& route) {
    return std::any_of(foreign.begin(), foreign.end(),
                       [&](const std::string& prefix) { return route.path.starts_with(prefix); });
  };
  std::set<std::string> lines;
  for (const web::Route& route : all_routes()) {
    if (route.pool == web::Pool::shop && !is_below_foreign(route)) continue;
    const std::string pool =
        " { include fastcgi_" + std::string(web::to_text(route.pool)) + ".conf; }";
    const std::string prefix = prefix_of(route);
    if (!prefix.empty()) {
      lines.insert(std::string("location ^~ ").append(prefix).append(pool));
    } else {
      // A slash at the end does not matter, here as in the program.
      const std::string path = "location = " + std::string(route.path);
      lines.insert(path + pool);
      lines.insert(std::string(path).append("/").append(pool));
    }
  }
  for (const std::string& line : lines) std::cout << line << '\n';
}

/// The catalogue's index, made in the parent and shared by the workers that it forks: each copies
/// only what it changes, and none reads the whole catalogue. A worker that is forked later starts
/// from where the parent is by then.
class SharedIndex {
 public:
  SharedIndex(const Config& config, web::Pool pool)
      : options_(connection_options(config, pool)), is_used_(pool != web::Pool::admin) {}

  /// In the parent. A database that is away costs nothing but time: workers then read for
  /// themselves.
  void refresh() {
    if (!is_used_) return;  // staff search seldom
    try {
      db::Connection db(options_);
      index_->refresh(db);
      if (index_->has_learnt_much()) {
        index_ = std::make_unique<search::Index>();
        index_->refresh(db);
      }
    } catch (const std::exception& error) {
      logging::error("", std::string("index: ") + error.what());
      index_ = std::make_unique<search::Index>();
    }
    ::malloc_trim(0);  // what reading needed is not to be inherited
  }

  /// In a worker, which has its own view of the parent's memory.
  std::unique_ptr<search::Index> take() { return std::move(index_); }

 private:
  std::string options_;
  bool is_used_;
  std::unique_ptr<search::Index> index_ = std::make_unique<search::Index>();
};

int serve_pool(const Options& options) {
  const auto pool = to_pool(options.pool);
  if (!pool || options.listen.empty()) {
    std::cerr << "--pool needs 'shop', 'chat' or 'admin', and --listen a socket\n";
    return 2;
  }
  const Config config = load_config(options.config, options.secrets);
  const int workers = options.workers > 0 ? options.workers : workers_of(config, *pool);
  const int listener = web::open_listener(options.listen);
  // Before the workers are forked: they count together.
  const std::filesystem::path socket(options.listen);
  if (socket.has_parent_path()) {
    web::process_meter((socket.parent_path() / (options.pool + ".meter")).string());
  }
  SharedIndex index(config, *pool);
  const auto prepare = [&index] { index.refresh(); };
  return web::serve(listener, workers, prepare, [&index, options, pool]() -> web::Answerer {
    // Inside the worker, so that a reload reads settings and templates anew.
    auto program = std::make_shared<Program>(load_config(options.config, options.secrets), pool);
    program->shop().take(index.take());
    web::process_meter().count_worker();
    return [program](const web::Exchange& exchange) {
      program->answer(exchange);
      const bool is_apart = program->shop().index->has_learnt_much();
      return is_apart ? web::Wish::new_workers : web::Wish::go_on;
    };
  });
}

int run(const Options& options) {
  if (options.routes) print_routes();
  if (options.settings) print_settings();
  if (options.nginx) print_nginx();
  if (options.routes || options.settings || options.nginx) return 0;
  if (options.check) {
    Program program(load_config(options.config, options.secrets), std::nullopt);
    std::cout << program.check_report();
    return 0;
  }
  if (!options.get.empty()) {
    Program program(load_config(options.config, options.secrets), std::nullopt);
    std::cout << program.get(options.get, options.as);
    return 0;
  }
  if (web::is_cgi_call()) {
    Program program(load_config(options.config, options.secrets), std::nullopt);
    web::answer_cgi([&](const web::Exchange& exchange) {
      program.answer(exchange);
      return web::Wish::go_on;
    });
    return 0;
  }
  return serve_pool(options);
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Parley, the shop that you can talk to: the web program"};
  app.set_version_flag("--version", std::string(kVersion));
  app.add_option("--config", options.config, "settings file")->envname("PARLEY_CONFIG");
  app.add_option("--secrets", options.secrets, "file of secrets, mode 0600")
      ->envname("PARLEY_SECRETS");
  app.add_option("--pool", options.pool, "serve this pool by FastCGI: shop, chat or admin");
  app.add_option("--listen", options.listen, "unix socket (or 127.0.0.1:port) of the pool");
  app.add_option("--workers", options.workers, "processes of the pool, instead of the setting");
  app.add_flag("--routes", options.routes,
               "print every route: method, path, who may, pool, page or json");
  app.add_flag("--settings", options.settings, "print every setting with its default");
  app.add_flag("--nginx", options.nginx, "print nginx's locations for the chat and admin pools");
  app.add_flag("--check", options.check,
               "load settings and templates, look at the database, report");
  app.add_option("--get", options.get, "answer one GET of this path on the terminal");
  app.add_option("--as", options.as, "with --get: as this user");
  CLI11_PARSE(app, argc, argv);
  return run(options);
} catch (const std::exception& error) {
  std::cerr << "shop.fcgi: " << error.what() << '\n';
  return 1;
}
