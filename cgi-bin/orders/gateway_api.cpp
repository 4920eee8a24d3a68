/// gateway_api.cpp - POST /webhooks/payments.
///
/// Test: tests/page/hosted_page_test.cpp

#include "base/secrets.h"
#include "orders/hosted.h"
#include "orders/orders_pages.h"
#include "orders/payment_method.h"
#include "shop.h"
#include "web/json.h"

namespace orders {
namespace {

const web::Json& member(const web::Json& object, const char* name) {
  static const web::Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

std::string text_of(const web::Json& object, const char* name) {
  const web::Json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : "";
}

std::int64_t cents_of(const web::Json& object, const char* name) {
  const web::Json& value = member(object, name);
  return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

GatewayEvent to_event(const web::Json& json) {
  const web::Json& object = member(member(json, "data"), "object");
  return {.id = text_of(json, "id"),
          .kind = text_of(json, "type"),
          .token = text_of(object, "client_reference_id"),
          .session = text_of(object, "id"),
          .payment = text_of(object, "payment_intent"),
          .currency = text_of(object, "currency"),
          .amount = cents_of(object, "amount_total"),
          .refunded = cents_of(object, "amount_refunded"),
          .is_paid = text_of(object, "payment_status") == "paid"};
}

}  // namespace

web::Response api_payment_event(const web::Request& request, Shop& shop) {
  if (!is_payment_service(shop.config.card_gateway)) throw web::NotFound("no payment service");
  // The signature first: nothing of a stranger's body is read.
  if (!is_gateway_signature(request.header("stripe-signature"), request.body,
                            secret("gateway_webhook_secret"), request.now)) {
    throw web::BadRequest("a payment event without a good signature", {"hosted.bad_signature"});
  }
  const GatewayEvent event = to_event(web::json_body(request));
  if (event.id.empty() || event.kind.empty()) {
    throw web::BadRequest("no event", {"hosted.bad_signature"});
  }
  take_gateway_event(shop.db, event, request.now);
  return web::json_response({{"received", true}});
}

}  // namespace orders
