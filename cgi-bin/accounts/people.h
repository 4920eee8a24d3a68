/// people.h - accounts as an admin sees and changes them.
///
/// Source: table account; queries in sql/queries/people.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounts/accounts.h"

namespace accounts {

struct PeopleFilter {
  std::string words{};                // in names or the e-mail address
  std::optional<std::string> role{};  // 'customer', 'staff' or 'admin'
};

struct PeoplePage {
  std::vector<Account> people{};
  std::int64_t total = 0;
  bool has_more = false;
};

/// By id, at most `limit`, those behind the account `after`.
PeoplePage list_people(db::Connection& db, const PeopleFilter& filter, std::int64_t after,
                       int limit);

/// The role, and what a member of staff is allowed by it. Throws db::ConstraintError for an unknown
/// role or permission; false when there is no such account.
[[nodiscard]] bool set_role(db::Connection& db, std::int64_t id, const std::string& role,
                            const std::vector<std::string>& permissions);

std::vector<std::string> permissions_of(db::Connection& db, std::int64_t id);

}  // namespace accounts
