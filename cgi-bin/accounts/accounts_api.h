/// accounts_api.h - JSON: log-in by tokens, registration, profiles, users.
#pragma once

#include "web/route.h"

namespace accounts {

/// POST /login, /api/login, /api/users/login, /api/auth/token: `username` or `email`, `password`;
/// 200 tokens.
web::Response api_login(const web::Request& request, Shop& shop);
/// POST /api/token/refresh: {"refresh"} or the refresh cookie; 200 a new pair.
web::Response api_token_refresh(const web::Request& request, Shop& shop);
/// POST /logout, /api/logout: ends the log-in that the tokens came from; 204.
web::Response api_logout(const web::Request& request, Shop& shop);

/// POST /register, /api/users/register: 201 user.
web::Response api_register(const web::Request& request, Shop& shop);
/// GET /api/users/profile: the own user.
web::Response api_profile(const web::Request& request, Shop& shop);
/// PUT /api/users/profile/update: changes what is sent; a new e-mail address or password needs
/// `current_password`.
web::Response api_profile_update(const web::Request& request, Shop& shop);

}  // namespace accounts
