/// admin_returns_page.cpp - GET /admin/returns and /admin/returns.csv; what staff say to a return:
/// POST /admin/order/{id}/return/{return}/accept and /decline.
///
/// Template: templates/admin/admin_returns_page.tpl
/// Test:     tests/page/admin_returns_page_test.cpp

#include "admin/admin_orders_pages.h"
#include "admin_returns_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "orders/returns.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using orders::ListedReturn;
using orders::WorkOutcome;

constexpr int kReturnsShown = 50;
constexpr int kRowsAtOnce = 500;  // of the CSV file
constexpr std::size_t kLongestText = 254;
constexpr std::size_t kLongestAnswer = 300;
constexpr std::string_view kStates[] = {"asked", "accepted", "declined"};

struct Filter {
  std::string state{};
  std::string text{};

  std::string query() const { return "?state=" + state + "&q=" + url_encoded(text); }
};

Filter read_filter(const web::Request& request) {
  Filter filter;
  filter.text = shortened(trimmed(request.query.get("q")), kLongestText);
  filter.state = request.query.get("state");
  if (filter.state.empty()) return filter;
  for (const std::string_view state : kStates) {
    if (filter.state == state) return filter;
  }
  throw web::BadRequest("unknown state");
}

std::optional<std::int64_t> before_of(const web::Request& request) {
  if (!request.query.has("before")) return std::nullopt;
  const auto before = to_integer(request.query.get("before"), 1);
  if (!before) throw web::NotFound("before is no id");
  return before;
}

void fill_return(ctemplate::TemplateDictionary& table, const web::Request& request,
                 const ListedReturn& one) {
  auto& row = *table.AddSectionDictionary(karp_RETURN);
  row.SetIntValue(karp_RETURN_ID, one.id);
  row.SetIntValue(karp_RETURN_ORDER, one.order_id);
  row.SetValue(karp_RETURN_NUMBER, one.number);
  row.SetValue(karp_RETURN_TIME, to_minute_text(one.created_at));
  row.SetValue(karp_RETURN_NAME, one.name);
  row.SetValue(karp_RETURN_CONTENT, one.content);
  row.SetValue(karp_RETURN_REASON, one.reason);
  row.SetValue(karp_RETURN_STATE, request.say({"staff.return_state." + one.state}));
  row.SetValue(karp_RETURN_REFUND, one.refund ? to_text(*one.refund, one.currency) : "");
}

void write_csv(web::Stream& stream, Shop& shop, const Filter& filter) {
  std::string text;
  add_csv_line(text, {"return", "order", "announced_at", "state", "name", "email", "content",
                      "reason", "refund_due", "currency"});
  std::optional<std::int64_t> behind;
  while (true) {
    const auto returns =
        orders::list_returns(shop.db, filter.state, filter.text, kRowsAtOnce, behind);
    for (const ListedReturn& one : returns) {
      add_csv_line(text, {std::to_string(one.id), one.number, to_iso(one.created_at), one.state,
                          one.name, one.email, one.content, one.reason,
                          one.refund ? to_decimal(*one.refund) : "", one.currency});
    }
    if (!stream.write(text) || static_cast<int>(returns.size()) < kRowsAtOnce) return;
    text.clear();
    behind = returns.back().id;
  }
}

web::Response tell(std::int64_t order_id, WorkOutcome outcome, web::Message done) {
  const std::string path = "/admin/order/" + std::to_string(order_id);
  switch (outcome) {
    case WorkOutcome::done: return web::redirect_after_post(path, std::move(done));
    case WorkOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"staff.changed_meanwhile"});
    case WorkOutcome::not_now:
    case WorkOutcome::nothing_to_ship:
    case WorkOutcome::too_many_pieces:
    case WorkOutcome::too_much_money: return web::redirect_with_warning(path, {"staff.not_now"});
    case WorkOutcome::no_such_order: throw web::NotFound("order " + std::to_string(order_id));
  }
  throw std::logic_error("unknown WorkOutcome");
}

orders::Hand hand_of(const web::Request& request) {
  return {request.visitor.account_id, web::form_integer(request, "seen", 0, INT64_MAX),
          request.now};
}

}  // namespace

web::Response admin_returns_page(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  auto returns = orders::list_returns(shop.db, filter.state, filter.text, kReturnsShown + 1,
                                      before_of(request));
  web::Page page(request, "admin/admin_returns_page.tpl", request.say({"staff.returns_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(karp_TEXT, filter.text);
  body.SetValue(karp_CSV_URL, "/admin/returns.csv" + filter.query());
  for (const std::string_view state : kStates) {
    auto& option = *body.AddSectionDictionary(karp_STATE);
    option.SetValue(karp_STATE_VALUE, std::string(state));
    option.SetValue(karp_STATE_NAME, request.say({"staff.return_state." + std::string(state)}));
    if (state == filter.state) option.ShowSection(karp_STATE_CHOSEN);
  }
  if (returns.empty()) body.ShowSection(karp_NONE);
  if (returns.size() > kReturnsShown) {
    returns.resize(kReturnsShown);
    body.AddSectionDictionary(karp_OLDER)
        ->SetValue(karp_OLDER_URL, "/admin/returns" + filter.query() +
                                       "&before=" + std::to_string(returns.back().id));
  }
  if (!returns.empty()) {
    auto& table = *body.AddSectionDictionary(karp_TABLE);
    for (const ListedReturn& one : returns) fill_return(table, request, one);
  }
  return page.render();
}

web::Response admin_returns_csv_page(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  web::Response response = web::csv_response("returns");
  response.stream = [filter, &shop](web::Stream& stream) { write_csv(stream, shop, filter); };
  return response;
}

web::Response post_return_accept(const web::Request& request, Shop& shop) {
  const std::int64_t order = request.captured_id("id");
  return tell(
      order, orders::accept_return(shop.db, order, request.captured_id("return"), hand_of(request)),
      {"staff.return_accepted"});
}

web::Response post_return_decline(const web::Request& request, Shop& shop) {
  const std::int64_t order = request.captured_id("id");
  web::Form form(request);
  const std::string answer = form.text("answer", kLongestAnswer, true);
  if (form.has_problems()) {
    return web::redirect_with_warning("/admin/order/" + std::to_string(order),
                                      {"staff.answer_needed"});
  }
  return tell(order,
              orders::decline_return(shop.db, order, request.captured_id("return"), answer,
                                     hand_of(request)),
              {"staff.return_declined"});
}

}  // namespace admin
