/// people_api.cpp - GET /api/users, /api/users/{id}, PUT /api/users/update/{id}, DELETE
/// /api/users/delete/{id}, GET /api/profiles, /api/profiles/me.
///
/// Test: tests/page/people_api_test.cpp

#include "accounts/people_api.h"

#include <array>

#include "accounts/account_form.h"
#include "accounts/people.h"
#include "accounts/user_json_view.h"
#include "chat/conversation_figures.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace accounts {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"customer", "staff", "admin"};

std::optional<std::string> read_role(web::Form& form) {
  if (!form.has("role")) return std::nullopt;
  std::string role = form.text("role", 20, true);
  const bool is_known = std::ranges::find(kRoles, role) != kRoles.end();
  if (!form.has_problem("role") && !is_known) form.add_problem("role", {"api.no_such_role"});
  return role;
}

bool is_permission(const std::string& name) {
  return std::ranges::any_of(web::kPermissions,
                             [&](const auto& known) { return known.first == name; });
}

std::vector<std::string> read_permissions(web::JsonForm& form) {
  std::vector<std::string> permissions;
  const web::Json& sent = form.value("permissions");
  if (!sent.is_null() && !sent.is_array()) form.add_problem("permissions", {"api.permissions"});
  if (!sent.is_array()) return permissions;
  for (const web::Json& name : sent) {
    if (!name.is_string() || !is_permission(name.get<std::string>())) {
      form.add_problem("permissions", {"api.permissions"});
    } else {
      permissions.push_back(name.get<std::string>());
    }
  }
  return permissions;
}

Account find_user(const web::Request& request, Shop& shop) {
  auto account = find_account(shop.db, request.captured_id("id"));
  if (!account) throw web::NotFound("account");
  return std::move(*account);
}

web::Json profile_json(Shop& shop, const Account& account) {
  const chat::OwnFigures figures = chat::figures_of(shop.db, account.id);
  web::Json json = to_json(account);
  json["street"] = account.profile.street;
  json["postal_code"] = account.profile.postal_code;
  json["conversations"] = {{"total_sessions", figures.sessions},
                           {"active_sessions", figures.active},
                           {"total_messages", figures.messages},
                           {"last_activity_at", web::to_json(figures.last_activity_at)}};
  return json;
}

web::Json user_json(Shop& shop, const Account& account) {
  web::Json json = to_json(account);
  if (account.role == "staff") json["permissions"] = permissions_of(shop.db, account.id);
  return json;
}

AccountPage read_accounts(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  const AccountFilter filter{.words = query.text("search", 100, false), .role = read_role(query)};
  query.require_good();
  return list_accounts(shop.db, filter, wish.after, wish.per_page);
}

template <class ToJson>
web::Response people_response(const web::Request& request, const AccountPage& page,
                              ToJson person_json) {
  web::Json items = web::Json::array();
  for (const Account& account : page.accounts) items.push_back(person_json(account));
  return web::json_response(web::list_answer(request, std::move(items), page.total,
                                             page.has_more ? page.accounts.back().id : 0));
}

}  // namespace

web::Response api_users(const web::Request& request, Shop& shop) {
  return people_response(request, read_accounts(request, shop),
                         [](const Account& account) { return to_json(account); });
}

web::Response api_profiles(const web::Request& request, Shop& shop) {
  return people_response(request, read_accounts(request, shop),
                         [&](const Account& account) { return profile_json(shop, account); });
}

web::Response api_user(const web::Request& request, Shop& shop) {
  return web::json_response(user_json(shop, find_user(request, shop)));
}

web::Response api_own_profile(const web::Request& request, Shop& shop) {
  return web::json_response(profile_json(shop, own_account(request, shop)));
}

web::Response api_user_update(const web::Request& request, Shop& shop) {
  const Account account = find_user(request, shop);
  web::JsonForm form(request);
  const Profile profile = read_profile_changes(request, form, account.profile);
  const auto role = read_role(form);
  const auto permissions = read_permissions(form);
  form.require_good();
  // Whoever takes his own rights away cannot give them back.
  if (role && *role != account.role && account.id == request.visitor.account_id) {
    throw web::Conflict("own role", {"api.own_role"});
  }
  if (!update_profile(shop.db, account.id, profile)) {
    throw web::Conflict("e-mail address taken", {"register.email_taken"});
  }
  if (role || form.has("permissions")) {
    const std::string wanted = role.value_or(account.role);
    const auto allowed =
        form.has("permissions") ? permissions : permissions_of(shop.db, account.id);
    switch (set_role(shop.db, account.id, wanted, allowed)) {
      case ChangeOutcome::done: break;
      case ChangeOutcome::last_admin: throw web::Conflict("last admin", {"api.last_admin"});
      default: throw web::NotFound("account");
    }
  }
  return web::json_response(user_json(shop, find_user(request, shop)));
}

web::Response api_user_delete(const web::Request& request, Shop& shop) {
  const Account account = find_user(request, shop);
  if (account.id == request.visitor.account_id) throw web::Conflict("self", {"api.own_account"});
  if (delete_person(shop.db, account.id, Reach::everybody) == ChangeOutcome::last_admin) {
    throw web::Conflict("last admin", {"api.last_admin"});
  }
  return web::no_content();
}

}  // namespace accounts
