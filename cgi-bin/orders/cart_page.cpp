/// cart_page.cpp - GET /cart: what is in the cart and what it costs.
///
/// Template: templates/orders/cart_page.tpl
/// Test:     tests/page/cart_page_test.cpp

#include <algorithm>

#include "cart_page.tpl.varnames.h"
#include "catalog/catalog.h"
#include "memory.h"
#include "orders/orders_pages.h"
#include "recommend/suggestion_view.h"
#include "shop.h"
#include "web/countries.h"

namespace orders {
namespace {

/// Everything cart_page.tpl needs.
struct CartView {
  const Cart& cart;
  Quote quote;
  std::string currency;
  std::string csrf_token;
};

/// Asked for, or where the customer lives, or where the shop is. "" stands for elsewhere.
std::string country_for(const web::Request& request, const std::string& home, const Shop& shop) {
  const std::string& asked = request.query.get("country");
  if (request.query.has("country") && (asked.empty() || web::is_country(request, asked)))
    return asked;
  return home.empty() ? shop.config.country : home;
}

void fill_lines(ctemplate::TemplateDictionary& page, const CartView& view) {
  for (const CartLine& line : view.cart.lines) {
    auto& row = *page.AddSectionDictionary(kcp_LINE);
    row.SetIntValue(kcp_LINE_PRODUCT, line.product_id);
    row.SetValueWithoutCopy(kcp_LINE_NAME, line.name);
    row.SetValue(kcp_LINE_IMAGE, catalog::picture_url(line.image));
    row.SetValue(kcp_LINE_PRICE, to_text(line.unit_price, view.currency));
    row.SetValue(kcp_LINE_TOTAL, to_text(line.total(), view.currency));
    row.SetIntValue(kcp_LINE_PIECES, line.quantity);
    // The form must accept what is in it already, be it too many by now.
    row.SetIntValue(kcp_LINE_MOST, std::max(line.quantity, std::min(line.in_stock, kMostPieces)));
    if (line.withdrawn) {
      row.ShowSection(kcp_LINE_WITHDRAWN);
    } else if (line.in_stock == 0) {
      row.ShowSection(kcp_LINE_SOLD_OUT);
    } else if (!line.is_available()) {
      row.AddSectionDictionary(kcp_LINE_SHORT)->SetIntValue(kcp_LINE_SHORT_LEFT, line.in_stock);
    }
  }
}

void fill_countries(ctemplate::TemplateDictionary& page, const web::Request& request,
                    const CartView& view) {
  // All countries of the world are the checkout's list; here only those that make a difference.
  std::vector<std::string> countries = countries_with_rules(view.cart.rules);
  const std::string& chosen = view.quote.country;
  const bool is_listed = std::find(countries.begin(), countries.end(), chosen) != countries.end();
  if (!is_listed && !chosen.empty()) countries.push_back(chosen);
  countries.emplace_back();
  for (const std::string& code : countries) {
    auto& option = *page.AddSectionDictionary(kcp_COUNTRY);
    option.SetValue(kcp_COUNTRY_CODE, code);
    option.SetValue(kcp_COUNTRY_NAME, code.empty() ? request.say({"cart.elsewhere"})
                                                   : web::country_name(request, code));
    if (code == chosen) option.ShowSection(kcp_COUNTRY_CHOSEN);
  }
}

void fill_free_hint(ctemplate::TemplateDictionary& page, const CartView& view) {
  if (!view.quote.chosen || !view.quote.chosen->missing_for_free) return;
  auto& hint = *page.AddSectionDictionary(kcp_FREE_HINT);
  hint.SetValue(kcp_FREE_HINT_MISSING,
                to_text(*view.quote.chosen->missing_for_free, view.currency));
  hint.SetValueWithoutCopy(kcp_FREE_HINT_METHOD, view.quote.chosen->method->name);
}

/// Why the coupon takes nothing off; empty when it does.
web::Message coupon_problem(const Cart& cart, const std::string& currency) {
  switch (cart.coupon_state) {
    case CouponState::none:
    case CouponState::applies: return {};
    case CouponState::gone: return {"coupon.gone"};
    case CouponState::too_early: return {"coupon.too_early"};
    case CouponState::over: return {"coupon.over"};
    case CouponState::used_up: return {"coupon.used_up"};
    case CouponState::used_by_customer: return {"coupon.used_by_customer"};
    case CouponState::ordered_before: return {"coupon.ordered_before"};
    case CouponState::below_minimum:
      return {"coupon.below_minimum", {to_text(cart.coupon_minimum, currency)}};
    case CouponState::nothing_eligible: return {"coupon.nothing_eligible"};
  }
  throw std::logic_error("unknown CouponState");
}

void fill_coupon(ctemplate::TemplateDictionary& page, const web::Request& request,
                 const CartView& view) {
  if (view.cart.coupon.empty()) {
    page.ShowSection(kcp_NO_COUPON);
    return;
  }
  auto& coupon = *page.AddSectionDictionary(kcp_COUPON);
  coupon.SetValue(kcp_COUPON_CODE, view.cart.coupon);
  const web::Message problem = coupon_problem(view.cart, view.currency);
  if (!problem.empty()) {
    coupon.SetValueAndShowSection(kcp_COUPON_PROBLEM_TEXT, request.say(problem),
                                  kcp_COUPON_PROBLEM);
  }
}

void fill_cart_page(ctemplate::TemplateDictionary& page, const web::Request& request,
                    const CartView& view) {
  page.SetValue(kcp_CSRF, view.csrf_token);
  fill_lines(page, view);
  fill_countries(page, request, view);
  fill_free_hint(page, view);
  fill_shipping_choices(page, kcp_SHIPPING_CHOICES, view.quote, view.currency);
  fill_totals(page, kcp_TOTALS, totals_of(view.quote, view.currency));
  fill_coupon(page, request, view);
  if (view.cart.is_available() && view.quote.chosen) {
    auto& link = *page.AddSectionDictionary(kcp_CAN_ORDER);
    link.SetValueWithoutCopy(kcp_CAN_ORDER_COUNTRY, view.quote.country);
    link.SetValueWithoutCopy(kcp_CAN_ORDER_SHIPPING, view.quote.chosen->method->code);
  } else if (!view.cart.is_available()) {
    page.ShowSection(kcp_CANNOT_ORDER);
  }
}

/// The cart by the rules that are kept where nothing has changed.
CartAndProfile find_shown_cart(const web::Request& request, Shop& shop) {
  std::optional<PriceRules>& kept = shop.memory->prices;
  const CartQuestion question(shop.db, cart_owner(request), {.now = request.now},
                              !kept || kept->has_promotions);
  if (!shop.catch_up()) return question.answer(read_price_rules(shop.db));
  if (!kept) kept = read_price_rules(shop.db);
  return question.answer(*kept);
}

using Suggestions = std::vector<recommend::Suggestion>;

/// What goes with the cart, kept from the last time where nothing has changed.
std::shared_ptr<const Suggestions> find_companions(const web::Request& request, Shop& shop,
                                                   const Cart& cart) {
  constexpr int kSuggested = 5;  // one row of the product grid
  std::vector<std::int64_t> products;
  std::string key;
  for (const CartLine& line : cart.lines) {
    products.push_back(line.product_id);
    key += std::to_string(line.product_id) + ' ';
  }
  auto& kept = shop.memory->companions;
  if (auto known = kept.find(key, request.now)) return known;
  auto list =
      std::make_shared<const Suggestions>(recommend::goes_with(shop.db, products, kSuggested));
  if (shop.may_keep()) {
    for (const recommend::Suggestion& suggestion : *list) products.push_back(suggestion.card.id);
    kept.keep(key, list, std::move(products), request.now);
  }
  return list;
}

}  // namespace

web::Response cart_page(const web::Request& request, Shop& shop) {
  const CartAndProfile found = find_shown_cart(request, shop);
  web::Page page(request, "orders/cart_page.tpl", request.say({"cart.title"}));
  page.set_noindex();
  if (found.cart.empty()) {
    page.body().ShowSection(kcp_EMPTY);
    return page.render();
  }
  const std::string country = country_for(request, found.profile.country, shop);
  CartView view{
      found.cart,
      quote(found.cart.rules, found.cart.subtotal(), country, request.query.get("shipping")),
      shop.site.currency, request.csrf_token()};
  if (!view.quote.chosen) view.quote = quote(found.cart.rules, found.cart.subtotal(), country, "");
  fill_cart_page(*page.body().AddSectionDictionary(kcp_FILLED), request, view);
  const auto companions = find_companions(request, shop, found.cart);
  recommend::fill_suggestions(page.body(), request, shop.memory->cards, kcp_GOES_WITH,
                              kcp_GOES_WITH_PRODUCT_CARDS, *companions);
  return page.render();
}

}  // namespace orders
