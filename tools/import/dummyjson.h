/// dummyjson.h - the catalogue of dummyjson.com: products with attributes and reviews, users,
/// carts.
///
/// Source: products.json, users.json, carts.json as the site serves them, any of them may be
///         missing. Keys: 'dummyjson:product:1', 'dummyjson:user:1', 'dummyjson:cart:1',
///         'dummyjson:reviewer:E-MAIL'.
/// Rules:  tools/import/README.md tells them to the shopkeeper.
#pragma once

#include <filesystem>

#include "db/db.h"
#include "import/report.h"

namespace importer {

/// Runs inside the caller's transaction. Nobody becomes staff and no password is taken over.
Summary import_dummyjson(db::Connection& db, const std::filesystem::path& folder,
                         const Options& options, Report& report);

}  // namespace importer
