/// audit_page.cpp - GET /admin/audit and /admin/audit.csv: who changed what, when and from where.
///
/// Template: templates/admin/audit_page.tpl
/// Test:     tests/page/audit_page_test.cpp

#include <nlohmann/json.hpp>

#include "admin/people_pages.h"
#include "audit.sql.h"
#include "audit_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kShown = 50;
constexpr std::size_t kValueShown = 300;  // characters

struct Filter {
  std::string table{};
  std::string key{};
  std::string actor{};
  std::string from{};  // "2026-03-01", or empty
  std::string to{};
  std::optional<std::int64_t> before{};
};

/// The text when it is a day, else nothing.
std::string day_of(const std::string& text) {
  const bool is_day = text.size() == 10 && parse_instant(text + "T00:00:00Z").has_value();
  return is_day ? text : "";
}

Filter read_filter(const web::Request& request) {
  return {.table = shortened(trimmed(request.query.get("table")), 60),
          .key = shortened(trimmed(request.query.get("key")), 100),
          .actor = shortened(trimmed(request.query.get("actor")), 60),
          .from = day_of(request.query.get("from")),
          .to = day_of(request.query.get("to")),
          .before = to_integer(request.query.get("before"), 1)};
}

std::string query_of(const Filter& filter) {
  return "?table=" + url_encoded(filter.table) + "&key=" + url_encoded(filter.key) +
         "&actor=" + url_encoded(filter.actor) + "&from=" + filter.from + "&to=" + filter.to;
}

std::string address_of(const Filter& filter, std::int64_t before) {
  return "/admin/audit" + query_of(filter) + "&before=" + std::to_string(before);
}

std::string words_of(const Json& values, const std::string& name) {
  const auto value = values.find(name);
  if (value == values.end() || value->is_null()) return "";
  return shortened(value->is_string() ? value->get<std::string>() : value->dump(), kValueShown);
}

Json values_of(const db::Row& row, std::string_view column) {
  Json values = Json::parse(row.text(column), nullptr, false);
  return values.is_object() ? values : Json::object();
}

void fill_entry(ctemplate::TemplateDictionary& entry, const web::Request& request,
                const db::Row& row) {
  entry.SetIntValue(kap_ENTRY_ID, row.integer("id"));
  entry.SetValue(kap_ENTRY_AT, to_minute_text(row.instant("at")));
  entry.SetValue(kap_ENTRY_ACTOR, row.string("actor"));
  entry.SetValue(kap_ENTRY_ADDRESS, row.string("address"));
  entry.SetValue(kap_ENTRY_REQUEST, row.string("request"));
  entry.SetValue(kap_ENTRY_DATABASE_ROLE, row.string("database_role"));
  entry.SetValue(kap_ENTRY_ACTION, request.say({"audit.action." + row.string("action")}));
  entry.SetValue(kap_ENTRY_TABLE, row.string("subject"));
  entry.SetValue(kap_ENTRY_KEY, row.string("subject_key"));
  const Json before = values_of(row, "before");
  const Json after = values_of(row, "after");
  for (const auto& [name, value] : (after.empty() ? before : after).items()) {
    auto& change = *entry.AddSectionDictionary(kap_CHANGE);
    change.SetValue(kap_CHANGE_NAME, name);
    change.SetValue(kap_CHANGE_BEFORE, words_of(before, name));
    change.SetValue(kap_CHANGE_AFTER, words_of(after, name));
  }
}

constexpr int kRowsInFile = 20000;

}  // namespace

web::Response audit_file(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  web::Response response = web::csv_response("audit");
  add_csv_line(response.body, {"id", "at", "actor", "address", "request", "database_role", "action",
                               "table", "key", "before", "after"});
  for (const db::Row row :
       shop.db.run(sql::audit::audit_list, filter.table, filter.key, filter.actor, filter.from,
                   filter.to, filter.before, kRowsInFile)) {
    add_csv_line(response.body, {row.text("id"), to_iso(row.instant("at")), row.text("actor"),
                                 row.text("address"), row.text("request"),
                                 row.text("database_role"), row.text("action"), row.text("subject"),
                                 row.text("subject_key"), row.text("before"), row.text("after")});
  }
  return response;
}

web::Response audit_page(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  db::Pipeline pipeline(shop.db);
  const int list = pipeline.add(sql::audit::audit_list, filter.table, filter.key, filter.actor,
                                filter.from, filter.to, filter.before, kShown);
  const int tables = pipeline.add(sql::audit::audit_subjects);
  pipeline.run();
  const db::Result entries = pipeline.take(list);

  web::Page page(request, "admin/audit_page.tpl", request.say({"title.audit"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kap_KEY, filter.key);
  body.SetValue(kap_ACTOR, filter.actor);
  body.SetValue(kap_FROM, filter.from);
  body.SetValue(kap_TO, filter.to);
  body.SetValue(kap_FILE, "/admin/audit.csv" + query_of(filter));
  for (const db::Row row : pipeline.take(tables)) {
    auto& choice = *body.AddSectionDictionary(kap_TABLE);
    choice.SetValue(kap_TABLE_NAME, row.string("subject"));
    if (row.text("subject") == filter.table) choice.ShowSection(kap_TABLE_CHOSEN);
  }
  for (const db::Row row : entries) {
    fill_entry(*body.AddSectionDictionary(kap_ENTRY), request, row);
  }
  if (entries.empty()) body.ShowSection(kap_NONE);
  if (entries.size() == kShown) {
    body.SetValueAndShowSection(kap_OLDER_URL,
                                address_of(filter, entries[kShown - 1].integer("id")), kap_OLDER);
  }
  return page.render();
}

}  // namespace admin
