#include "orders/orders_pages.h"

#include "_order_totals.tpl.varnames.h"
#include "base/text.h"
#include "shop.h"

namespace orders {
namespace {

constexpr std::string_view kKeyPurpose = "order";
constexpr std::chrono::days kKeyLife{30};

std::int64_t to_seconds(Instant moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

/// The payload is "<order id>-<end in seconds>".
bool is_good_key(const web::Request& request, std::string_view key, std::int64_t order_id) {
  constexpr std::size_t kLongestKey = 200;
  if (key.empty() || key.size() > kLongestKey) return false;
  const auto payload = request.site->signer.verify(kKeyPurpose, key);
  if (!payload) return false;
  const auto parts = split(*payload, '-');
  if (parts.size() != 2) return false;
  const auto end = to_integer(parts[1]);
  return to_integer(parts[0]) == order_id && end && to_seconds(request.now) < *end;
}

/// 825 -> "8.25 %", 1900 -> "19 %"
std::string rate_text(int basis_points) {
  std::string text = to_decimal(Money{basis_points});
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + " %";
}

}  // namespace

CartOwner cart_owner(const web::Request& request) {
  return {request.visitor.account_id, request.session.visitor};
}

std::string VisibleOrder::path(const std::string& below) const {
  const std::string path = "/order/" + std::to_string(order.id) + below;
  return key.empty() ? path : path + "?key=" + key;
}

VisibleOrder visible_order(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const std::string& key = request.is_get() ? request.query.get("key") : request.form.get("key");
  if (auto own = find_order(shop.db, cart_owner(request), id)) return {std::move(*own), ""};
  if (is_good_key(request, key, id)) {
    auto order = find_order(shop.db, id);
    if (order && !order->states.is_temp()) return {std::move(*order), key};
  }
  throw web::NotFound("order " + std::to_string(id));
}

std::string make_order_key(const web::Request& request, std::int64_t order_id) {
  return request.site->signer.sign(
      kKeyPurpose,
      std::to_string(order_id) + "-" + std::to_string(to_seconds(request.now + kKeyLife)));
}

Totals totals_of(const Quote& quote, const std::string& currency) {
  return {.subtotal = quote.subtotal,
          .shipping = quote.shipping,
          .shipping_name = quote.chosen ? quote.chosen->method->name : "",
          .tax = quote.tax,
          .tax_name = quote.tax_rate.name,
          .tax_rate_bp = quote.tax_rate.rate_bp,
          .tax_included = quote.tax_rate.included,
          .total = quote.total,
          .currency = currency};
}

Totals totals_of(const Order& order) {
  return {.subtotal = order.subtotal,
          .shipping = order.shipping,
          .shipping_name = order.shipping_name,
          .tax = order.tax,
          .tax_name = order.tax_name,
          .tax_rate_bp = order.tax_rate_bp,
          .tax_included = order.tax_included,
          .total = order.total,
          .currency = order.currency};
}

void fill_totals(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& marker,
                 const Totals& totals) {
  auto& part = *page.AddIncludeDictionary(marker);
  part.SetFilename("orders/_order_totals.tpl");
  part.SetValue(k_ot_SUBTOTAL, to_text(totals.subtotal, totals.currency));
  part.SetValue(k_ot_TOTAL, to_text(totals.total, totals.currency));
  if (!totals.shipping_name.empty()) {
    part.SetValueAndShowSection(k_ot_SHIPPING_NAME_TEXT, totals.shipping_name, k_ot_SHIPPING_NAME);
  }
  if (totals.shipping.cents == 0) {
    part.ShowSection(k_ot_FREE_SHIPPING);
  } else {
    part.SetValueAndShowSection(k_ot_PAID_SHIPPING_PRICE, to_text(totals.shipping, totals.currency),
                                k_ot_PAID_SHIPPING);
  }
  if (totals.tax.cents == 0) return;
  if (totals.tax_included) {
    auto& tax = *part.AddSectionDictionary(k_ot_INCLUDED_TAX);
    tax.SetValue(k_ot_INCLUDED_TAX_NAME, totals.tax_name);
    tax.SetValue(k_ot_INCLUDED_TAX_RATE, rate_text(totals.tax_rate_bp));
    tax.SetValue(k_ot_INCLUDED_TAX_AMOUNT, to_text(totals.tax, totals.currency));
  } else {
    auto& tax = *part.AddSectionDictionary(k_ot_ADDED_TAX);
    tax.SetValue(k_ot_ADDED_TAX_NAME, totals.tax_name);
    tax.SetValue(k_ot_ADDED_TAX_RATE, rate_text(totals.tax_rate_bp));
    tax.SetValue(k_ot_ADDED_TAX_AMOUNT, to_text(totals.tax, totals.currency));
  }
}

std::string days_text(const ShippingMethod& method) {
  const std::string least = std::to_string(method.days_min);
  return method.days_min == method.days_max ? least : least + "–" + std::to_string(method.days_max);
}

}  // namespace orders
