#include "accounts/second_factor.h"

#include "account_safety.sql.h"
#include "accounts/totp.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"

namespace accounts {
namespace {

constexpr std::size_t kCodeBytes = 10;  // 80 bits: nobody can try them through, even offline
constexpr std::size_t kGroup = 4;

/// Without spaces and dashes, in capital letters: people write codes as they like.
std::string plain(std::string_view code) {
  std::string result;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return result;
}

/// "ABCD-EFGH-IJKL-MNOP"
std::string make_code() {
  const std::string letters = to_base32(from_base64url(random_token(kCodeBytes)).value());
  std::string code;
  for (std::size_t i = 0; i < letters.size(); i += kGroup) {
    code += (i == 0 ? "" : "-") + letters.substr(i, kGroup);
  }
  return code;
}

}  // namespace

SecondFactor second_factor_of(db::Connection& db, std::int64_t account_id) {
  const auto row = db.first(sql::account_safety::second_factor, account_id);
  if (!row) return {};
  return {!row->is_null("totp_secret"), row->small("codes_left")};
}

std::vector<std::string> switch_on_second_factor(db::Connection& db, std::int64_t account_id,
                                                 const std::string& secret, const std::string& code,
                                                 Instant now) {
  const auto step = matching_step(secret, plain(code), now);
  if (!step) return {};
  db::Transaction transaction(db);
  db.run(sql::account_safety::set_second_factor, account_id, secret, *step);
  std::vector<std::string> codes = renew_recovery_codes(db, account_id);
  transaction.commit();
  return codes;
}

bool use_second_factor(db::Connection& db, std::int64_t account_id, const std::string& code,
                       Instant now) {
  const auto row = db.first(sql::account_safety::second_factor, account_id);
  if (!row || row->is_null("totp_secret")) return false;
  const std::string typed = plain(code);
  if (const auto step = matching_step(row->text("totp_secret"), typed, now)) {
    return db.first(sql::account_safety::use_step, account_id, *step).has_value();
  }
  return db.first(sql::account_safety::use_recovery_code, account_id, sha256(typed)).has_value();
}

std::vector<std::string> renew_recovery_codes(db::Connection& db, std::int64_t account_id) {
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    codes.push_back(make_code());
    hashes.push_back(sha256(plain(codes.back())));
  }
  db::Transaction transaction(db);
  db.run(sql::account_safety::drop_recovery_codes, account_id);
  db.run(sql::account_safety::add_recovery_codes, account_id,
         db::array_of(std::span<const std::string>(hashes)));
  transaction.commit();
  return codes;
}

void switch_off_second_factor(db::Connection& db, std::int64_t account_id) {
  db::Transaction transaction(db);
  db.run(sql::account_safety::drop_second_factor, account_id);
  db.run(sql::account_safety::drop_recovery_codes, account_id);
  transaction.commit();
}

}  // namespace accounts
