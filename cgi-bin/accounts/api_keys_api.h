/// api_keys_api.h - JSON: keys for machines.
#pragma once

#include "web/route.h"

namespace accounts {

/// GET /api/keys.
web::Response api_keys(const web::Request& request, Shop& shop);
/// POST /api/keys: {"name", "permissions", "may_write", "expires_in_days"}; 201 with the key
/// itself.
web::Response api_key_create(const web::Request& request, Shop& shop);
/// DELETE /api/keys/{id}: revokes it.
web::Response api_key_revoke(const web::Request& request, Shop& shop);

}  // namespace accounts
