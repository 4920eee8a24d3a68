/// return_page.cpp - GET /order/{id}/return/{return}: the receipt of a withdrawal, and what became
/// of it.
///
/// Template: templates/orders/return_page.tpl
/// Test:     tests/page/withdraw_page_test.cpp

#include "orders/orders_pages.h"
#include "orders/returns.h"
#include "return_page.tpl.varnames.h"
#include "shop.h"

namespace orders {

web::Response return_page(const web::Request& request, Shop& shop) {
  const WithdrawableOrder visible = withdrawable_order(request, shop);
  const std::int64_t id = request.captured_id("return");
  const auto found = find_return(shop.db, visible.order_id, id);
  if (!found) throw web::NotFound("return " + std::to_string(id));

  web::Page page(
      request, "orders/return_page.tpl",
      request.say({"withdraw.receipt_title", {std::to_string(found->id), found->number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(krp_ID, found->id);
  body.SetValue(krp_NUMBER, found->number);
  body.SetValue(krp_TIME, to_minute_text(found->created_at));
  body.SetValue(krp_STATE, request.say({"withdraw.state." + found->state}));
  if (found->state == "asked") body.ShowSection(krp_OPEN);
  if (!found->reason.empty()) {
    body.SetValueAndShowSection(krp_REASON_TEXT, found->reason, krp_REASON);
  }
  if (!found->answer.empty()) {
    body.SetValueAndShowSection(krp_ANSWER_TEXT, found->answer, krp_ANSWER);
  }
  if (visible.may_see_order) {
    body.SetValueAndShowSection(krp_BACK_URL, visible.path(), krp_BACK);
  }
  for (const ReturnLine& line : found->lines) {
    auto& row = *body.AddSectionDictionary(krp_LINE);
    row.SetIntValue(krp_LINE_PIECES, line.pieces);
    row.SetValue(krp_LINE_NAME, line.name);
  }
  return page.render();
}

}  // namespace orders
