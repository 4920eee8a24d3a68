/// people.h - accounts as staff see and change them.
///
/// Who may change staff and admins is decided here once: `Reach::customers` touches customers only.
///
/// Source: table account, queries in sql/queries/people.sql; the last admin is kept by the trigger
///         account_last_admin_stays (sql/migrations/0134_last_admin.sql).
/// Errors: "no such account", and one that is out of reach, are outcomes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounts/accounts.h"

namespace accounts {

struct PeopleFilter {
  std::string words{};  // a part of user name, e-mail or name; empty: all
  std::string role{};   // empty: any
  bool locked_only = false;
  std::optional<std::int64_t> before{};  // further pages: older than this account
};

struct PersonRow {
  std::int64_t id = 0;
  std::string username{};
  std::string email{};
  std::string name{};
  std::string role{};
  Instant created_at{};
  std::optional<Instant> last_login_at{};
  bool locked = false;
  int orders = 0;
};

/// Newest accounts first, at most `limit`.
std::vector<PersonRow> list_people(db::Connection& db, const PeopleFilter& filter, int limit);

struct AccountFilter {
  std::string words{};                // in names or the e-mail address
  std::optional<std::string> role{};  // 'customer', 'staff' or 'admin'
};

struct AccountPage {
  std::vector<Account> accounts{};
  std::int64_t total = 0;
  bool has_more = false;
};

/// Whole accounts by id, at most `limit`, those behind the account `after`: what clients of the API
/// page through.
AccountPage list_accounts(db::Connection& db, const AccountFilter& filter, std::int64_t after,
                          int limit);

/// What a member of staff is allowed; empty for everybody else.
std::vector<std::string> permissions_of(db::Connection& db, std::int64_t id);

struct Person {
  std::int64_t id = 0;
  std::string username{};
  Profile profile{};
  std::string role{};
  std::vector<std::string> permissions{};
  Instant created_at{};
  std::optional<Instant> last_login_at{};
  std::optional<Instant> locked_at{};
  bool email_verified = false;
  bool has_second_factor = false;
  std::string version{};  // changes with every change of the account
  int orders = 0;
  Money spent{};  // by orders that were neither cancelled nor returned
  int reviews = 0;
  int conversations = 0;
};
std::optional<Person> find_person(db::Connection& db, std::int64_t id);

struct PersonOrder {
  std::int64_t id = 0;
  std::string number{};
  std::string state{};
  std::string payment_state{};
  Money total{};
  Instant placed_at{};
};
std::vector<PersonOrder> orders_of_person(db::Connection& db, std::int64_t id, int limit);

/// Whom a member of staff may change.
enum class Reach { customers, everybody };

enum class ChangeOutcome {
  done,
  changed_meanwhile,  // another version than the one seen, or out of reach
  email_taken,
  last_admin,
};

/// `version` is that of the Person whom staff saw; somebody else's change in between is kept.
[[nodiscard]] ChangeOutcome edit_person(db::Connection& db, std::int64_t id, Reach reach,
                                        const std::string& version, const Profile& profile);

/// A locked account cannot log in, and its sessions and tokens end at once.
[[nodiscard]] ChangeOutcome set_locked(db::Connection& db, std::int64_t id, Reach reach,
                                       bool locked, Instant now);

/// Permissions count for staff only; others get none. For admins alone.
[[nodiscard]] ChangeOutcome set_role(db::Connection& db, std::int64_t id, const std::string& role,
                                     const std::vector<std::string>& permissions);

/// delete_account() for staff.
[[nodiscard]] ChangeOutcome delete_person(db::Connection& db, std::int64_t id, Reach reach);

}  // namespace accounts
