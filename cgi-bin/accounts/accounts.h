/// accounts.h - people who can sign in: making, changing and deleting their accounts.
///
/// Source: table account (sql/migrations/0002_accounts.sql), queries in sql/queries/accounts.sql.
/// Units:  times are UTC.
/// Errors: "no such account" is an empty result; a taken name is an outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "accounts/password.h"
#include "db/db.h"

namespace accounts {

/// What a person tells of himself.
struct Profile {
  std::string email{};
  std::string first_name{};
  std::string last_name{};
  std::string phone{};
  std::string street{};
  std::string postal_code{};
  std::string city{};
  std::string country{};  // ISO 3166-1 alpha-2, or empty
};

struct Account {
  std::int64_t id = 0;
  std::string username{};
  std::string role{};  // 'customer', 'staff' or 'admin'
  int session_epoch = 0;
  Instant created_at{};
  Profile profile{};
  bool email_verified = false;
  bool locked = false;  // by staff: cannot log in
  bool has_second_factor = false;
};

/// The account with this user name or e-mail address.
std::optional<Account> find_by_login(db::Connection& db, const std::string& login);

std::optional<Account> find_account(db::Connection& db, std::int64_t id);

enum class Taken { username, email };

/// The new account, or which of its names somebody else has (upper and lower case are the same).
/// A letter asks to confirm the e-mail address.
std::variant<Account, Taken> register_account(db::Connection& db, const std::string& username,
                                              const Profile& profile, const std::string& password,
                                              const HashCost& cost = kUsualCost);

/// The account when the password is right, even when more is needed to log in (a second factor) or
/// nothing will help (a lock); nothing for a wrong password and for an unknown name, after the same
/// time.
std::optional<Account> check_password(db::Connection& db, const std::string& login,
                                      const std::string& password,
                                      const HashCost& cost = kUsualCost);

/// The account when the password is right and enough: nothing for a locked account, and for one
/// with a second factor, whose owner must log in on the page.
std::optional<Account> sign_in(db::Connection& db, const std::string& login,
                               const std::string& password, const HashCost& cost = kUsualCost);

/// True when this is the account's password.
bool is_password_of(db::Connection& db, std::int64_t id, const std::string& password);

/// Sets the password and ends every session; returns the new session epoch.
int change_password(db::Connection& db, std::int64_t id, const std::string& password,
                    const HashCost& cost = kUsualCost);

/// Ends every session of the account; returns the new session epoch.
int log_out_everywhere(db::Connection& db, std::int64_t id);

/// False when the e-mail address belongs to somebody else; then nothing is changed. Another address
/// is asked to confirm itself, and the one before is told.
[[nodiscard]] bool update_profile(db::Connection& db, std::int64_t id, const Profile& profile);

/// What deleting an account would do, for the page that asks.
struct Belongings {
  int open_orders = 0;        // neither paid, being paid nor shipped: will be cancelled
  int orders_on_the_way = 0;  // keep their address until they are delivered
  int finished_orders = 0;    // stay for the books, without name and address
  int reviews = 0;
  int favorites = 0;
  int conversations = 0;
};
Belongings belongings_of(db::Connection& db, std::int64_t id);

/// Deletes the account and everything tied to it. Unpaid, unshipped orders are cancelled and their
/// pieces go back on the shelf; other orders stay for the books without any tie to the person, and
/// so do those whose payment is under way or of unknown outcome.
void delete_account(db::Connection& db, std::int64_t id);

/// Creates an account of this role, or gives an existing one the role; sets its password.
/// `permissions` with commas between them ("orders,stock"); empty for an admin, who may everything.
/// Throws db::ConstraintError for an unknown permission.
void make_staff(db::Connection& db, const std::string& username, const std::string& email,
                const std::string& role, const std::string& permissions,
                const std::string& password);

}  // namespace accounts
