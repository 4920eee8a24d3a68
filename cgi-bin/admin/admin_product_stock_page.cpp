/// admin_product_stock_page.cpp - GET /admin/stock/{id}, and what its forms do: receive, move,
/// count.
///
/// Template: templates/admin/admin_product_stock_page.tpl
/// Test:     tests/page/admin_product_stock_page_test.cpp

#include "admin/admin_stock_pages.h"
#include "admin_product_stock_page.tpl.varnames.h"
#include "inventory/stock.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using inventory::ProductStock;
using inventory::StockOutcome;

constexpr int kHistoryShown = 50;
constexpr int kMostPieces = 10000;  // in one go
constexpr std::size_t kLongestReason = 200;

/// What was typed into the forms, to be shown again when it did not fit.
struct Typed {
  std::string received{};
  std::string cost{};
  std::string moved{};
  std::string reason{};
  std::int64_t counted_center = 0;
  std::string counted{};
};

ProductStock must_find(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  auto stock = inventory::find_stock(shop.db, id, kHistoryShown);
  if (!stock) throw web::NotFound("product " + std::to_string(id));
  return std::move(*stock);
}

void fill_centers(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const ProductStock& stock, const Typed& typed) {
  for (const inventory::CenterStock& center : stock.centers) {
    auto& option = *body.AddSectionDictionary(kapsp_CENTER);
    option.SetIntValue(kapsp_CENTER_ID, center.center_id);
    option.SetValue(kapsp_CENTER_NAME, center.center);
    auto& row = *body.AddSectionDictionary(kapsp_ROW);
    row.SetIntValue(kapsp_ROW_ID, center.center_id);
    row.SetIntValue(kapsp_ROW_PRODUCT, stock.product.product_id);
    row.SetValue(kapsp_ROW_NAME, center.center);
    row.SetIntValue(kapsp_ROW_PIECES, center.pieces);
    row.SetValue(kapsp_ROW_VALUE, to_text(center.value, request.site->currency));
    row.SetValue(kapsp_ROW_CSRF, request.csrf_token());
    row.SetIntValue(kapsp_ROW_SEEN, stock.last_change);
    const bool is_typed = typed.counted_center == center.center_id;
    row.SetValue(kapsp_ROW_COUNTED, is_typed ? typed.counted : std::to_string(center.pieces));
    row.SetValue(kapsp_ROW_REASON, is_typed ? typed.reason : "");
    if (center.pieces == 0) continue;
    auto& from = *body.AddSectionDictionary(kapsp_FROM);
    from.SetIntValue(kapsp_FROM_ID, center.center_id);
    from.SetValue(kapsp_FROM_NAME, center.center);
    from.SetIntValue(kapsp_FROM_PIECES, center.pieces);
  }
}

void fill_history(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const ProductStock& stock) {
  if (stock.history.empty()) return;
  auto& list = *body.AddSectionDictionary(kapsp_HISTORY);
  for (const inventory::StockChange& change : stock.history) {
    auto& row = *list.AddSectionDictionary(kapsp_CHANGE);
    row.SetValue(kapsp_CHANGE_TIME, to_minute_text(change.at));
    row.SetValue(kapsp_CHANGE_WHAT,
                 request.say({"stock.change." + change.kind, {change.center, change.target}}));
    row.SetIntValue(kapsp_CHANGE_PIECES, change.pieces);
    row.SetValue(kapsp_CHANGE_VALUE, to_text(change.value, request.site->currency));
    row.SetValue(kapsp_CHANGE_REASON, change.reason);
    row.SetValue(kapsp_CHANGE_WHO, change.who);
  }
}

web::Response show(const web::Request& request, const ProductStock& stock, const web::Form* form,
                   const Typed& typed) {
  web::Page page(request, "admin/admin_product_stock_page.tpl",
                 request.say({"stock.product_title", {stock.product.name}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kapsp_ID, stock.product.product_id);
  body.SetValue(kapsp_NAME, stock.product.name);
  body.SetValue(kapsp_SKU, stock.product.sku);
  body.SetIntValue(kapsp_PIECES, stock.product.in_stock);
  body.SetValue(kapsp_VALUE, to_text(stock.product.value, request.site->currency));
  body.SetValue(kapsp_CSRF, request.csrf_token());
  body.SetIntValue(kapsp_SEEN, stock.last_change);
  body.SetValue(kapsp_RECEIVED, typed.received);
  body.SetValue(kapsp_COST, typed.cost);
  body.SetValue(kapsp_MOVED, typed.moved);
  if (stock.product.withdrawn) body.ShowSection(kapsp_WITHDRAWN);
  fill_centers(body, request, stock, typed);
  if (stock.centers.empty()) {
    body.ShowSection(kapsp_NO_CENTER);
  } else {
    body.ShowSection(kapsp_RECEIVE);
    if (stock.centers.size() > 1 && stock.product.in_stock > 0) body.ShowSection(kapsp_MOVE);
  }
  fill_history(body, request, stock);
  if (form != nullptr) form->fill_problems(body);
  return page.render(form == nullptr ? 200 : 422);
}

inventory::StockHand hand_of(const web::Request& request) {
  return {request.visitor.account_id, web::form_integer(request, "seen", 0, INT64_MAX),
          request.now};
}

std::int64_t center_of(const web::Request& request, std::string_view field) {
  return web::form_integer(request, field, 1, INT64_MAX);
}

web::Response tell(std::int64_t product_id, StockOutcome outcome, web::Message done) {
  const std::string path = "/admin/stock/" + std::to_string(product_id);
  switch (outcome) {
    case StockOutcome::done: return web::redirect_after_post(path, std::move(done));
    case StockOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"stock.changed_meanwhile"});
    case StockOutcome::not_that_many:
      return web::redirect_with_warning(path, {"stock.not_that_many"});
    case StockOutcome::nothing_to_do:
      return web::redirect_with_warning(path, {"stock.nothing_to_do"});
    case StockOutcome::no_such_place:
      throw web::NotFound("product or centre of " + std::to_string(product_id));
  }
  throw std::logic_error("unknown StockOutcome");
}

}  // namespace

web::Response admin_product_stock_page(const web::Request& request, Shop& shop) {
  return show(request, must_find(request, shop), nullptr, {});
}

web::Response post_stock_receive(const web::Request& request, Shop& shop) {
  const ProductStock stock = must_find(request, shop);
  const std::int64_t center = center_of(request, "center");
  const inventory::StockHand hand = hand_of(request);
  web::Form form(request);
  const auto pieces = static_cast<int>(form.integer("pieces", 1, kMostPieces));
  const std::string typed = form.text("cost", 20, true);
  const auto cost = parse_money(typed);
  if (!typed.empty() && !cost) form.add_problem("cost", {"staff.bad_amount"});
  if (form.has_problems()) {
    return show(request, stock, &form, {.received = request.form.get("pieces"), .cost = typed});
  }
  return tell(
      stock.product.product_id,
      inventory::receive_stock(shop.db, stock.product.product_id, center, pieces, *cost, hand),
      {"stock.received", {std::to_string(pieces)}});
}

web::Response post_stock_move(const web::Request& request, Shop& shop) {
  const ProductStock stock = must_find(request, shop);
  const std::int64_t from = center_of(request, "from");
  const std::int64_t to = center_of(request, "to");
  const inventory::StockHand hand = hand_of(request);
  web::Form form(request);
  const auto pieces = static_cast<int>(form.integer("moved", 1, kMostPieces));
  if (form.has_problems()) {
    return show(request, stock, &form, {.moved = request.form.get("moved")});
  }
  return tell(stock.product.product_id,
              inventory::move_stock(shop.db, stock.product.product_id, from, to, pieces, hand),
              {"stock.moved", {std::to_string(pieces)}});
}

web::Response post_stock_count(const web::Request& request, Shop& shop) {
  const ProductStock stock = must_find(request, shop);
  inventory::Count count;
  count.center_id = center_of(request, "center");
  count.expected = static_cast<int>(web::form_integer(request, "expected", 0, INT32_MAX));
  const inventory::StockHand hand = hand_of(request);
  web::Form form(request);
  // Fields of the centre's row: a label's target must be unique on the page.
  const std::string row = "-" + std::to_string(count.center_id);
  count.counted = static_cast<int>(
      form.integer("counted" + row, 0, static_cast<std::int64_t>(count.expected) + kMostPieces));
  count.reason = form.text("reason" + row, kLongestReason, true);
  if (form.has_problems()) {
    return show(request, stock, &form,
                {.reason = count.reason,
                 .counted_center = count.center_id,
                 .counted = request.form.get("counted" + row)});
  }
  return tell(stock.product.product_id,
              inventory::correct_stock(shop.db, stock.product.product_id, count, hand),
              {"stock.corrected"});
}

}  // namespace admin
