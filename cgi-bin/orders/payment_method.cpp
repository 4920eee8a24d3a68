#include "orders/payment_method.h"

#include <algorithm>
#include <stdexcept>

namespace orders {

std::string_view to_text(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::bank_transfer: return "bank_transfer";
    case PaymentMethod::cash_on_delivery: return "cash_on_delivery";
    case PaymentMethod::sandbox_card: return "sandbox_card";
    case PaymentMethod::hosted_card: return "hosted_card";
  }
  throw std::logic_error("unknown PaymentMethod");
}

std::optional<PaymentMethod> parse_payment_method(std::string_view text) {
  for (const PaymentMethod method : {PaymentMethod::bank_transfer, PaymentMethod::cash_on_delivery,
                                     PaymentMethod::sandbox_card, PaymentMethod::hosted_card}) {
    if (to_text(method) == text) return method;
  }
  return std::nullopt;
}

bool is_payment_service(std::string_view card_gateway) {
  return card_gateway.starts_with("https://") || card_gateway.starts_with("http://");
}

std::vector<PaymentMethod> payment_methods(std::string_view card_gateway) {
  std::vector<PaymentMethod> methods;
  if (card_gateway == "sandbox") methods.push_back(PaymentMethod::sandbox_card);
  if (is_payment_service(card_gateway)) methods.push_back(PaymentMethod::hosted_card);
  methods.push_back(PaymentMethod::bank_transfer);
  methods.push_back(PaymentMethod::cash_on_delivery);
  return methods;
}

std::optional<PaymentMethod> offered_method(std::string_view text, std::string_view card_gateway) {
  const auto method = parse_payment_method(text);
  const auto offered = payment_methods(card_gateway);
  const bool is_offered =
      method && std::find(offered.begin(), offered.end(), *method) != offered.end();
  return is_offered ? method : std::nullopt;
}

}  // namespace orders
