#include "support/support.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "analytics/events.h"
#include "base/text.h"
#include "program.h"
#include "routes.h"
#include "support/config.h"
#include "tests.sql.h"
#include "visitor.h"
#include "web/page.h"

namespace support {
namespace {

std::string unique(const std::string& stem) {
  static int count = 0;
  return stem + std::to_string(++count);
}

std::string environment(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

Config make_config() {
  Config config = read_config("", "", {});
  config.session_keys = "test:" + to_base64url("a key for tests only, 32 bytes or more");
  config.base_url = "http://shop.example";
  config.card_gateway = "sandbox";
  config.pictures = (std::filesystem::temp_directory_path() /
                     ("parley-test-pictures-" + std::to_string(::getpid())))
                        .string();
  config.templates = environment("PARLEY_TEST_TEMPLATES", "templates");
  return config;
}

}  // namespace

Instant noon() {
  using namespace std::chrono;
  return Instant(sys_days(year(2026) / March / 1) + hours(12));
}

db::Connection& test_database() {
  static const std::string options = environment("PARLEY_TEST_DATABASE", "");
  if (options.empty()) throw std::runtime_error("PARLEY_TEST_DATABASE is not set; use make check");
  static db::Connection connection(options, 10000);
  static const bool has_months = [] {  // of the events that tests write
    analytics::prepare_event_months(connection, noon());
    return true;
  }();
  (void)has_months;
  return connection;
}

Config& changeable_config() {
  static Config config = make_config();
  return config;
}

const Config& test_config() {
  return changeable_config();
}

const web::Site& test_site() {
  static const web::Site site = [] {
    web::load_templates(test_config().templates);
    return make_site(test_config());
  }();
  return site;
}

RolledBack::RolledBack()
    : db(test_database()), transaction(db), shop(db, test_config(), test_site()) {
  shop.clock = noon;
}

std::int64_t make_product(db::Connection& db, const ProductMaker& maker) {
  const auto category =
      db.first(sql::tests::category_named, to_slug(maker.category), maker.category);
  std::optional<std::int64_t> brand;
  if (!maker.brand.empty()) {
    brand = db.first(sql::tests::brand_named, to_slug(maker.brand), maker.brand)->integer("id");
  }
  const std::string sku = maker.sku.empty() ? unique("SKU-") : maker.sku;
  const auto product =
      db.first(sql::tests::make_product, sku, to_slug(maker.name), maker.name, maker.description,
               category->integer("id"), brand, maker.price, maker.in_stock);
  int position = 0;
  for (const auto& [name, value] : maker.attributes) {
    db.run(sql::tests::make_attribute, product->integer("id"), ++position, name, value);
  }
  db.run(sql::tests::make_units, product->integer("id"), maker.in_stock, maker.price);
  return product->integer("id");
}

std::int64_t make_account(db::Connection& db, const AccountMaker& maker) {
  const std::string username = maker.username.empty() ? unique("customer") : maker.username;
  return db
      .first(sql::tests::make_account, username, username + "@example.com", maker.first_name,
             maker.role, maker.country, maker.permissions)
      ->integer("id");
}

void make_rules(db::Connection& db) {
  db.run(sql::tests::make_tax_rates);
  db.run(sql::tests::make_shipping_methods);
}

PageTest::PageTest() : session(web::new_session(noon())) {}

void PageTest::sign_in(std::int64_t account_id) {
  session = web::new_session(noon());
  session.account_id = account_id;
  session.fresh = false;
}

web::Request PageTest::request_for(const std::string& method, const std::string& target) {
  web::Request request;
  request.site = &shop.site;
  request.now = shop.clock();
  request.id = "test";
  request.host = "shop.example";
  request.method = method;
  const std::size_t mark = target.find('?');
  request.path = url_decoded(target.substr(0, mark), false);
  request.query_text = mark == std::string::npos ? "" : target.substr(mark + 1);
  request.query = web::parse_fields(request.query_text);
  request.session = session;
  request.notice = notice;
  request.notice_is_warning = notice_is_warning;
  request.remote_address = "192.0.2.1";
  return request;
}

web::Response PageTest::answer(web::Request& request) {
  const web::Hooks hooks{.routes = all_routes(), .identify = identify_visitor, .pool = {}};
  web::Response response = web::answer(request, hooks, shop);
  if (response.new_session) {
    session = *response.new_session;
    session.fresh = false;
  } else if (session.fresh && !response.is_api &&
             (response.keep_session || (!request.is_get() && response.status < 400))) {
    session = request.session;
    session.fresh = false;
  }
  notice = response.notice;
  notice_is_warning = response.notice_is_warning;
  return response;
}

web::Response PageTest::get(const std::string& target) {
  web::Request request = request_for("GET", target);
  return answer(request);
}

web::Response PageTest::post(const std::string& path, const Pairs& form) {
  web::Request request = request_for("POST", path);
  request.content_type = "application/x-www-form-urlencoded";
  for (const auto& [name, value] : form) request.form.add(name, value);
  if (!request.form.has("csrf")) request.form.add("csrf", request.csrf_token());
  return answer(request);
}

web::Response PageTest::upload(const std::string& path, const Pairs& form,
                               const std::vector<web::Upload>& files) {
  web::Request request = request_for("POST", path);
  request.content_type = "multipart/form-data; boundary=test";
  for (const auto& [name, value] : form) request.form.add(name, value);
  if (!request.form.has("csrf")) request.form.add("csrf", request.csrf_token());
  request.files = files;
  return answer(request);
}

web::Response PageTest::follow(const web::Response& response) {
  const std::string where = location(response);
  if (where.empty()) throw std::logic_error("the answer is no redirect");
  return get(where);
}

bool contains(const web::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

std::string header(const web::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

std::string location(const web::Response& response) {
  return header(response, "Location");
}

}  // namespace support
