/// withdraw_page.cpp - GET and POST /order/{id}/withdraw, POST /order/{id}/withdraw/confirm: choose
/// what goes back, look at it, announce it.
///
/// Template: templates/orders/withdraw_page.tpl, withdraw_confirm_page.tpl
/// Test:     tests/page/withdraw_page_test.cpp

#include "base/random.h"
#include "orders/orders_pages.h"
#include "orders/returns.h"
#include "shop.h"
#include "withdraw_confirm_page.tpl.varnames.h"
#include "withdraw_page.tpl.varnames.h"

namespace orders {
namespace {

constexpr std::size_t kLongestReason = 300;
constexpr std::size_t kLongestToken = 60;

std::string field_of(const ReturnableLine& line) {
  return "pieces-" + std::to_string(line.id);
}

bool can_go_back(const Returnable& order) {
  return order.rule == ReturnRule::some_pieces || order.rule == ReturnRule::whole_order;
}

Returnable must_find(const web::Request& request, Shop& shop, const WithdrawableOrder& visible) {
  auto order = find_returnable(shop.db, visible.order_id, request.now);
  if (!order) throw web::NotFound("order " + std::to_string(visible.order_id));
  return std::move(*order);
}

/// Reads how many pieces of each line go back; problems go into `form`.
ReturnWish read_wish(const web::Request& request, web::Form& form, const Returnable& order) {
  ReturnWish wish;
  wish.reason = form.text("reason", kLongestReason, false);
  for (const ReturnableLine& line : order.lines) {
    const std::string field = field_of(line);
    if (line.open < 1 || !request.form.has(field)) continue;
    const auto pieces = static_cast<int>(form.integer(field, 0, line.open));
    if (pieces > 0) wish.pieces.emplace_back(line.id, pieces);
  }
  if (wish.pieces.empty() && !form.has_problems() && !order.lines.empty()) {
    form.add_problem(field_of(order.lines.front()), {"withdraw.nothing_chosen"});
  }
  return wish;
}

int pieces_of(const ReturnWish& wish, const ReturnableLine& line) {
  for (const auto& [id, pieces] : wish.pieces) {
    if (id == line.id) return pieces;
  }
  return 0;
}

void fill_lines(ctemplate::TemplateDictionary& form, const Returnable& order,
                const ReturnWish* typed) {
  for (const ReturnableLine& line : order.lines) {
    if (line.open < 1) continue;
    auto& row = *form.AddSectionDictionary(kwp_LINE);
    row.SetValue(kwp_LINE_NAME, line.name);
    const bool is_whole = order.rule == ReturnRule::whole_order;
    auto& field = *row.AddSectionDictionary(is_whole ? kwp_FIXED : kwp_CHOICE);
    field.SetIntValue(is_whole ? kwp_FIXED_ID : kwp_CHOICE_ID, line.id);
    field.SetIntValue(is_whole ? kwp_FIXED_PIECES : kwp_CHOICE_MOST, line.open);
    if (is_whole) continue;
    const bool is_only_piece = order.lines.size() == 1 && line.open == 1;
    field.SetIntValue(kwp_CHOICE_PIECES,
                      typed != nullptr ? pieces_of(*typed, line) : (is_only_piece ? 1 : 0));
  }
}

web::Response show_choice(const web::Request& request, const Returnable& order,
                          const WithdrawableOrder& visible, const ReturnWish* typed,
                          const web::Form* form) {
  web::Page page(request, "orders/withdraw_page.tpl",
                 request.say({"withdraw.title", {order.number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kwp_NUMBER, order.number);
  if (visible.may_see_order) {
    body.SetValueAndShowSection(kwp_BACK_URL, visible.path(), kwp_BACK);
  }
  if (can_go_back(order)) {
    auto& choose = *body.AddSectionDictionary(kwp_FORM);
    choose.SetIntValue(kwp_FORM_ID, order.order_id);
    choose.SetValue(kwp_FORM_CSRF, request.csrf_token());
    choose.SetValue(kwp_FORM_KEY, visible.key);
    choose.SetValue(kwp_FORM_REASON, typed != nullptr ? typed->reason : "");
    if (order.rule == ReturnRule::whole_order) choose.ShowSection(kwp_WHOLE);
    if (order.until) {
      choose.SetValueAndShowSection(kwp_UNTIL_DAY, to_day_text(*order.until), kwp_UNTIL);
    }
    fill_lines(choose, order, typed);
  } else if (order.rule == ReturnRule::too_late) {
    body.SetValueAndShowSection(kwp_LATE_DAY, to_day_text(order.until.value_or(request.now)),
                                kwp_LATE);
  } else {
    body.ShowSection(kwp_ENDED);
  }
  if (form != nullptr) form->fill_problems(body);
  web::Response response = page.render(form == nullptr ? 200 : 422);
  response.keep_session = true;
  return response;
}

web::Response show_confirm(const web::Request& request, const Returnable& order,
                           const WithdrawableOrder& visible, const ReturnWish& wish) {
  web::Page page(request, "orders/withdraw_confirm_page.tpl",
                 request.say({"withdraw.confirm_title", {order.number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kwcp_ID, order.order_id);
  body.SetValue(kwcp_NUMBER, order.number);
  body.SetValue(kwcp_CSRF, request.csrf_token());
  body.SetValue(kwcp_KEY, visible.key);
  body.SetValue(kwcp_TOKEN, random_token());
  body.SetValue(kwcp_BACK, visible.path("/withdraw"));
  body.SetValue(kwcp_REASON, wish.reason);
  if (!wish.reason.empty()) {
    body.SetValueAndShowSection(kwcp_WHY_TEXT, wish.reason, kwcp_WHY);
  }
  for (const ReturnableLine& line : order.lines) {
    const int pieces = pieces_of(wish, line);
    if (pieces < 1) continue;
    auto& row = *body.AddSectionDictionary(kwcp_LINE);
    row.SetIntValue(kwcp_LINE_ID, line.id);
    row.SetIntValue(kwcp_LINE_PIECES, pieces);
    row.SetValue(kwcp_LINE_NAME, line.name);
  }
  web::Response response = page.render();
  response.keep_session = true;
  return response;
}

}  // namespace

web::Response withdraw_page(const web::Request& request, Shop& shop) {
  const WithdrawableOrder visible = withdrawable_order(request, shop);
  return show_choice(request, must_find(request, shop, visible), visible, nullptr, nullptr);
}

web::Response post_withdraw(const web::Request& request, Shop& shop) {
  const WithdrawableOrder visible = withdrawable_order(request, shop);
  const Returnable order = must_find(request, shop, visible);
  if (!can_go_back(order)) return show_choice(request, order, visible, nullptr, nullptr);
  web::Form form(request);
  const ReturnWish wish = read_wish(request, form, order);
  if (form.has_problems()) return show_choice(request, order, visible, &wish, &form);
  return show_confirm(request, order, visible, wish);
}

web::Response post_withdraw_confirm(const web::Request& request, Shop& shop) {
  const WithdrawableOrder visible = withdrawable_order(request, shop);
  const Returnable order = must_find(request, shop, visible);
  ReturnWish wish;
  wish.reason = web::form_text(request, "reason", kLongestReason);
  wish.token = web::form_text(request, "token", kLongestToken);
  if (wish.token.size() < 16) throw web::BadRequest("token is too short");
  for (const ReturnableLine& line : order.lines) {
    if (!request.form.has(field_of(line))) continue;
    const auto pieces = web::form_integer(request, field_of(line), 1, kMostPieces);
    wish.pieces.emplace_back(line.id, static_cast<int>(pieces));
  }
  std::optional<std::int64_t> actor;
  if (request.visitor.is_signed_in()) actor = request.visitor.account_id;
  const Asked asked = ask_return(shop.db, visible.order_id, wish, actor, request.now);
  const std::string form_path = visible.path("/withdraw");
  switch (asked.outcome) {
    case AskOutcome::asked:
      return web::redirect_after_post(visible.path("/return/" + std::to_string(asked.return_id)),
                                      {"withdraw.asked"});
    case AskOutcome::nothing_chosen:
      return web::redirect_with_warning(form_path, {"withdraw.nothing_chosen"});
    case AskOutcome::too_many: return web::redirect_with_warning(form_path, {"withdraw.too_many"});
    case AskOutcome::not_now: return web::redirect_with_warning(form_path, {"withdraw.not_now"});
    case AskOutcome::no_such_order: break;
  }
  throw web::NotFound("order " + std::to_string(visible.order_id));
}

}  // namespace orders
