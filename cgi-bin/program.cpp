#include "program.h"

#include <cstdlib>
#include <ctime>

#include "accounts/accounts.h"
#include "base/load_config.h"
#include "base/log.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "inventory/inventory.h"
#include "routes.h"
#include "search/past.h"
#include "settings.sql.h"
#include "version.h"
#include "visitor.h"
#include "web/logo.h"
#include "web/meter.h"
#include "web/page.h"
#include "web/site_parts.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string milliseconds(Clock::duration duration) {
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
  return to_decimal(Money{(micros + 5) / 10});  // hundredths of a millisecond
}

/// The pieces of a streamed answer, each on its way at once.
class ExchangeStream : public web::Stream {
 public:
  explicit ExchangeStream(const web::Exchange& exchange) : exchange_(exchange) {}
  bool write(std::string_view piece) override {
    return open_ = open_ && exchange_.send(piece, false);
  }

 private:
  const web::Exchange& exchange_;
  bool open_ = true;
};

/// For the time of one answer, its stream included.
struct Busy {
  Busy() { web::process_meter().set_busy(true); }
  ~Busy() { web::process_meter().set_busy(false); }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
};

std::string who(const web::Request& request) {
  if (!request.visitor.is_signed_in()) return "guest";
  switch (request.visitor.role) {
    case web::Role::guest: return "guest";
    case web::Role::customer: return "customer:" + std::to_string(request.visitor.account_id);
    case web::Role::staff: return "staff:" + std::to_string(request.visitor.account_id);
    case web::Role::admin: return "admin:" + std::to_string(request.visitor.account_id);
  }
  return "guest";
}

}  // namespace

std::string connection_options(const Config& config, std::optional<web::Pool> pool) {
  return pool == web::Pool::admin ? admin_connection(config)
                                  : with_password(config.database, config.database_password);
}

web::Site make_site(const Config& config) {
  web::Site site;
  site.shop_name = config.shop_name;
  site.base_url = config.base_url;
  site.language = config.language;
  site.currency = config.currency;
  site.asset_version = std::string(kVersion);
  site.session_days = config.session_days;
  site.messages = web::Messages::load(config.templates + "/messages." + config.language + ".txt");
  for (const std::string_view origin : split(config.cors_origins, ' ')) {
    if (!origin.empty()) site.cors_origins.emplace_back(origin);
  }
  site.signer = web::Signer::from_setting(config.session_keys);
  return site;
}

Program::Program(Config config, std::optional<web::Pool> pool)
    : config_(std::move(config)), configured_(config_), site_(make_site(config_)) {
  ::setenv("TZ", config_.time_zone.c_str(), 1);
  ::tzset();
  web::load_templates(config_.templates);
  db_ = std::make_unique<db::Connection>(connection_options(config_, pool),
                                         config_.statement_timeout_ms);
  shop_ = std::make_unique<Shop>(*db_, config_, site_);
  visits_ = std::make_unique<Visits>(*db_);
  hooks_ = {.routes = all_routes(), .identify = identify_visitor, .pool = pool};
}

void Program::refresh_navigation(Instant now) {
  // Categories change rarely; ten seconds late is soon enough for a navigation bar.
  if (navigation_read_ + std::chrono::seconds(10) > now) return;
  std::vector<web::NavigationLink> navigation;
  for (const catalog::Category& category : catalog::list_top_categories(*db_)) {
    navigation.push_back(
        {category.name, "/category/" + category.slug, catalog::picture_url(category.image)});
  }
  web::set_navigation(site_, std::move(navigation));
  read_settings();
  constexpr std::size_t kOffered = 12;
  shop_->suggestions->refresh(*db_, shop_->index->stemmer(), now);
  web::set_popular_searches(site_, shop_->suggestions->popular(kOffered));
  navigation_read_ = now;
}

void Program::read_settings() {
  site_.shop_name = config_.shop_name;
  site_.payments_off.clear();
  config_.chat_prompts_per_session = configured_.chat_prompts_per_session;
  config_.llm_prompts_per_session = configured_.llm_prompts_per_session;
  std::string logo;
  for (const db::Row row : db_->run(sql::settings::site_settings)) {
    if (row.text("name") == "shop_name") site_.shop_name = row.string("value");
    if (row.text("name") == "logo") logo = catalog::picture_url(row.text("value"));
    if (row.text("name") == "chat_prompts_per_session") {
      config_.chat_prompts_per_session = row.small("value");
    }
    if (row.text("name") == "llm_prompts_per_session") {
      config_.llm_prompts_per_session = row.small("value");
    }
    if (row.text("name") == "payments_off") {
      for (const std::string_view name : split(row.text("value"), ' ')) {
        site_.payments_off.emplace_back(name);
      }
    }
  }
  web::set_logo_url(std::move(logo));
}

void Program::answer(const web::Exchange& exchange) {
  const Clock::time_point begin = Clock::now();
  const Busy busy;
  web::Request request;
  request.site = &site_;
  request.now = shop_->clock();
  db_->reset_cost();
  try {
    db_->recover();
    sale_clock_.tick(*db_, request.now);
    refresh_navigation(request.now);
  } catch (const std::exception& outage) {
    // Not every page needs the database; those that do will say so themselves.
    logging::error("", outage.what());
  }
  web::Response response = web::dispatch(request, exchange.source, hooks_, *shop_);
  const db::Cost cost = db_->cost();
  response.headers.emplace_back("Server-Timing",
                                "db;dur=" + milliseconds(cost.time) + ";desc=\"" +
                                    std::to_string(cost.calls) +
                                    " calls\", total;dur=" + milliseconds(Clock::now() - begin));
  send(exchange, request, response);
  log(request, response, begin);
  visits_->note(request, response);
}

bool Program::send(const web::Exchange& exchange, const web::Request& request,
                   web::Response& response) {
  std::string text = web::header_text(request, response);
  text += "\r\n";
  if (!request.head_only) text += response.body;
  const bool grows = response.stream && !request.head_only;
  if (!exchange.send(text, !grows) || !grows) return !grows;
  ExchangeStream stream(exchange);
  try {
    response.stream(stream);
  } catch (const std::exception& error) {
    // The head is sent already: all that is left is to say so in words, which the page's own
    // stream function does for what it expects.
    logging::error(request.id, error.what());
    return false;
  }
  return true;
}

void Program::log(const web::Request& request, const web::Response& response,
                  Clock::time_point begin) {
  const db::Cost cost = db_->cost();
  const auto passed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  web::process_meter().count(response.status, static_cast<std::uint64_t>(passed.count()));
  logging::line("req=" + request.id + " status=" + std::to_string(response.status) +
                " ms=" + milliseconds(Clock::now() - begin) + " db_ms=" + milliseconds(cost.time) +
                " db_n=" + std::to_string(cost.calls) + " who=" + who(request) + " " +
                request.method + " " + shortened(request.path, 200));
}

std::string Program::get(const std::string& target, const std::string& as) {
  web::Request request;
  request.site = &site_;
  request.now = shop_->clock();
  request.id = "terminal";
  request.method = "GET";
  const std::size_t mark = target.find('?');
  request.path = target.substr(0, mark);
  request.query_text = mark == std::string::npos ? "" : target.substr(mark + 1);
  request.query = web::parse_fields(request.query_text);
  request.session = web::new_session(request.now);
  if (!as.empty()) {
    const auto account = accounts::find_by_login(*db_, as);
    if (!account) throw std::runtime_error("there is no user '" + as + "'");
    request.session.account_id = account->id;
    request.session.epoch = account->session_epoch;
    request.session.fresh = false;
  }
  sale_clock_.tick(*db_, request.now);
  refresh_navigation(request.now);
  const web::Response response = web::answer(request, hooks_, *shop_);
  return web::header_text(request, response) + "\r\n" + response.body;
}

std::string Program::check_report() {
  std::string report = "version      " + std::string(kVersion) + "\n";
  report += "settings     ok\ntemplates    ok\n";
  report += "routes       " + std::to_string(hooks_.routes.size()) + "\n";
  report += "database     ok, " + std::to_string(catalog::count_products(*db_)) + " products\n";
  const auto problems = inventory::stock_ledger_problems(*db_);
  report += "stock        " +
            std::string(problems.empty() ? "ok" : "counters and units disagree:") + "\n";
  for (const inventory::LedgerProblem& problem : problems) {
    report += "  product " + std::to_string(problem.product_id) + ": counter " +
              std::to_string(problem.counter) + ", units " + std::to_string(problem.units) + "\n";
  }
  return report;
}
