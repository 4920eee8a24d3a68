/// order_totals_pages.cpp - what it costs: partials of cart, checkout and order pages.
///
/// Template: templates/orders/_order_totals.tpl, orders/_shipping_choices.tpl

#include "_order_totals.tpl.varnames.h"
#include "_shipping_choices.tpl.varnames.h"
#include "orders/orders_pages.h"

namespace orders {
namespace {

/// 825 -> "8.25 %", 1900 -> "19 %"
std::string rate_text(int basis_points) {
  std::string text = to_decimal(Money{basis_points});
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + " %";
}

/// "3–5", or "1" when both are the same.
std::string days_text(const ShippingMethod& method) {
  const std::string least = std::to_string(method.days_min);
  return method.days_min == method.days_max ? least : least + "–" + std::to_string(method.days_max);
}

}  // namespace

Totals totals_of(const Quote& quote, const std::string& currency) {
  return {.subtotal = quote.subtotal,
          .discounts = quote.discounts,
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
          .discounts = order.discounts,
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
  for (const Discount& discount : totals.discounts) {
    auto& line = *part.AddSectionDictionary(k_ot_DISCOUNT);
    line.SetValue(k_ot_DISCOUNT_NAME, discount.name);
    if (!discount.code.empty()) {
      line.SetValueAndShowSection(k_ot_DISCOUNT_CODE_TEXT, discount.code, k_ot_DISCOUNT_CODE);
    }
    if (discount.amount.cents == 0) {
      line.ShowSection(k_ot_DISCOUNT_SHIPS);
    } else {
      line.SetValueAndShowSection(k_ot_DISCOUNT_LESS_AMOUNT,
                                  to_text(Money{} - discount.amount, totals.currency),
                                  k_ot_DISCOUNT_LESS);
    }
  }
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

void fill_shipping_choices(ctemplate::TemplateDictionary& page,
                           const ctemplate::TemplateString& marker, const Quote& quote,
                           const std::string& currency) {
  auto& part = *page.AddIncludeDictionary(marker);
  part.SetFilename("orders/_shipping_choices.tpl");
  if (quote.choices.empty()) part.ShowSection(k_sc_NO_SHIPPING);
  for (const ShippingChoice& choice : quote.choices) {
    auto& row = *part.AddSectionDictionary(k_sc_SHIPPING);
    row.SetValueWithoutCopy(k_sc_SHIPPING_CODE, choice.method->code);
    row.SetValueWithoutCopy(k_sc_SHIPPING_METHOD, choice.method->name);
    row.SetValue(k_sc_SHIPPING_DAYS, days_text(*choice.method));
    if (choice.price.cents == 0) {
      row.ShowSection(k_sc_SHIPPING_FREE);
    } else {
      row.SetValueAndShowSection(k_sc_SHIPPING_PAID_PRICE, to_text(choice.price, currency),
                                 k_sc_SHIPPING_PAID);
    }
    if (quote.chosen && quote.chosen->method == choice.method) {
      row.ShowSection(k_sc_SHIPPING_CHOSEN);
    }
  }
}

}  // namespace orders
