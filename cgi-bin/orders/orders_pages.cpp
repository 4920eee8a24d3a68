#include "orders/orders_pages.h"

#include "base/text.h"
#include "shop.h"

namespace orders {
namespace {

constexpr std::string_view kKeyPurpose = "order";
constexpr std::string_view kWithdrawalPurpose = "withdrawal";
constexpr std::chrono::days kKeyLife{30};

std::int64_t to_seconds(Instant moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

/// The payload is "<order id>-<end in seconds>".
bool is_good_key(const web::Request& request, std::string_view purpose, std::string_view key,
                 std::int64_t order_id) {
  constexpr std::size_t kLongestKey = 200;
  if (key.empty() || key.size() > kLongestKey) return false;
  const auto payload = request.site->signer.verify(purpose, key);
  if (!payload) return false;
  const auto parts = split(*payload, '-');
  if (parts.size() != 2) return false;
  const auto end = to_integer(parts[1]);
  return to_integer(parts[0]) == order_id && end && to_seconds(request.now) < *end;
}

std::string make_key(const web::Request& request, std::string_view purpose, std::int64_t order_id) {
  return request.site->signer.sign(
      purpose, std::to_string(order_id) + "-" + std::to_string(to_seconds(request.now + kKeyLife)));
}

}  // namespace

CartOwner cart_owner(const web::Request& request) {
  return {request.visitor.account_id, request.session.visitor};
}

std::string VisibleOrder::path(const std::string& below) const {
  const std::string path = "/order/" + std::to_string(order.id) + below;
  return key.empty() ? path : path + "?key=" + key;
}

std::string WithdrawableOrder::path(const std::string& below) const {
  const std::string path = "/order/" + std::to_string(order_id) + below;
  return key.empty() ? path : path + "?key=" + key;
}

VisibleOrder visible_order(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const std::string& key = request.is_get() ? request.query.get("key") : request.form.get("key");
  if (auto own = find_order(shop.db, cart_owner(request), id)) return {std::move(*own), ""};
  if (is_good_key(request, kKeyPurpose, key, id)) {
    auto order = find_order(shop.db, id);
    if (order && !order->states.is_temp()) return {std::move(*order), key};
  }
  throw web::NotFound("order " + std::to_string(id));
}

WithdrawableOrder withdrawable_order(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const std::string& key = request.is_get() ? request.query.get("key") : request.form.get("key");
  if (is_good_key(request, kWithdrawalPurpose, key, id)) return {id, key, false};
  return {id, visible_order(request, shop).key, true};
}

std::string make_order_key(const web::Request& request, std::int64_t order_id) {
  return make_key(request, kKeyPurpose, order_id);
}

std::string make_withdrawal_key(const web::Request& request, std::int64_t order_id) {
  return make_key(request, kWithdrawalPurpose, order_id);
}

}  // namespace orders
