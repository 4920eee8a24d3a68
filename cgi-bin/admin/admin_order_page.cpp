/// admin_order_page.cpp - GET /admin/order/{id} and what its forms do: step, ship, refund.
///
/// Template: templates/admin/admin_order_page.tpl
/// Test:     tests/page/admin_order_page_test.cpp

#include <algorithm>

#include "admin/admin_order_view.h"
#include "admin/admin_orders_pages.h"
#include "orders/gateway_refunds.h"
#include "orders/order_work.h"
#include "orders/payment.h"
#include "orders/settle.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using orders::Action;
using orders::OrderFile;
using orders::WorkOutcome;

constexpr std::size_t kLongestWord = 80;
constexpr std::size_t kLongestReason = 200;
constexpr int kMostPieces = 9999;

std::string path_of(std::int64_t order_id) {
  return "/admin/order/" + std::to_string(order_id);
}

OrderFile must_find(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  auto file = orders::find_order_file(shop.db, id);
  if (!file) throw web::NotFound("order " + std::to_string(id));
  return std::move(*file);
}

web::Response show(const web::Request& request, Shop& shop, const OrderFile& file,
                   const web::Form* form, const OrderFormsTyped& typed) {
  web::Page page(request, "admin/admin_order_page.tpl",
                 request.say({"order.title", {file.order.number}}));
  page.set_noindex();
  fill_admin_order(page.body(), request, file, orders::returns_of_order(shop.db, file.order.id),
                   typed);
  fill_gateway_refunds(page.body(), request, file.order,
                       orders::list_gateway_refunds(shop.db, file.order.id));
  if (form != nullptr) form->fill_problems(page.body());
  return page.render(form == nullptr ? 200 : 422);
}

orders::Hand hand_of(const web::Request& request) {
  return {request.visitor.account_id, web::form_integer(request, "seen", 0, INT64_MAX),
          request.now};
}

/// Back to the order's page, where `done` or the reason against it is told.
web::Response tell(std::int64_t order_id, WorkOutcome outcome, web::Message done) {
  const std::string path = path_of(order_id);
  switch (outcome) {
    case WorkOutcome::done: return web::redirect_after_post(path, std::move(done));
    case WorkOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"staff.changed_meanwhile"});
    case WorkOutcome::not_now: return web::redirect_with_warning(path, {"staff.not_now"});
    case WorkOutcome::nothing_to_ship:
      return web::redirect_with_warning(path, {"staff.nothing_to_ship"});
    case WorkOutcome::too_many_pieces:
      return web::redirect_with_warning(path, {"staff.too_many_pieces"});
    case WorkOutcome::too_much_money:
      return web::redirect_with_warning(path, {"staff.too_much_money"});
    case WorkOutcome::no_such_order: throw web::NotFound("order " + std::to_string(order_id));
  }
  throw std::logic_error("unknown WorkOutcome");
}

/// What the payment service can be told now; the rest is tried again by tools/expire_orders.
void send_money_back(const web::Request& request, Shop& shop) {
  constexpr int kBatch = 5;
  if (auto gateway = orders::make_hosted_gateway(shop.config)) {
    // The refund was written after the request came: as seen from then it would not be due yet.
    orders::send_refunds(shop.db, *gateway, kBatch, std::max(request.now, shop.clock()));
  }
}

/// How many pieces of each line the form names; lines without pieces are left out.
orders::Parcel read_parcel(const web::Request& request, web::Form& form, const OrderFile& file) {
  orders::Parcel parcel;
  parcel.carrier = form.text("carrier", kLongestWord, false);
  parcel.tracking = form.text("tracking", kLongestWord, false);
  for (const orders::WorkLine& line : file.lines) {
    const std::string field = "pieces-" + std::to_string(line.id);
    if (!request.form.has(field)) continue;
    const auto pieces = static_cast<int>(web::form_integer(request, field, 0, kMostPieces));
    if (pieces > 0) parcel.pieces.emplace_back(line.id, pieces);
  }
  return parcel;
}

}  // namespace

web::Response admin_order_page(const web::Request& request, Shop& shop) {
  return show(request, shop, must_find(request, shop), nullptr, {});
}

web::Response post_admin_order_step(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto action = orders::parse_action(web::form_text(request, "step", kLongestWord));
  if (!action) throw web::BadRequest("unknown step");
  // What a card was asked for and never answered is cleared up before an order ends.
  if (*action == Action::cancel || *action == Action::pay) {
    orders::clear_up_payments(shop.db, shop.config, id, request.now);
  }
  const WorkOutcome outcome = orders::do_step(shop.db, id, *action, hand_of(request), "");
  return tell(id, outcome, {"staff.done." + std::string(to_text(*action))});
}

web::Response post_admin_order_ship(const web::Request& request, Shop& shop) {
  const OrderFile file = must_find(request, shop);
  web::Form form(request);
  const orders::Parcel parcel = read_parcel(request, form, file);
  const orders::Hand hand = hand_of(request);
  if (form.has_problems()) {
    return show(request, shop, file, &form,
                {.carrier = parcel.carrier, .tracking = parcel.tracking});
  }
  return tell(file.order.id, orders::ship(shop.db, file.order.id, parcel, hand),
              {"staff.done.ship"});
}

web::Response post_admin_order_refund(const web::Request& request, Shop& shop) {
  const OrderFile file = must_find(request, shop);
  web::Form form(request);
  const std::string typed = form.text("amount", 20, true);
  const std::string reason = form.text("reason", kLongestReason, false);
  const auto amount = parse_money(typed);
  if (!typed.empty() && (!amount || amount->cents < 1)) {
    form.add_problem("amount", {"staff.bad_amount"});
  }
  const orders::Hand hand = hand_of(request);
  if (form.has_problems()) {
    return show(request, shop, file, &form, {.amount = typed, .reason = reason});
  }
  const WorkOutcome outcome = orders::refund(shop.db, file.order.id, *amount, reason, hand);
  if (outcome == WorkOutcome::done) send_money_back(request, shop);
  return tell(file.order.id, outcome,
              {"staff.done.refund", {to_text(*amount, file.order.currency)}});
}

web::Response post_admin_refund_again(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const std::int64_t refund = web::form_integer(request, "refund", 1, INT64_MAX);
  if (!orders::try_refund_again(shop.db, id, refund, request.now)) {
    return tell(id, WorkOutcome::changed_meanwhile, {});
  }
  send_money_back(request, shop);
  return tell(id, WorkOutcome::done, {"staff.refund_tried"});
}

}  // namespace admin
