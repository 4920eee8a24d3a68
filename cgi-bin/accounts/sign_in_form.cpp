#include "accounts/sign_in_form.h"

#include <algorithm>
#include <climits>

#include "accounts/account_form.h"
#include "base/text.h"
#include "shop.h"

namespace accounts {
namespace {

std::vector<std::string> subjects_of(const web::Request& request, const std::string& login) {
  return {"name:" + to_lower(login), "address:" + request.remote_address};
}

bool is_username(const std::string& name) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return name.size() >= 3 && name.size() <= 40 &&
         name.find_first_not_of(kAllowed) == std::string::npos;
}

}  // namespace

RateLimit login_limit(const Shop& shop) {
  return {"login", shop.config.login_attempts, std::chrono::minutes(15)};
}

RateLimit register_limit(const Shop& shop) {
  return {"register", shop.config.register_attempts, std::chrono::hours(1)};
}

std::optional<Account> sign_in_within_limits(const web::Request& request, Shop& shop,
                                             const std::string& login,
                                             const std::string& password) {
  const RateLimit limit = login_limit(shop);
  const auto subjects = subjects_of(request, login);
  for (const std::string& subject : subjects) {
    if (is_exhausted(shop.db, limit, subject, request.now)) {
      throw web::TooManyRequests("log-ins", seconds_left(limit, request.now));
    }
  }
  auto account = sign_in(shop.db, login, password);
  if (account) {
    clear_attempts(shop.db, limit, subjects.front());
    return account;
  }
  for (const std::string& subject : subjects) {
    [[maybe_unused]] const bool more = count_attempt(shop.db, limit, subject, request.now);
  }
  return std::nullopt;
}

int logins_left(const web::Request& request, Shop& shop, const std::string& login) {
  int left = INT_MAX;
  for (const std::string& subject : subjects_of(request, login)) {
    left = std::min(left, attempts_left(shop.db, login_limit(shop), subject, request.now));
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
  if (!count_attempt(shop.db, limit, request.remote_address, request.now)) {
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
