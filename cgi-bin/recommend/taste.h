/// taste.h - which brands and categories a customer leans to, from what he bought, saved and looked
/// at.
///
/// Source: tables sales_order, favorite, visit_event; query in sql/queries/taste.sql. The setting
///         taste_term (Admin, Models) says how far it counts.
/// Rules:  nothing for accounts that refused to be tracked; whoever sends Global Privacy Control is
///         not asked about (the caller knows the request). It ends with the last midnight (UTC), so
///         that a list stays in its order while somebody turns its pages.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "db/db.h"

namespace recommend {

struct Taste {
  std::unordered_map<std::string, float> brands{};       // 1: the one that he leans to most
  std::unordered_map<std::int64_t, float> categories{};  // the same, by id
  float most = 0;                                        // part of a score that it may add

  bool is_known() const { return most > 0 && (!brands.empty() || !categories.empty()); }
};

/// Unknown for whoever left no sign in the last half year.
Taste taste_of(db::Connection& db, std::int64_t account, Instant now);

}  // namespace recommend
