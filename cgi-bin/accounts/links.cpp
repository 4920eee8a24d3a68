#include "accounts/links.h"

#include "account_safety.sql.h"
#include "base/hash.h"
#include "base/random.h"
#include "mail/outbox.h"

namespace accounts {
namespace {

constexpr const char* kReset = "password_reset";
constexpr const char* kVerification = "email_verification";
constexpr std::size_t kKeyBytes = 32;

/// A new link's key; the account's id, or 0 when nobody has the address.
std::pair<std::string, std::int64_t> add_link(db::Connection& db, const char* purpose,
                                              const std::string& email, int hours) {
  db.run(sql::account_safety::drop_dead_links);
  std::string key = random_token(kKeyBytes);
  const auto row = db.first(sql::account_safety::add_link, sha256(key), purpose, email, hours);
  return {std::move(key), row->integer("account_id")};
}

}  // namespace

void request_reset(db::Connection& db, const std::string& email) {
  db::Transaction transaction(db);
  const auto [key, account_id] = add_link(db, kReset, email, kResetHours);
  const auto account = find_account(db, account_id);
  if (account) {
    mail::queue_mail(db, {.kind = kReset,
                          .recipient = account->profile.email,
                          .facts = {{"name", account->profile.first_name}, {"hours", kResetHours}},
                          .secret = {{"link", "/password/reset?key=" + key}},
                          .account_id = account_id});
  }
  transaction.commit();
}

void request_verification(db::Connection& db, const Account& account) {
  db::Transaction transaction(db);
  const std::string& email = account.profile.email;
  const std::string key = add_link(db, kVerification, email, kVerifyHours).first;
  mail::queue_mail(
      db,
      {.kind = kVerification,
       .recipient = email,
       .facts = {{"name", account.profile.first_name}, {"email", email}, {"hours", kVerifyHours}},
       .secret = {{"link", "/account/verify?key=" + key}},
       .account_id = account.id});
  transaction.commit();
}

std::optional<LinkOwner> owner_of_reset(db::Connection& db, const std::string& key) {
  const auto row = db.first(sql::account_safety::account_of_link, sha256(key), kReset);
  if (!row) return std::nullopt;
  return LinkOwner{row->integer("id"), row->string("username"), row->string("email")};
}

bool reset_password(db::Connection& db, const std::string& key, const std::string& password,
                    const HashCost& cost) {
  db::Transaction transaction(db);
  const auto row = db.first(sql::account_safety::use_link, sha256(key), kReset);
  if (!row) return false;
  change_password(db, row->integer("id"), password, cost);
  // The letter reached its reader.
  db.run(sql::account_safety::mark_verified, row->integer("id"));
  transaction.commit();
  return true;
}

bool verify_email(db::Connection& db, const std::string& key) {
  db::Transaction transaction(db);
  const auto row = db.first(sql::account_safety::use_link, sha256(key), kVerification);
  if (!row) return false;
  db.run(sql::account_safety::mark_verified, row->integer("id"));
  transaction.commit();
  return true;
}

}  // namespace accounts
