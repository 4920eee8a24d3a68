/// order_api.cpp - GET /api/orders…, PUT /api/orders/{id}/pay and /deliver, POST …/cancel.
///
/// Test: tests/page/order_api_test.cpp

#include "accounts/once_api.h"
#include "base/text.h"
#include "orders/order_json_view.h"
#include "orders/orders_api.h"
#include "orders/payment.h"
#include "orders/settle.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace orders {
namespace {

web::Response list_response(const web::Request& request, const RecordPage& page) {
  web::Json items = web::Json::array();
  for (const OrderRecord& record : page.orders) items.push_back(to_json(record));
  return web::revalidated(request, web::json_response(web::list_answer(
                                       request, std::move(items), page.total,
                                       page.has_more ? page.orders.back().order.id : 0)));
}

bool sees_all(const web::Request& request) {
  return request.visitor.may(web::Permission::orders);
}

/// The order of the path: of this customer, or any for staff who see orders. Else 404.
OrderRecord visible_record(const web::Request& request, Shop& shop) {
  auto record = find_record(shop.db, request.captured_id("id"));
  const bool is_own = record && !request.visitor.is_machine &&
                      record->order.account_id == request.visitor.account_id;
  const bool is_visible =
      is_own || (record && sees_all(request) && !record->order.states.is_temp());
  if (!is_visible) throw web::NotFound("order");
  return std::move(*record);
}

web::Response order_response(Shop& shop, std::int64_t id) {
  const auto record = find_record(shop.db, id);
  if (!record) throw web::NotFound("order");
  return web::json_response(to_json(*record));
}

/// Words of the documents beside those of the table.
std::optional<std::string> state_word(web::QueryForm& query) {
  const std::string word = to_lower(query.text("status", 20, false));
  if (word.empty()) return std::nullopt;
  for (const OrderState state :
       {OrderState::placed, OrderState::complete, OrderState::cancelled, OrderState::returned}) {
    if (to_text(state) == word) return word;
  }
  if (word == "processing" || word == "shipped") return "placed";
  query.add_problem("status", {"api.no_such_status"});
  return std::nullopt;
}

web::Response all_orders(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  RecordFilter filter;
  filter.state = state_word(query);
  if (query.has("user_id")) filter.account_id = query.integer("user_id", 1, INT64_MAX);
  if (query.has("paid")) filter.payment_state = query.flag("paid") ? "paid" : "unpaid";
  query.require_good();
  return list_response(request, list_all_records(shop.db, filter, wish.after, wish.per_page));
}

web::Response advance(const web::Request& request, Shop& shop, std::int64_t id, Action action) {
  switch (advance_order(shop.db, id, action, request.visitor.account_id, "", request.now)) {
    case AdvanceOutcome::done: return order_response(shop, id);
    case AdvanceOutcome::not_now: throw web::Conflict("state", {"api.order_not_now"});
    case AdvanceOutcome::no_such_order: throw web::NotFound("order");
  }
  throw std::logic_error("unknown AdvanceOutcome");
}

/// The sandbox's card that succeeds; another one may be sent.
Card read_card(const web::Request& request, web::JsonForm& form) {
  if (!form.has("card")) return {"4242424242424242", 12, 2099, "123"};
  const auto part = form.object("card");
  const auto digits = card_digits(part->text("number", 30, true));
  if (!digits || !passes_luhn(*digits)) part->add_problem("number", {"checkout.card_number"});
  const auto expiry = parse_expiry(part->text("expiry", 10, true));
  if (!expiry || is_expired(*expiry, request.now)) {
    part->add_problem("expiry", {"checkout.card_expiry"});
  }
  const std::string cvc = part->text("cvc", 4, true);
  if (!is_cvc(cvc)) part->add_problem("cvc", {"checkout.card_cvc"});
  form.add_problems_of(*part);
  form.require_good();
  return {*digits, expiry->month, expiry->year, cvc};
}

web::Response pay_by_card(const web::Request& request, Shop& shop, std::int64_t id,
                          web::Json body) {
  const auto gateway = make_gateway(shop.config.card_gateway);
  if (gateway == nullptr) throw web::Conflict("no gateway", {"api.pay_card_elsewhere"});
  web::JsonForm form(request, std::move(body));
  const Card card = read_card(request, form);
  return accounts::once(request, shop, [&](const std::string& token) {
    switch (pay_order(shop.db, *gateway, id, card, token, request.now)) {
      case PayOutcome::paid: return order_response(shop, id);
      case PayOutcome::already_paid: throw web::Conflict("paid", {"order.already_paid"});
      case PayOutcome::declined: throw web::Conflict("declined", {"order.declined"});
      case PayOutcome::timed_out: throw web::Conflict("timed out", {"order.timed_out"});
      case PayOutcome::in_progress: throw web::Conflict("paying", {"order.pay_in_progress"});
      case PayOutcome::not_payable: throw web::Conflict("not payable", {"order.not_payable"});
    }
    throw std::logic_error("unknown PayOutcome");
  });
}

}  // namespace

web::Response api_own_orders(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  return list_response(
      request, list_own_records(shop.db, request.visitor.account_id, wish.after, wish.per_page));
}

web::Response api_orders(const web::Request& request, Shop& shop) {
  return sees_all(request) ? all_orders(request, shop) : api_own_orders(request, shop);
}

web::Response api_all_orders(const web::Request& request, Shop& shop) {
  return all_orders(request, shop);
}

web::Response api_order(const web::Request& request, Shop& shop) {
  return web::revalidated(request, web::json_response(to_json(visible_record(request, shop))));
}

web::Response api_order_pay(const web::Request& request, Shop& shop) {
  web::Json body = web::json_body_if_any(request);
  const Order order = visible_record(request, shop).order;
  if (order.states.is_temp()) throw web::Conflict("a cart", {"api.order_not_placed"});
  if (order.states.is_paid()) throw web::Conflict("paid", {"order.already_paid"});
  if (sees_all(request)) return advance(request, shop, order.id, Action::pay);
  if (!may(order.states, Action::pay)) throw web::Conflict("state", {"order.not_payable"});
  const PaymentMethod method = order.payment.value_or(PaymentMethod::bank_transfer);
  switch (method) {
    case PaymentMethod::sandbox_card: return pay_by_card(request, shop, order.id, std::move(body));
    case PaymentMethod::hosted_card:
      throw web::Conflict("hosted",
                          {"api.pay_hosted", {"/order/" + std::to_string(order.id) + "/pay"}});
    case PaymentMethod::bank_transfer: throw web::Conflict("bank", {"api.pay_by_transfer"});
    case PaymentMethod::cash_on_delivery: throw web::Conflict("cash", {"api.pay_on_delivery"});
  }
  throw std::logic_error("unknown PaymentMethod");
}

web::Response api_order_deliver(const web::Request& request, Shop& shop) {
  const Order order = visible_record(request, shop).order;
  // The documents know one step; the shop's books know two.
  if (may(order.states, Action::ship)) advance(request, shop, order.id, Action::ship);
  return advance(request, shop, order.id, Action::deliver);
}

web::Response api_order_cancel(const web::Request& request, Shop& shop) {
  const std::int64_t id = visible_record(request, shop).order.id;
  // What a card was asked for and never answered is cleared up first: no paid order is cancelled.
  clear_up_payments(shop.db, shop.config, id, request.now);
  return advance(request, shop, id, Action::cancel);
}

}  // namespace orders
