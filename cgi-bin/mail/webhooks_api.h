/// webhooks_api.h - JSON: other systems that are told what happens.
#pragma once

#include "web/route.h"

namespace mail {

/// GET and POST /api/webhooks; PATCH and DELETE /api/webhooks/{id}.
web::Response api_webhooks(const web::Request& request, Shop& shop);
web::Response api_webhook_create(const web::Request& request, Shop& shop);
web::Response api_webhook_change(const web::Request& request, Shop& shop);
web::Response api_webhook_delete(const web::Request& request, Shop& shop);
/// GET /api/webhooks/deliveries: what was told. POST /api/webhooks/deliveries/{id}/replay.
web::Response api_deliveries(const web::Request& request, Shop& shop);
web::Response api_delivery_replay(const web::Request& request, Shop& shop);

}  // namespace mail
