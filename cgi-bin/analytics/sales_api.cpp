/// sales_api.cpp - GET /analytics/sales-summary and /analytics/top-products.
///
/// Test: tests/page/sales_api_test.cpp

#include "analytics/sales_api.h"

#include "analytics/sales_figures.h"
#include "catalog/catalog.h"
#include "shop.h"
#include "web/json_list.h"

namespace analytics {
namespace {

Span read_span(web::QueryForm& query) {
  return {query.moment("from"), query.moment("to")};
}

}  // namespace

web::Response api_sales_summary(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const Span span = read_span(query);
  query.require_good();
  const SalesSummary summary = summarise_sales(shop.db, span);
  web::Json json{{"orders", summary.orders},       {"complete", summary.complete},
                 {"unpaid", summary.unpaid},       {"cancelled_or_returned", summary.lost},
                 {"customers", summary.customers}, {"pieces", summary.pieces}};
  web::put_money(json, "revenue", summary.revenue);
  web::put_money(json, "average_order", summary.average);
  json["currency"] = request.site->currency;
  json["days"] = web::Json::array();
  for (const DaySales& day : summary.days) {
    web::Json row{{"day", day.day}, {"orders", day.orders}};
    web::put_money(row, "revenue", day.revenue);
    json["days"].push_back(std::move(row));
  }
  return web::json_response(json);
}

web::Response api_top_products(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const Span span = read_span(query);
  const int limit = static_cast<int>(query.integer("limit", 1, 100, 10));
  query.require_good();
  web::Json items = web::Json::array();
  for (const TopProduct& product : list_top_products(shop.db, span, limit)) {
    web::Json row{{"product_id", product.product_id},
                  {"name", product.name},
                  {"pieces", product.pieces},
                  {"orders", product.orders}};
    web::put_money(row, "revenue", product.revenue);
    row["url"] =
        web::absolute_url(*request.site, catalog::product_path(product.product_id, product.slug));
    items.push_back(std::move(row));
  }
  const auto total = static_cast<std::int64_t>(items.size());
  return web::json_response(web::list_answer(request, std::move(items), total, 0));
}

}  // namespace analytics
