/// people_api.h - JSON: users and profiles; other people's for admins only.
#pragma once

#include "web/route.h"

namespace accounts {

/// GET /users, /api/users: every account (?search=, ?role=).
web::Response api_users(const web::Request& request, Shop& shop);
/// GET /users/{id}, /api/users/{id}.
web::Response api_user(const web::Request& request, Shop& shop);
/// PUT /api/users/update/{id}: names, address, e-mail; role and permissions.
web::Response api_user_update(const web::Request& request, Shop& shop);
/// DELETE /api/users/delete/{id}: the account and everything tied to it.
web::Response api_user_delete(const web::Request& request, Shop& shop);

/// GET /api/profiles/me: the own user with address and conversations in numbers.
web::Response api_own_profile(const web::Request& request, Shop& shop);
/// GET /api/profiles: of everybody.
web::Response api_profiles(const web::Request& request, Shop& shop);

}  // namespace accounts
