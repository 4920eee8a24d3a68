/// predictions_page.cpp - GET /admin/predictions, GET /admin/predictions.csv.
///
/// Template: templates/admin/predictions_page.tpl
/// Test:     tests/page/predictions_page_test.cpp

#include <algorithm>
#include <cmath>

#include "admin/model_view.h"
#include "admin/models_pages.h"
#include "analytics/models.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "predictions_page.tpl.varnames.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::CustomerPrediction;
using analytics::PredictionFilter;
using analytics::PredictionOrder;

constexpr int kShown = 25;
constexpr std::size_t kMostWords = 100;
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

/// "0.03", "less than 0.01": nobody acts on more digits.
std::string days_text(const web::Request& request, double days) {
  constexpr double kLeast = 0.01;
  if (days < kLeast) return request.say({"prediction.hardly"});
  return plain_number(std::round(days * 100) / 100);
}

void fill_row(ctemplate::TemplateDictionary& row, const web::Request& request,
              const CustomerPrediction& prediction) {
  row.SetIntValue(kpp_CUSTOMER_ID, prediction.account_id);
  row.SetValue(kpp_CUSTOMER_NAME, prediction.name.empty() ? prediction.username : prediction.name);
  row.SetValue(kpp_CUSTOMER_CHURN, prediction.churn ? percent_text(*prediction.churn) : "–");
  row.SetValue(kpp_CUSTOMER_SPEND,
               prediction.spend ? to_text(*prediction.spend, request.site->currency) : "–");
  row.SetValue(kpp_CUSTOMER_PURCHASES, days_text(request, prediction.purchases));
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

PredictionFilter read_filter(const web::Request& request) {
  return {.order = request.query.get("by") == "value" ? PredictionOrder::by_value
                                                      : PredictionOrder::by_churn,
          .words = shortened(trimmed(request.query.get("q")), kMostWords),
          .behind = to_integer(request.query.get("behind"), 1).value_or(0)};
}

std::string query_of(const PredictionFilter& filter) {
  return std::string("?by=") + (filter.order == PredictionOrder::by_value ? "value" : "churn") +
         "&q=" + url_encoded(filter.words);
}

void write_csv(web::Stream& stream, Shop& shop, PredictionFilter filter) {
  std::string text;
  add_csv_line(text, {"account", "username", "name", "churn", "expected_spending",
                      "expected_purchases", "cut_off"});
  while (true) {
    const auto rows = analytics::list_predictions(shop.db, filter, kRowsAtOnce);
    for (const CustomerPrediction& row : rows) {
      add_csv_line(
          text, {std::to_string(row.account_id), row.username, row.name,
                 row.churn ? figure_text(*row.churn) : "", row.spend ? to_decimal(*row.spend) : "",
                 figure_text(row.purchases), to_iso(row.cut_at)});
    }
    if (!stream.write(text) || static_cast<int>(rows.size()) < kRowsAtOnce) return;
    text.clear();
    filter.behind = rows.back().account_id;
  }
}

}  // namespace

web::Response predictions_page(const web::Request& request, Shop& shop) {
  const PredictionFilter filter = read_filter(request);
  auto rows = analytics::list_predictions(shop.db, filter, kShown + 1);

  web::Page page(request, "admin/predictions_page.tpl", request.say({"prediction.title"}));
  page.set_noindex();
  auto& body = page.body();
  const bool by_value = filter.order == PredictionOrder::by_value;
  body.ShowSection(by_value ? kpp_BY_VALUE : kpp_BY_CHURN);
  body.SetValue(kpp_QUERY, filter.words);
  body.SetValue(kpp_BY, by_value ? "value" : "churn");
  body.SetValue(kpp_FILE_URL, "/admin/predictions.csv" + query_of(filter));
  const bool asks_for_all = filter.words.empty() && filter.behind == 0;
  if (rows.empty()) body.ShowSection(asks_for_all ? kpp_NONE : kpp_NOBODY_FOLLOWS);
  if (static_cast<int>(rows.size()) > kShown) {
    rows.pop_back();
    body.SetValueAndShowSection(kpp_MORE_URL,
                                "/admin/predictions" + query_of(filter) +
                                    "&behind=" + std::to_string(rows.back().account_id),
                                kpp_MORE);
  }
  if (!rows.empty()) fill_list(*body.AddSectionDictionary(kpp_LIST), request, shop, rows);
  return page.render();
}

web::Response predictions_csv_page(const web::Request& request, Shop& shop) {
  PredictionFilter filter = read_filter(request);
  filter.behind = 0;
  web::Response response = web::csv_response("predictions");
  response.stream = [filter, &shop](web::Stream& stream) { write_csv(stream, shop, filter); };
  return response;
}

}  // namespace admin
