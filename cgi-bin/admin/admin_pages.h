/// admin_pages.h - the shopkeeper's pages; staff only, in a pool with a database role of its own.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin: the shop at a glance: what came in, what is to do, what runs out.
web::Response overview_page(const web::Request& request, Shop& shop);

}  // namespace admin
