/// order_csv_rows.h - the rows of a CSV file of orders, put together to orders.
///
/// What the columns mean: order_csv.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/csv_file.h"
#include "base/money.h"

namespace orders {

CsvFile::Columns order_columns();

/// One row: pieces of one product.
struct CsvOrderLine {
  std::int64_t line = 0;  // of the file
  std::string sku{};
  std::string product{};  // its name in the order; empty: as it is called today
  int quantity = 0;
  Money unit_price{};
};

/// What all rows of an order say alike. Nothing where the file has no such column.
struct CsvOrder {
  std::int64_t line = 0;  // of its first row
  std::int64_t rows = 0;
  std::string number{};
  std::string state{};
  std::string payment{};
  std::string fulfilment{};
  std::string currency{};
  Instant placed_at{};
  Money subtotal{};
  Money discount{};
  Money shipping{};
  Money tax{};
  Money total{};
  std::string tax_name{};
  std::optional<int> tax_rate_bp{};
  std::optional<bool> tax_included{};  // nothing: whatever makes the sum right
  std::optional<std::string> email{};
  std::optional<std::string> name{};
  std::optional<std::string> street{};
  std::optional<std::string> postal_code{};
  std::optional<std::string> city{};
  std::optional<std::string> country{};
  std::optional<std::string> phone{};
  std::string shipping_name{};
  std::string payment_method{};
  std::optional<Instant> paid_at{};
  std::optional<Instant> shipped_at{};
  std::optional<Instant> delivered_at{};
  std::optional<Instant> cancelled_at{};
  std::vector<CsvOrderLine> lines{};
};

/// Reads the whole file. Orders with a row that cannot be used are left out whole, which the file's
/// report then says row by row.
std::vector<CsvOrder> read_orders(CsvFile& file, const std::string& currency, Instant now);

}  // namespace orders
