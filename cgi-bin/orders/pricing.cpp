#include "orders/pricing.h"

#include <algorithm>

namespace orders {
namespace {

bool serves(const ShippingMethod& method, std::string_view country) {
  return method.country.empty() || method.country == country;
}

ShippingChoice to_choice(const ShippingMethod& method, Money goods) {
  if (!method.free_from) return {.method = &method, .price = method.price};
  if (goods >= *method.free_from) return {.method = &method, .price = Money{0}};
  return {&method, method.price, *method.free_from - goods};
}

bool ships_free(const std::vector<Discount>& discounts) {
  return std::any_of(discounts.begin(), discounts.end(),
                     [](const Discount& discount) { return discount.free_shipping; });
}

void make_cheapest_free(std::vector<ShippingChoice>& choices) {
  const auto cheapest = std::min_element(
      choices.begin(), choices.end(),
      [](const ShippingChoice& a, const ShippingChoice& b) { return a.price < b.price; });
  if (cheapest == choices.end()) return;
  cheapest->price = Money{};
  cheapest->missing_for_free.reset();
}

}  // namespace

std::vector<ShippingChoice> shipping_choices(const Rules& rules, std::string_view country,
                                             Money goods) {
  std::vector<ShippingChoice> choices;
  for (const ShippingMethod& method : rules.shipping) {
    if (serves(method, country)) choices.push_back(to_choice(method, goods));
  }
  return choices;
}

TaxRate tax_rate_for(const Rules& rules, std::string_view country) {
  const TaxRate* elsewhere = nullptr;
  for (const TaxRate& rate : rules.tax) {
    if (rate.country.empty()) elsewhere = &rate;
    if (!rate.country.empty() && rate.country == country) return rate;
  }
  return elsewhere == nullptr ? TaxRate{} : *elsewhere;
}

std::vector<std::string> countries_with_rules(const Rules& rules) {
  std::vector<std::string> countries;
  for (const TaxRate& rate : rules.tax) countries.push_back(rate.country);
  for (const ShippingMethod& method : rules.shipping) countries.push_back(method.country);
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  std::erase(countries, "");
  return countries;
}

bool ships_to(const Rules& rules, std::string_view country) {
  return std::any_of(rules.shipping.begin(), rules.shipping.end(),
                     [&](const ShippingMethod& method) { return serves(method, country); });
}

Quote quote(const Rules& rules, Money goods, std::string_view country, std::string_view code) {
  Quote result;
  result.country = country;
  result.discounts = discounts_of(rules.promotions, goods);
  result.discount = sum_of(result.discounts);
  // What ships free from a value on looks at what the customer pays for the goods.
  result.choices = shipping_choices(rules, country, goods - result.discount);
  if (ships_free(result.discounts)) make_cheapest_free(result.choices);
  result.tax_rate = tax_rate_for(rules, country);
  result.subtotal = goods;
  for (const ShippingChoice& choice : result.choices) {
    if (code.empty() || choice.method->code == code) {
      result.chosen = choice;
      result.shipping = choice.price;
      break;
    }
  }
  const Money taxed = goods - result.discount + result.shipping;
  result.tax = result.tax_rate.included ? contained(taxed, result.tax_rate.rate_bp)
                                        : add_on(taxed, result.tax_rate.rate_bp);
  result.total = result.tax_rate.included ? taxed : taxed + result.tax;
  return result;
}

}  // namespace orders
