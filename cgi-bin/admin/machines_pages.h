/// machines_pages.h - handlers for what other programs use: API keys, and webhooks that tell them
/// what happens. Needs the permission `settings`; the same verbs as /api/keys and /api/webhooks.
#pragma once

#include "shop.h"
#include "web/web.h"

namespace admin {

/// GET /admin/settings/keys: every key, with `q` and pages, and a form for a new one.
web::Response keys_page(const web::Request& request, Shop& shop);
/// GET /admin/settings/keys.csv: the same as a file.
web::Response keys_file(const web::Request& request, Shop& shop);
/// POST /admin/settings/keys: makes a key and shows it, this once.
web::Response post_key_new(const web::Request& request, Shop& shop);
/// POST /admin/settings/keys/{id}/revoke: it opens nothing any more.
web::Response post_key_revoke(const web::Request& request, Shop& shop);

/// GET /admin/settings/webhooks: every address that is told, and a form for a new one.
web::Response webhooks_page(const web::Request& request, Shop& shop);
/// GET /admin/settings/webhooks.csv: the same as a file.
web::Response webhooks_file(const web::Request& request, Shop& shop);
/// POST /admin/settings/webhooks: adds an address and shows what signs its deliveries, this once.
web::Response post_webhook_new(const web::Request& request, Shop& shop);
/// POST /admin/settings/webhooks/{id}: other address or events; paused or going on.
web::Response post_webhook_change(const web::Request& request, Shop& shop);
/// POST /admin/settings/webhooks/{id}/remove: it is forgotten, with its deliveries.
web::Response post_webhook_remove(const web::Request& request, Shop& shop);

/// GET /admin/settings/deliveries: what was told to whom; state=, event=, endpoint=, q=, behind=.
web::Response deliveries_page(const web::Request& request, Shop& shop);
/// GET /admin/settings/deliveries.csv: the same as a file.
web::Response deliveries_file(const web::Request& request, Shop& shop);
/// POST /admin/settings/deliveries/{id}/replay: tells it again.
web::Response post_delivery_replay(const web::Request& request, Shop& shop);

/// A person with a log-in: no key makes keys, and none reads secrets. Throws Forbidden.
void require_person(const web::Request& request);

}  // namespace admin
