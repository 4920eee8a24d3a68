/// customers_page.cpp - GET /admin/customers and /admin/customers.csv.
///
/// Template: templates/admin/customers_page.tpl
/// Test:     tests/page/customers_page_test.cpp

#include "accounts/people.h"
#include "admin/people_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "customers_page.tpl.varnames.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kShown = 50;
constexpr int kInFile = 100000;

accounts::PeopleFilter read_filter(const web::Request& request) {
  accounts::PeopleFilter filter;
  filter.words = shortened(trimmed(request.query.get("q")), 200);
  const std::string& role = request.query.get("role");
  if (role == "customer" || role == "staff" || role == "admin") filter.role = role;
  filter.locked_only = request.query.get("locked") == "1";
  filter.before = to_integer(request.query.get("before"), 1);
  return filter;
}

std::string query_of(const accounts::PeopleFilter& filter) {
  return "q=" + url_encoded(filter.words) + "&role=" + filter.role +
         (filter.locked_only ? "&locked=1" : "");
}

std::string day_of(const std::optional<Instant>& moment) {
  return moment ? to_day_text(*moment) : "";
}

void fill_row(ctemplate::TemplateDictionary& row, const web::Request& request,
              const accounts::PersonRow& person) {
  row.SetIntValue(kcp_PERSON_ID, person.id);
  row.SetValue(kcp_PERSON_USERNAME, person.username);
  row.SetValue(kcp_PERSON_NAME, person.name);
  row.SetValue(kcp_PERSON_EMAIL, person.email);
  row.SetValue(kcp_PERSON_ROLE, request.say({"customer.role." + person.role}));
  row.SetValue(kcp_PERSON_SINCE, to_day_text(person.created_at));
  row.SetValue(kcp_PERSON_SEEN, day_of(person.last_login_at));
  row.SetIntValue(kcp_PERSON_ORDERS, person.orders);
  if (person.locked) row.ShowSection(kcp_PERSON_LOCKED);
}

}  // namespace

web::Response customers_page(const web::Request& request, Shop& shop) {
  const accounts::PeopleFilter filter = read_filter(request);
  const auto people = accounts::list_people(shop.db, filter, kShown);

  web::Page page(request, "admin/customers_page.tpl", request.say({"title.customers"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kcp_QUERY, filter.words);
  body.SetValue(kcp_FILE_URL, "/admin/customers.csv?" + query_of(filter));
  if (filter.locked_only) body.ShowSection(kcp_LOCKED_CHOSEN);
  for (const auto& [role, section] :
       {std::pair{"customer", kcp_CUSTOMER_CHOSEN}, std::pair{"staff", kcp_STAFF_CHOSEN},
        std::pair{"admin", kcp_ADMIN_CHOSEN}}) {
    if (filter.role == role) body.ShowSection(section);
  }
  for (const accounts::PersonRow& person : people) {
    fill_row(*body.AddSectionDictionary(kcp_PERSON), request, person);
  }
  body.ShowSection(people.empty() ? kcp_NONE : kcp_TABLE);
  if (static_cast<int>(people.size()) == kShown) {
    body.SetValueAndShowSection(
        kcp_OLDER_URL,
        "/admin/customers?" + query_of(filter) + "&before=" + std::to_string(people.back().id),
        kcp_OLDER);
  }
  return page.render();
}

web::Response customers_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("customers");
  add_csv_line(response.body, {"id", "username", "email", "name", "role", "created_at",
                               "last_login_at", "locked", "orders"});
  for (const auto& person : accounts::list_people(shop.db, read_filter(request), kInFile)) {
    add_csv_line(response.body, {std::to_string(person.id), person.username, person.email,
                                 person.name, person.role, to_iso(person.created_at),
                                 person.last_login_at ? to_iso(*person.last_login_at) : "",
                                 person.locked ? "yes" : "no", std::to_string(person.orders)});
  }
  return response;
}

}  // namespace admin
