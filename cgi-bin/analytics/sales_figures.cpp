#include "analytics/sales_figures.h"

#include "sales_figures.sql.h"

namespace analytics {

SalesSummary summarise_sales(db::Connection& db, const Span& span) {
  constexpr int kMostDays = 366;
  db::Pipeline pipeline(db);
  const int totals = pipeline.add(sql::sales_figures::sales_summary, span.from, span.until);
  const int days = pipeline.add(sql::sales_figures::sales_by_day, span.from, span.until, kMostDays);
  pipeline.run();
  const db::Result rows = pipeline.take(totals);
  const db::Row row = rows[0];
  SalesSummary summary{.orders = row.small("orders"),
                       .complete = row.small("complete"),
                       .unpaid = row.small("unpaid"),
                       .lost = row.small("lost"),
                       .customers = row.small("customers"),
                       .pieces = row.integer("pieces"),
                       .revenue = row.money("revenue_cents"),
                       .average = row.money("average_cents")};
  for (const db::Row day : pipeline.take(days)) {
    summary.days.push_back({day.string("day"), day.small("orders"), day.money("revenue_cents")});
  }
  return summary;
}

std::vector<TopProduct> list_top_products(db::Connection& db, const Span& span, int limit) {
  std::vector<TopProduct> products;
  for (const db::Row row : db.run(sql::sales_figures::top_products, span.from, span.until, limit)) {
    products.push_back({row.integer("product_id"), row.string("name"), row.string("slug"),
                        row.integer("pieces"), row.small("orders"), row.money("revenue_cents")});
  }
  return products;
}

}  // namespace analytics
