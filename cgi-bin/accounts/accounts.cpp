#include "accounts/accounts.h"

#include "account_safety.sql.h"
#include "accounts.sql.h"
#include "accounts/account_rows.h"
#include "accounts/links.h"
#include "base/text.h"
#include "db/retry.h"
#include "mail/outbox.h"

namespace accounts {
namespace {

/// A hash of nothing in particular: verifying against it takes the time of a real check.
const std::string& dummy_hash(const HashCost& cost) {
  static const std::string hash = hash_password("nobody's password", cost);
  return hash;
}

void tell_about_new_address(db::Connection& db, const Account& before, const Account& after) {
  db.run(sql::account_safety::drop_links_of, after.id);
  // Whoever borrowed the account must not be able to take it over unseen.
  mail::queue_mail(db, {.kind = "email_changed",
                        .recipient = before.profile.email,
                        .facts = {{"name", before.profile.first_name}},
                        .account_id = after.id});
  request_verification(db, after);
}

Taken which_is_taken(const db::ConstraintError& error) {
  if (error.constraint() == "account_username_taken") return Taken::username;
  if (error.constraint() == "account_email_taken") return Taken::email;
  throw error;
}

}  // namespace

Profile to_profile(const db::Row& row) {
  return {.email = row.string("email"),
          .first_name = row.string("first_name"),
          .last_name = row.string("last_name"),
          .phone = row.string("phone"),
          .street = row.string("street"),
          .postal_code = row.string("postal_code"),
          .city = row.string("city"),
          .country = row.string("country")};
}

Account to_account(const db::Row& row) {
  return {
      .id = row.integer("id"),
      .username = row.string("username"),
      .role = row.string("role"),
      .session_epoch = row.small("session_epoch"),
      .created_at = row.instant("created_at"),
      .profile = to_profile(row),
      .email_verified = !row.is_null("email_verified_at"),
      .locked = row.boolean("locked"),
      .has_second_factor = row.boolean("has_second_factor"),
  };
}

std::optional<Account> find_by_login(db::Connection& db, const std::string& login) {
  const auto row = db.first(sql::accounts::account_by_login, login);
  if (!row) return std::nullopt;
  return to_account(*row);
}

std::optional<Account> find_account(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::accounts::account_by_id, id);
  if (!row) return std::nullopt;
  return to_account(*row);
}

std::variant<Account, Taken> register_account(db::Connection& db, const std::string& username,
                                              const Profile& profile, const std::string& password,
                                              const HashCost& cost) {
  const std::string hash = hash_password(password, cost);
  try {
    db::Transaction transaction(db);
    const auto row =
        db.first(sql::accounts::insert_account, username, profile.email, hash, profile.first_name,
                 profile.last_name, profile.phone, profile.city, profile.country);
    const Account account = to_account(row.value());
    request_verification(db, account);
    transaction.commit();
    return account;
  } catch (const db::ConstraintError& error) {
    return which_is_taken(error);
  }
}

std::optional<Account> check_password(db::Connection& db, const std::string& login,
                                      const std::string& password, const HashCost& cost) {
  const auto row = db.first(sql::accounts::account_by_login, login);
  const std::string hash = row ? row->string("password_hash") : "";
  // Made in every case: its first making must not tell that a name is unknown.
  const std::string& dummy = dummy_hash(cost);
  const bool good = is_password(hash.empty() ? dummy : hash, password);
  if (!row || hash.empty() || !good) return std::nullopt;
  return to_account(*row);
}

std::optional<Account> sign_in(db::Connection& db, const std::string& login,
                               const std::string& password, const HashCost& cost) {
  auto account = check_password(db, login, password, cost);
  if (!account || account->locked || account->has_second_factor) return std::nullopt;
  db.run(sql::accounts::note_login, account->id);
  return account;
}

bool is_password_of(db::Connection& db, std::int64_t id, const std::string& password) {
  const auto row = db.first(sql::accounts::account_by_id, id);
  return row && is_password(row->string("password_hash"), password);
}

int change_password(db::Connection& db, std::int64_t id, const std::string& password,
                    const HashCost& cost) {
  const std::string hash = hash_password(password, cost);
  db::Transaction transaction(db);
  const int epoch = db.first(sql::accounts::set_password, id, hash).value().small("session_epoch");
  // A link that was mailed before must not set yet another one.
  db.run(sql::account_safety::drop_links_of, id);
  transaction.commit();
  return epoch;
}

int log_out_everywhere(db::Connection& db, std::int64_t id) {
  return db.first(sql::accounts::next_epoch, id).value().small("session_epoch");
}

bool update_profile(db::Connection& db, std::int64_t id, const Profile& profile) {
  try {
    db::Transaction transaction(db);
    const auto before = find_account(db, id);
    db.run(sql::accounts::update_profile, id, profile.email, profile.first_name, profile.last_name,
           profile.phone, profile.street, profile.postal_code, profile.city, profile.country);
    if (before && to_lower(before->profile.email) != to_lower(profile.email)) {
      tell_about_new_address(db, *before, find_account(db, id).value());
    }
    transaction.commit();
    return true;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() != "account_email_taken") throw;
    return false;
  }
}

Belongings belongings_of(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::accounts::belongings, id);
  return {.open_orders = row->small("open_orders"),
          .orders_on_the_way = row->small("orders_on_the_way"),
          .finished_orders = row->small("finished_orders"),
          .reviews = row->small("reviews"),
          .favorites = row->small("favorites"),
          .conversations = row->small("conversations")};
}

void delete_account(db::Connection& db, std::int64_t id) {
  db::with_retries([&] {
    db::Transaction transaction(db);
    // Orders come before products and the account, as whoever pays or cancels one locks them. An
    // order placed in between is seen by the second look: after it the account takes no more.
    db.run(sql::accounts::lock_orders, id);
    db.run(sql::accounts::lock_account, id);
    db.run(sql::accounts::lock_orders, id);
    const std::string open = db.first(sql::accounts::open_orders, id).value().string("ids");
    db::Pipeline pipeline(db);
    pipeline.add(sql::accounts::lock_products_of_orders, open);
    pipeline.add(sql::accounts::return_units_of_orders, open);
    pipeline.add(sql::accounts::cancel_orders, open);
    pipeline.add(sql::accounts::delete_cart, id);
    pipeline.add(sql::accounts::forget_orders, id);
    pipeline.add(sql::accounts::delete_account, id);
    pipeline.run();
    transaction.commit();
  });
}

void make_staff(db::Connection& db, const std::string& username, const std::string& email,
                const std::string& role, const std::string& permissions,
                const std::string& password) {
  db.run(sql::accounts::upsert_staff, username, email, role, hash_password(password), permissions);
}

}  // namespace accounts
