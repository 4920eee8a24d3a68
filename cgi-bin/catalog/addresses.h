/// addresses.h - every page that search engines should know.
#pragma once

#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

/// Paths on this site of categories, policies and products, at most `limit`.
std::vector<std::string> list_addresses(db::Connection& db, int limit);

}  // namespace catalog
