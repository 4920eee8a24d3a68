/// predictions_page.cpp - GET /admin/predictions, GET /admin/predictions.csv.
///
/// Template: templates/admin/predictions_page.tpl
/// Test:     tests/page/predictions_page_test.cpp

#include <algorithm>

#include "admin/model_view.h"
#include "admin/models_pages.h"
#include "analytics/models.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "predictions_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::CustomerPrediction;
using analytics::PredictionOrder;

constexpr int kShown = 25;
constexpr int kRowsAtOnce = 1000;

/// "+ days since the last purchase": what speaks for leaving, and with a minus against it.
std::string reasons_text(const web::Request& request, const CustomerPrediction& prediction) {
  constexpr std::size_t kMostReasons = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMostReasons, prediction.reasons.size()); ++i) {
    const auto& [feature, adds] = prediction.reasons[i];
    if (!text.empty()) text += ", ";
    text += (adds > 0 ? "+ " : "− ") + feature_name(request, feature);
  }
  return text;
}

void fill_row(ctemplate::TemplateDictionary& row, const web::Request& request,
              const CustomerPrediction& prediction) {
  row.SetIntValue(kpp_CUSTOMER_ID, prediction.account_id);
  row.SetValue(kpp_CUSTOMER_NAME, prediction.name.empty() ? prediction.username : prediction.name);
  row.SetValue(kpp_CUSTOMER_CHURN, prediction.churn ? percent_text(*prediction.churn) : "–");
  row.SetValue(kpp_CUSTOMER_SPEND,
               prediction.spend ? to_text(*prediction.spend, request.site->currency) : "–");
  row.SetValue(kpp_CUSTOMER_PURCHASES, figure_text(prediction.purchases));
  row.SetValue(kpp_CUSTOMER_REASONS, reasons_text(request, prediction));
}

void fill_list(ctemplate::TemplateDictionary& list, const web::Request& request, Shop& shop,
               const std::vector<CustomerPrediction>& rows) {
  list.SetIntValue(kpp_LIST_DAYS, horizon_days(shop.db));
  list.SetValue(kpp_LIST_CUT, to_day_text(rows.front().cut_at));
  for (const CustomerPrediction& row : rows) {
    fill_row(*list.AddSectionDictionary(kpp_CUSTOMER), request, row);
  }
}

std::string address_of(PredictionOrder order, std::int64_t after) {
  return std::string("/admin/predictions?by=") +
         (order == PredictionOrder::by_value ? "value" : "churn") +
         "&after=" + std::to_string(after);
}

void write_csv(web::Stream& stream, Shop& shop) {
  std::string text;
  add_csv_line(text, {"account", "username", "name", "churn", "expected_spending",
                      "expected_purchases", "cut_off"});
  for (std::int64_t after = 0;;) {
    const auto rows =
        analytics::list_predictions(shop.db, PredictionOrder::by_churn, kRowsAtOnce, after);
    for (const CustomerPrediction& row : rows) {
      add_csv_line(
          text, {std::to_string(row.account_id), row.username, row.name,
                 row.churn ? figure_text(*row.churn) : "", row.spend ? to_decimal(*row.spend) : "",
                 figure_text(row.purchases), to_iso(row.cut_at)});
    }
    if (!stream.write(text) || static_cast<int>(rows.size()) < kRowsAtOnce) return;
    text.clear();
    after = rows.back().account_id;
  }
}

}  // namespace

web::Response predictions_page(const web::Request& request, Shop& shop) {
  const auto order =
      request.query.get("by") == "value" ? PredictionOrder::by_value : PredictionOrder::by_churn;
  const std::int64_t after = to_integer(request.query.get("after"), 0).value_or(0);
  auto rows = analytics::list_predictions(shop.db, order, kShown + 1, after);

  web::Page page(request, "admin/predictions_page.tpl", request.say({"prediction.title"}));
  page.set_noindex();
  auto& body = page.body();
  body.ShowSection(order == PredictionOrder::by_value ? kpp_BY_VALUE : kpp_BY_CHURN);
  if (rows.empty()) body.ShowSection(after == 0 ? kpp_NONE : kpp_NOBODY_FOLLOWS);
  if (static_cast<int>(rows.size()) > kShown) {
    rows.pop_back();
    body.AddSectionDictionary(kpp_MORE)->SetValue(kpp_MORE_URL,
                                                  address_of(order, rows.back().account_id));
  }
  if (!rows.empty()) fill_list(*body.AddSectionDictionary(kpp_LIST), request, shop, rows);
  return page.render();
}

web::Response predictions_csv_page(const web::Request&, Shop& shop) {
  web::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"predictions.csv\"");
  response.stream = [&shop](web::Stream& stream) { write_csv(stream, shop); };
  return response;
}

}  // namespace admin
