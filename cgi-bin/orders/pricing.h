/// pricing.h - what an order costs: goods, discounts, shipping, tax. Pure rules; the same ones
/// price the cart, the checkout and the placed order.
///
/// Source: tables shipping_method and tax_rate (sql/migrations/0004_orders.sql), promotion
///         (sql/migrations/0122_promotions.sql).
/// Units:  money is whole cents; tax is rounded half up, once, on goods less discounts and shipping
///         together; rates are basis points. A country is ISO 3166-1 alpha-2; '' is everywhere
///         else.
/// Errors: a country that nobody ships to has no shipping choice; without a tax rule the rate is 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "orders/promotion.h"

namespace orders {

struct ShippingMethod {
  std::string code{};
  std::string name{};
  std::string country{};  // '' ships everywhere
  Money price{};
  std::optional<Money> free_from{};  // goods from this value on ship free
  int days_min = 0;                  // working days
  int days_max = 0;
};

struct TaxRate {
  std::string country{};
  std::string name{};
  int rate_bp = 0;
  bool included = true;  // prices contain it; false: it is added
};

/// All rules, in the order in which the shopkeeper put them.
struct Rules {
  std::vector<ShippingMethod> shipping{};
  std::vector<TaxRate> tax{};
  std::vector<Promotion> promotions{};  // that this customer may use now, in their order
};

/// What every cart is priced by; `rules` without promotions, which depend on the cart.
struct PriceRules {
  Rules rules{};
  bool has_promotions = false;  // some are active: each cart must be asked about
};

struct ShippingChoice {
  const ShippingMethod* method = nullptr;  // lives as long as the Rules
  Money price{};
  std::optional<Money> missing_for_free{};  // so much more in goods would make it free
};

/// The ways to ship goods of this value to this country.
std::vector<ShippingChoice> shipping_choices(const Rules& rules, std::string_view country,
                                             Money goods);

/// The country's own rate, or that of everywhere else, or none (0, included).
TaxRate tax_rate_for(const Rules& rules, std::string_view country);

/// The countries that have a rule of their own, sorted.
std::vector<std::string> countries_with_rules(const Rules& rules);

/// True when some method ships to this country.
bool ships_to(const Rules& rules, std::string_view country);

struct Quote {
  std::string country{};
  std::vector<ShippingChoice> choices{};
  std::optional<ShippingChoice> chosen{};  // nothing: the method asked for does not ship there
  TaxRate tax_rate{};
  Money subtotal{};
  std::vector<Discount> discounts{};
  Money discount{};  // all of them
  Money shipping{};
  Money tax{};    // contained in the total, or added to it: tax_rate.included tells
  Money total{};  // what the customer pays
};

/// What goods of this value cost when shipped to `country` by the method with this code; an empty
/// code takes the first choice.
Quote quote(const Rules& rules, Money goods, std::string_view country, std::string_view code);

}  // namespace orders
