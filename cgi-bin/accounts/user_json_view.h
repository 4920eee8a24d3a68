/// user_json_view.h - the shape "user" of the API.
#pragma once

#include "accounts/accounts.h"
#include "web/json.h"

struct Shop;

namespace accounts {

/// Nothing secret: what the person himself, and an admin, may read.
web::Json to_json(const Account& account);

/// The user, and the account behind the tokens: 404 when it is gone.
Account own_account(const web::Request& request, Shop& shop);

}  // namespace accounts
