#include "accounts/accounts.h"

#include "accounts.sql.h"

namespace accounts {

std::optional<Account> find_by_login(db::Connection& db, const std::string& login) {
  const auto row = db.first(sql::accounts::account_by_login, login);
  if (!row) return std::nullopt;
  return Account{row->integer("id"), row->string("username"), row->string("email"),
                 row->small("session_epoch")};
}

}  // namespace accounts
