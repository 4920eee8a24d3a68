/// webhook_sender.h - one signed POST to another system.
///
/// The host is resolved first, its addresses are checked, and the connection is made to exactly the
/// address that was checked: a name that answers differently the second time gains nothing. No
/// redirect is followed.
///
/// Source: Standard Webhooks 1.0 (headers and signature), OWASP SSRF Prevention cheat sheet.
/// Errors: whatever goes wrong is in the result.
#pragma once

#include <string>

#include "mail/webhooks.h"

namespace mail {

struct SenderRules {
  bool allow_private = false;  // also tell machines of one's own network
  int timeout_s = 15;
};

/// "v1,<base64>" over "id.timestamp.body", as the header webhook-signature carries it.
std::string webhook_signature(const std::string& secret, const std::string& id,
                              const std::string& timestamp, const std::string& body);

DeliveryResult send_webhook(const ClaimedDelivery& delivery, const SenderRules& rules, Instant now);

/// Sends until nothing is due; returns how many were delivered and how many failed.
struct WebhookRound {
  int delivered = 0;
  int failed = 0;
};
WebhookRound send_due_webhooks(db::Connection& db, const SenderRules& rules);

}  // namespace mail
