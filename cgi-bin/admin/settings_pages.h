/// settings_pages.h - what the shopkeeper sets by form. All of it lies in the database and counts
/// at once, at the latest after ten seconds. Needs the permission `settings`.
#pragma once

#include "web/route.h"

namespace admin {

/// GET, POST /admin/settings: name, address, bank account, ways to pay, second factor for staff.
web::Response settings_page(const web::Request& request, Shop& shop);
web::Response post_settings(const web::Request& request, Shop& shop);

/// POST /admin/settings/logo: multipart, the picture `logo`. POST /admin/settings/logo/remove.
web::Response post_logo(const web::Request& request, Shop& shop);
web::Response post_logo_remove(const web::Request& request, Shop& shop);

/// GET /admin/settings/taxes: tax rates by country. POST: adds (`act` add), saves or removes one.
web::Response taxes_page(const web::Request& request, Shop& shop);
web::Response post_taxes(const web::Request& request, Shop& shop);

/// GET /admin/settings/shipping: ways to ship. POST: adds, saves or removes one.
web::Response shipping_page(const web::Request& request, Shop& shop);
web::Response post_shipping(const web::Request& request, Shop& shop);

/// GET /admin/settings/policies: what the shop promises. GET, POST /admin/settings/policies/{slug}:
/// one of them as text, "## " before each heading.
web::Response policies_page(const web::Request& request, Shop& shop);
web::Response policy_edit_page(const web::Request& request, Shop& shop);
web::Response post_policy_edit(const web::Request& request, Shop& shop);

}  // namespace admin
