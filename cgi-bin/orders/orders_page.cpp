/// orders_page.cpp - GET /orders: the customer's orders, TEMP first.
///
/// Template: templates/orders/orders_page.tpl
/// Test:     tests/page/orders_page_test.cpp

#include "base/text.h"
#include "orders/orders_pages.h"
#include "orders_page.tpl.varnames.h"
#include "shop.h"

namespace orders {
namespace {

constexpr int kOrdersShown = 20;

void fill_temp(ctemplate::TemplateDictionary& page, const web::Request& request,
               const OrderSummary& order, const std::string& currency) {
  auto& row = *page.AddSectionDictionary(kop_TEMP);
  row.SetValue(kop_TEMP_FIRST, order.first_product);
  if (order.products > 1) row.ShowSection(kop_TEMP_MORE);
  row.SetIntValue(kop_TEMP_PIECES, order.pieces);
  row.SetValue(kop_TEMP_TOTAL, to_text(order.total, currency));
  row.SetValue(kop_TEMP_DAY, to_day_text(order.at));
  row.SetValue(kop_TEMP_CSRF, request.csrf_token());
}

/// The colour of the state's badge, a class of the design system.
std::string tone_of(const States& states) {
  switch (states.order) {
    case OrderState::complete: return "good";
    case OrderState::cancelled:
    case OrderState::returned: return "bad";
    case OrderState::temp:
    case OrderState::placed: break;
  }
  return "";
}

void fill_order(ctemplate::TemplateDictionary& page, const web::Request& request,
                const OrderSummary& order) {
  auto& row = *page.AddSectionDictionary(kop_ORDER);
  row.SetIntValue(kop_ORDER_ID, order.id);
  row.SetValue(kop_ORDER_NUMBER, order.number);
  row.SetValue(kop_ORDER_PROGRESS,
               request.say({"order.progress." + to_lower(progress_word(order.states))}));
  row.SetValue(kop_ORDER_TONE, tone_of(order.states));
  row.SetValue(kop_ORDER_PAYMENT,
               request.say({"order.payment." + std::string(to_text(order.states.payment))}));
  row.SetValue(kop_ORDER_FIRST, order.first_product);
  if (order.products > 1) row.ShowSection(kop_ORDER_MORE);
  row.SetIntValue(kop_ORDER_PIECES, order.pieces);
  row.SetValue(kop_ORDER_TOTAL, to_text(order.total, order.currency));
  row.SetValue(kop_ORDER_DAY, to_day_text(order.at));
}

/// Behind which order the page starts: ?before=… of a link that we made.
std::optional<std::int64_t> before_of(const web::Request& request) {
  if (!request.query.has("before")) return std::nullopt;
  const auto before = to_integer(request.query.get("before"), 1);
  if (!before) throw web::NotFound("before is no id");
  return before;
}

}  // namespace

web::Response orders_page(const web::Request& request, Shop& shop) {
  // One more than is shown tells whether there are older ones.
  std::vector<OrderSummary> orders =
      list_orders(shop.db, request.visitor.account_id, kOrdersShown + 1, before_of(request));
  web::Page page(request, "orders/orders_page.tpl", request.say({"orders.title"}));
  page.set_noindex();
  auto& body = page.body();
  if (orders.empty()) body.ShowSection(kop_NONE);
  if (orders.size() > kOrdersShown) {
    orders.resize(kOrdersShown);
    body.AddSectionDictionary(kop_OLDER)->SetIntValue(kop_OLDER_ID, orders.back().id);
  }
  for (const OrderSummary& order : orders) {
    if (order.states.is_temp()) {
      fill_temp(body, request, order, shop.site.currency);
    } else {
      fill_order(body, request, order);
    }
  }
  return page.render();
}

}  // namespace orders
