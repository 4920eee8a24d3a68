/// payment_method.h - the ways to pay, as the column payment_method spells them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace orders {

enum class PaymentMethod {
  bank_transfer,
  cash_on_delivery,
  sandbox_card,
  hosted_card,  // on the pages of a payment service
};

std::string_view to_text(PaymentMethod method);
std::optional<PaymentMethod> parse_payment_method(std::string_view text);

/// True when the setting card_gateway is the address of a payment service.
bool is_payment_service(std::string_view card_gateway);

/// What the checkout offers; cards only through a gateway ("sandbox", "none" or
/// the address of a payment service).
std::vector<PaymentMethod> payment_methods(std::string_view card_gateway);

/// The method with this name, when this shop offers it.
std::optional<PaymentMethod> offered_method(std::string_view text, std::string_view card_gateway);

}  // namespace orders
