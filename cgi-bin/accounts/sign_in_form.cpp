#include "accounts/sign_in_form.h"

#include <algorithm>
#include <climits>

#include "accounts/account_form.h"
#include "accounts/account_rules.h"
#include "accounts/second_factor.h"
#include "base/text.h"
#include "shop.h"

namespace accounts {
namespace {

struct Counted {
  RateLimit limit{};
  std::string subject{};
};

/// What a failed log-in counts against. A name alone takes more than one address may try, so that
/// nobody can lock somebody else out from one place.
std::vector<Counted> counted(const web::Request& request, const Shop& shop,
                             const std::string& login) {
  constexpr int kManyPlaces = 5;
  const RateLimit limit = login_limit(shop);
  RateLimit wide = limit;
  wide.attempts *= kManyPlaces;
  const std::string name = to_lower(login);
  const std::string network = network_of(request.remote_address);
  return {{limit, "both:" + name + " " + network},
          {limit, "address:" + network},
          {wide, "name:" + name}};
}

}  // namespace

RateLimit login_limit(const Shop& shop) {
  return {"login", shop.config.login_attempts, std::chrono::minutes(15)};
}

RateLimit register_limit(const Shop& shop) {
  return {"register", shop.config.register_attempts, std::chrono::hours(1)};
}

std::optional<Account> check_within_limits(const web::Request& request, Shop& shop,
                                           const std::string& login, const std::string& password) {
  const auto counts = counted(request, shop, login);
  // Counted before the password is looked at: many tries at once are as many.
  for (const auto& [limit, subject] : counts) {
    if (!count_attempt(shop.db, limit, subject, request.now)) {
      throw web::TooManyRequests("log-ins", seconds_left(limit, request.now));
    }
  }
  auto account = check_password(shop.db, login, password);
  if (!account) return std::nullopt;
  clear_attempts(shop.db, counts.front().limit, counts.front().subject);
  for (const auto& [limit, subject] : counts) {
    uncount_attempt(shop.db, limit, subject, request.now);
  }
  return account;
}

bool use_code_within_limits(const web::Request& request, Shop& shop, std::int64_t account_id,
                            const std::string& code) {
  const RateLimit limit{"second_factor", 5, std::chrono::minutes(15)};
  const std::string subject = "account:" + std::to_string(account_id);
  if (!count_attempt(shop.db, limit, subject, request.now)) {
    throw web::TooManyRequests("codes", seconds_left(limit, request.now));
  }
  if (!use_second_factor(shop.db, account_id, code, request.now)) return false;
  clear_attempts(shop.db, limit, subject);
  return true;
}

int logins_left(const web::Request& request, Shop& shop, const std::string& login) {
  int left = INT_MAX;
  for (const auto& [limit, subject] : counted(request, shop, login)) {
    left = std::min(left, attempts_left(shop.db, limit, subject, request.now));
  }
  return left;
}

Registration read_registration(const web::Request& request, web::Form& form) {
  Registration wish;
  wish.username = form.text("username", 40, true);
  if (!form.has_problem("username") && !is_username(wish.username)) {
    form.add_problem("username", {"register.username_shape"});
  }
  wish.profile = read_profile(request, form);
  wish.password = form.password("password");
  check_new_password(form, "password", wish.password, wish.username, wish.profile.email);
  return wish;
}

std::optional<Account> register_within_limits(const web::Request& request, Shop& shop,
                                              const Registration& wish, web::Form& form) {
  const RateLimit limit = register_limit(shop);
  if (!count_attempt(shop.db, limit, network_of(request.remote_address), request.now)) {
    throw web::TooManyRequests("registrations", seconds_left(limit, request.now));
  }
  const auto outcome = register_account(shop.db, wish.username, wish.profile, wish.password);
  if (const auto* taken = std::get_if<Taken>(&outcome)) {
    const bool is_username_taken = *taken == Taken::username;
    form.add_problem(is_username_taken ? "username" : "email",
                     {is_username_taken ? "register.username_taken" : "register.email_taken"});
    return std::nullopt;
  }
  return std::get<Account>(outcome);
}

}  // namespace accounts
