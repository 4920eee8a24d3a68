/// sales_figures.h - sales in numbers.
///
/// Source: tables sales_order, order_line; queries in sql/queries/sales_figures.sql.
/// Units:  money is whole cents; days are UTC. Cancelled and returned orders are no revenue.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace analytics {

/// A span of time, its end not included; nothing: open.
struct Span {
  std::optional<Instant> from{};
  std::optional<Instant> until{};
};

struct DaySales {
  std::string day{};  // "2026-03-01"
  int orders = 0;
  Money revenue{};
};

struct SalesSummary {
  int orders = 0;
  int complete = 0;
  int unpaid = 0;
  int lost = 0;  // cancelled or returned
  int customers = 0;
  std::int64_t pieces = 0;
  Money revenue{};
  Money average{};               // of an order that is revenue
  std::vector<DaySales> days{};  // the latest first, at most a year of them
};
SalesSummary summarise_sales(db::Connection& db, const Span& span);

struct TopProduct {
  std::int64_t product_id = 0;
  std::string name{};
  std::string slug{};
  std::int64_t pieces = 0;
  int orders = 0;
  Money revenue{};
};
/// What was sold most, at most `limit`.
std::vector<TopProduct> list_top_products(db::Connection& db, const Span& span, int limit);

}  // namespace analytics
