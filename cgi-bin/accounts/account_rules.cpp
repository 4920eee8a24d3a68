#include "accounts/account_rules.h"

namespace accounts {

bool has_email_shape(std::string_view email) {
  const std::size_t at = email.find('@');
  if (at == 0 || at == std::string_view::npos ||
      email.find('@', at + 1) != std::string_view::npos) {
    return false;
  }
  const std::string_view domain = email.substr(at + 1);
  const std::size_t dot = domain.find('.');
  return dot != 0 && dot != std::string_view::npos && domain.back() != '.' &&
         email.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

bool is_username(std::string_view name) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return name.size() >= 3 && name.size() <= 40 &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace accounts
