#include "orders/payment_method.h"

#include <algorithm>
#include <stdexcept>

namespace orders {

std::string_view to_text(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::bank_transfer: return "bank_transfer";
    case PaymentMethod::cash_on_delivery: return "cash_on_delivery";
    case PaymentMethod::sandbox_card: return "sandbox_card";
  }
  throw std::logic_error("unknown PaymentMethod");
}

std::optional<PaymentMethod> parse_payment_method(std::string_view text) {
  for (const PaymentMethod method : payment_methods("sandbox")) {
    if (to_text(method) == text) return method;
  }
  return std::nullopt;
}

std::vector<PaymentMethod> payment_methods(std::string_view card_gateway) {
  if (card_gateway != "sandbox") {
    return {PaymentMethod::bank_transfer, PaymentMethod::cash_on_delivery};
  }
  return {PaymentMethod::sandbox_card, PaymentMethod::bank_transfer,
          PaymentMethod::cash_on_delivery};
}

std::optional<PaymentMethod> offered_method(std::string_view text, std::string_view card_gateway) {
  const auto method = parse_payment_method(text);
  const auto offered = payment_methods(card_gateway);
  const bool is_offered =
      method && std::find(offered.begin(), offered.end(), *method) != offered.end();
  return is_offered ? method : std::nullopt;
}

}  // namespace orders
