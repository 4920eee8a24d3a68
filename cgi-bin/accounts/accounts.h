/// accounts.h - people who can sign in.
///
/// Source: table account (sql/migrations/0002_accounts.sql), queries in sql/queries/accounts.sql.
/// Errors: "no such account" is an empty result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "db/db.h"

namespace accounts {

struct Account {
  std::int64_t id = 0;
  std::string username{};
  std::string email{};
  int session_epoch = 0;
};

/// The account with this user name or e-mail address.
std::optional<Account> find_by_login(db::Connection& db, const std::string& login);

}  // namespace accounts
