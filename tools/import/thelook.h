/// thelook.h - TheLook, a clothing shop's tables as CSV files, each optional.
///
/// Source: Google's public data set "thelook_ecommerce": distribution_centers, products, users,
///         inventory_items, orders, order_items, events. Keys: 'thelook:product:1' and so on.
///         A row may name rows of this run or of an earlier one; one that names others is bad.
/// Rules:  docs/import.md tells them to the shopkeeper.
#pragma once

#include <filesystem>

#include "db/db.h"
#include "import/report.h"

namespace importer {

/// Runs inside the caller's transaction.
Summary import_thelook(db::Connection& db, const std::filesystem::path& folder,
                       const Options& options, Report& report);

}  // namespace importer
