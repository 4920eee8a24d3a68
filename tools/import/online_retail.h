/// online_retail.h - the invoices of a real gift shop as this shop's products, customers and
/// orders.
///
/// Source: UCI Machine Learning Repository, "Online Retail" (Chen 2015), one CSV file with the
///         columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID,
///         Country. Keys: 'online-retail:85123A', 'online-retail:customer:17850',
///         'online-retail:invoice:536365'.
/// Rules:  docs/import.md tells them to the shopkeeper.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "db/db.h"
#include "import/report.h"

namespace importer {

/// What one invoice row means, as text of one letter in the staging table.
enum class RowKind : char {
  sale = 'S',
  cancellation = 'C',
  postage = 'P',  // part of the order's shipping costs
};

struct InvoiceRow {
  std::string_view invoice{};
  std::string code{};  // in capitals
  std::string_view description{};
  std::int64_t quantity = 0;
  Money price{};  // of one piece
  bool has_customer = false;
};

/// The kind of a row that becomes part of an order, or why it does not.
struct Classified {
  std::optional<RowKind> kind{};
  Verdict verdict = Verdict::left_out;
  std::string reason{};
};
Classified classify(const InvoiceRow& row);

/// True for texts that describe goods; false for notes of the warehouse such as "?" or "damaged".
bool names_a_product(std::string_view description);

/// Runs inside the caller's transaction.
Summary import_online_retail(db::Connection& db, const std::filesystem::path& file,
                             const Options& options, Report& report);

}  // namespace importer
