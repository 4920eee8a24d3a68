#include "accounts/user_json_view.h"

#include "shop.h"
#include "web/http_error.h"

namespace accounts {

web::Json to_json(const Account& account) {
  const Profile& profile = account.profile;
  return {{"id", account.id},
          {"username", account.username},
          {"email", profile.email},
          {"first_name", profile.first_name},
          {"last_name", profile.last_name},
          {"phone", profile.phone},
          {"city", profile.city},
          {"country", profile.country},
          {"role", account.role},
          {"created_at", to_iso(account.created_at)}};
}

Account own_account(const web::Request& request, Shop& shop) {
  auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");
  return std::move(*account);
}

}  // namespace accounts
