/// product_csv_row.h - one row of a CSV file of products, as a person wrote it.
///
/// What the columns mean: product_csv.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/csv_file.h"
#include "base/money.h"
#include "catalog/manage.h"

namespace catalog {

/// The columns that a file of products may have.
CsvFile::Columns product_columns();

/// What stands between several values in one cell: "red | blue".
inline constexpr std::string_view kBetweenValues = " | ";

/// One row on its way into the table `incoming`; nothing where the file has no such column, or
/// where an empty cell leaves things as they are.
struct IncomingProduct {
  std::string sku{};
  std::optional<std::string> name{};
  std::optional<std::string> description{};
  std::optional<std::string> category{};
  std::optional<std::string> brand{};
  std::optional<Money> price{};
  std::optional<bool> withdrawn{};
  std::optional<std::string> family{};
  std::optional<std::vector<std::string>> options{};
  std::vector<Attribute> details{};
};

/// The row at which the file stands; nothing when it is left out, which the file's report then
/// says.
std::optional<IncomingProduct> read_product_row(CsvFile& file);

}  // namespace catalog
