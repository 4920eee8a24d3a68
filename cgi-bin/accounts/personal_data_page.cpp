/// personal_data_page.cpp - GET /account/data and /account/data.json: everything that is stored
/// about the person who asks (GDPR, articles 15 and 20).
///
/// Template: templates/accounts/personal_data_page.tpl
/// Test:     tests/page/personal_data_page_test.cpp

#include <nlohmann/json.hpp>

#include "account_safety.sql.h"
#include "accounts/accounts_pages.h"
#include "personal_data_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace accounts {
namespace {

using Json = nlohmann::ordered_json;

Json data_of(Shop& shop, std::int64_t account_id) {
  const auto row = shop.db.first(sql::account_safety::personal_data, account_id);
  Json data = Json::parse(row->text("data"), nullptr, false);
  if (!data.is_object()) throw web::NotFound("personal data");
  return data;
}

void fill_row(ctemplate::TemplateDictionary& table, const Json& row) {
  auto& entry = *table.AddSectionDictionary(kpdp_ROW);
  for (const auto& [name, value] : row.items()) {
    if (value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()))
      continue;
    auto& cell = *entry.AddSectionDictionary(kpdp_CELL);
    cell.SetValue(kpdp_CELL_NAME, name);
    cell.SetValue(kpdp_CELL_VALUE, value.is_string() ? value.get<std::string>() : value.dump());
  }
}

}  // namespace

web::Response personal_data_page(const web::Request& request, Shop& shop) {
  const Json data = data_of(shop, request.visitor.account_id);
  web::Page page(request, "accounts/personal_data_page.tpl", request.say({"title.personal_data"}));
  page.set_noindex();
  for (const auto& [name, rows] : data.items()) {
    auto& table = *page.body().AddSectionDictionary(kpdp_TABLE);
    table.SetValue(kpdp_TABLE_NAME, name);
    table.SetIntValue(kpdp_TABLE_ROWS, static_cast<long>(rows.size()));
    for (const Json& row : rows) fill_row(table, row);
  }
  return page.render();
}

web::Response personal_data_file(const web::Request& request, Shop& shop) {
  web::Response response;
  response.content_type = "application/json";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"my-data.json\"");
  response.body = data_of(shop, request.visitor.account_id).dump(2) + "\n";
  return response;
}

}  // namespace accounts
