#include "orders/settle.h"

#include "orders/hosted.h"
#include "orders/payment.h"

namespace orders {

bool clear_up_payments(db::Connection& db, const Config& config, std::int64_t order_id,
                       Instant now) {
  if (const auto gateway = make_gateway(config.card_gateway)) {
    return settle_payments(db, *gateway, order_id, now);
  }
  if (auto hosted = make_hosted_gateway(config)) {
    return close_hosted_payments(db, *hosted, order_id, now);
  }
  return false;
}

}  // namespace orders
