/// admin_orders_page.cpp - GET /admin/orders and /admin/orders.csv: all placed orders, filtered.
///
/// Template: templates/admin/admin_orders_page.tpl
/// Test:     tests/page/admin_orders_page_test.cpp

#include "admin/admin_orders_pages.h"
#include "admin_orders_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "orders/order_list.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using orders::ListedOrder;
using orders::OrderFilter;

constexpr int kOrdersShown = 50;
constexpr int kRowsAtOnce = 500;  // of the CSV file
constexpr std::size_t kLongestText = 254;

constexpr std::string_view kStates[] = {"placed", "complete", "cancelled", "returned"};
constexpr std::string_view kPayments[] = {"unpaid", "paid", "refunded"};
constexpr std::string_view kFulfilments[] = {"open",    "packed",    "partly_shipped",
                                             "shipped", "delivered", "returned"};

struct Asked {
  OrderFilter filter{};
  std::vector<web::Message> problems{};
};

/// One of the words of a list, or nothing; other words cannot come from our form.
std::string read_choice(const web::Request& request, std::string_view name,
                        std::span<const std::string_view> words) {
  const std::string& word = request.query.get(name);
  if (word.empty()) return word;
  for (const std::string_view known : words) {
    if (word == known) return word;
  }
  throw web::BadRequest("unknown " + std::string(name));
}

std::string read_day(const web::Request& request, std::string_view name, Asked& asked) {
  std::string day(trimmed(request.query.get(name)));
  if (day.empty() || orders::is_day(day)) return day;
  asked.problems.push_back({"staff.bad_day", {shortened(day, 20)}});
  return {};
}

std::string read_text(const web::Request& request, std::string_view name) {
  const std::string text(trimmed(request.query.get(name)));
  return count_characters(text) > kLongestText ? shortened(text, kLongestText) : text;
}

Asked read_filter(const web::Request& request) {
  Asked asked;
  asked.filter.state = read_choice(request, "state", kStates);
  asked.filter.payment = read_choice(request, "payment", kPayments);
  asked.filter.fulfilment = read_choice(request, "fulfilment", kFulfilments);
  asked.filter.from = read_day(request, "from", asked);
  asked.filter.to = read_day(request, "to", asked);
  asked.filter.customer = read_text(request, "customer");
  asked.filter.text = read_text(request, "q");
  asked.filter.owes_money = request.query.has("owed");
  return asked;
}

/// The filter as a query, for the links to the next page and to the CSV file: "?state=placed".
std::string to_query(const OrderFilter& filter) {
  std::string query;
  const auto add = [&query](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + url_encoded(value);
  };
  add("state", filter.state);
  add("payment", filter.payment);
  add("fulfilment", filter.fulfilment);
  add("from", filter.from);
  add("to", filter.to);
  add("customer", filter.customer);
  add("q", filter.text);
  add("owed", filter.owes_money ? "yes" : "");
  return query;
}

struct ChoiceNames {
  const ctemplate::TemplateString& section;
  const ctemplate::TemplateString& value;
  const ctemplate::TemplateString& name;
  const ctemplate::TemplateString& chosen;
};

void fill_choices(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const ChoiceNames& names, const std::string& group,
                  std::span<const std::string_view> words, const std::string& chosen) {
  for (const std::string_view word : words) {
    auto& option = *body.AddSectionDictionary(names.section);
    option.SetValue(names.value, std::string(word));
    option.SetValue(names.name, request.say({group + std::string(word)}));
    if (word == chosen) option.ShowSection(names.chosen);
  }
}

void fill_filter(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const OrderFilter& filter) {
  fill_choices(body, request, {kaop_STATE, kaop_STATE_VALUE, kaop_STATE_NAME, kaop_STATE_CHOSEN},
               "staff.state.", kStates, filter.state);
  fill_choices(body, request,
               {kaop_PAYMENT, kaop_PAYMENT_VALUE, kaop_PAYMENT_NAME, kaop_PAYMENT_CHOSEN},
               "order.payment.", kPayments, filter.payment);
  fill_choices(
      body, request,
      {kaop_FULFILMENT, kaop_FULFILMENT_VALUE, kaop_FULFILMENT_NAME, kaop_FULFILMENT_CHOSEN},
      "order.fulfilment.", kFulfilments, filter.fulfilment);
  body.SetValue(kaop_FROM, filter.from);
  body.SetValue(kaop_TO, filter.to);
  body.SetValue(kaop_CUSTOMER, filter.customer);
  body.SetValue(kaop_TEXT, filter.text);
  if (filter.owes_money) body.ShowSection(kaop_OWED);
  body.SetValue(kaop_CSV_URL, "/admin/orders.csv" + to_query(filter));
}

void fill_order(ctemplate::TemplateDictionary& body, const web::Request& request,
                const ListedOrder& order) {
  auto& row = *body.AddSectionDictionary(kaop_ORDER);
  row.SetIntValue(kaop_ORDER_ID, order.id);
  row.SetValue(kaop_ORDER_NUMBER, order.number);
  row.SetValue(kaop_ORDER_PLACED, to_minute_text(order.placed_at));
  row.SetValue(kaop_ORDER_NAME, order.name);
  row.SetValue(kaop_ORDER_EMAIL, order.email);
  row.SetIntValue(kaop_ORDER_PIECES, order.pieces);
  row.SetValue(kaop_ORDER_STATE,
               request.say({"staff.state." + std::string(to_text(order.states.order))}));
  row.SetValue(kaop_ORDER_PAYMENT,
               request.say({"order.payment." + std::string(to_text(order.states.payment))}));
  row.SetValue(kaop_ORDER_FULFILMENT,
               request.say({"order.fulfilment." + std::string(to_text(order.states.fulfilment))}));
  row.SetValue(kaop_ORDER_TOTAL, to_text(order.total, order.currency));
}

std::optional<std::int64_t> before_of(const web::Request& request) {
  if (!request.query.has("before")) return std::nullopt;
  const auto before = to_integer(request.query.get("before"), 1);
  if (!before) throw web::NotFound("before is no id");
  return before;
}

void add_csv_order(std::string& text, const ListedOrder& order) {
  add_csv_line(
      text, {order.number, to_iso(order.placed_at), to_text(order.states.order),
             to_text(order.states.payment), to_text(order.states.fulfilment), order.name,
             order.email, order.country, std::to_string(order.pieces), to_decimal(order.subtotal),
             to_decimal(order.shipping), to_decimal(order.tax), to_decimal(order.total),
             to_decimal(order.refunded), order.currency, order.payment_method});
}

void write_csv(web::Stream& stream, Shop& shop, const OrderFilter& filter) {
  std::string text;
  add_csv_line(text, {"number", "placed_at", "state", "payment", "fulfilment", "name", "email",
                      "country", "pieces", "goods", "shipping", "tax", "total", "refunded",
                      "currency", "payment_method"});
  std::optional<std::int64_t> behind;
  while (true) {
    const auto orders =
        orders::list_all_orders(shop.db, filter, shop.config.time_zone, kRowsAtOnce, behind);
    for (const ListedOrder& order : orders) add_csv_order(text, order);
    if (!stream.write(text) || static_cast<int>(orders.size()) < kRowsAtOnce) return;
    text.clear();
    behind = orders.back().id;
  }
}

}  // namespace

web::Response admin_orders_page(const web::Request& request, Shop& shop) {
  const Asked asked = read_filter(request);
  // One more than is shown tells whether there are older ones.
  auto orders = orders::list_all_orders(shop.db, asked.filter, shop.config.time_zone,
                                        kOrdersShown + 1, before_of(request));
  web::Page page(request, "admin/admin_orders_page.tpl", request.say({"staff.orders_title"}));
  page.set_noindex();
  auto& body = page.body();
  fill_filter(body, request, asked.filter);
  for (const web::Message& problem : asked.problems) {
    body.AddSectionDictionary(kaop_PROBLEM)->SetValue(kaop_PROBLEM_TEXT, request.say(problem));
  }
  if (orders.empty()) body.ShowSection(kaop_NONE);
  if (orders.size() > kOrdersShown) {
    orders.resize(kOrdersShown);
    const std::string query = to_query(asked.filter);
    body.AddSectionDictionary(kaop_OLDER)
        ->SetValue(kaop_OLDER_URL, "/admin/orders" + query + (query.empty() ? "?" : "&") +
                                       "before=" + std::to_string(orders.back().id));
  }
  if (!orders.empty()) {
    auto& table = *body.AddSectionDictionary(kaop_TABLE);
    for (const ListedOrder& order : orders) fill_order(table, request, order);
  }
  return page.render();
}

web::Response admin_orders_csv_page(const web::Request& request, Shop& shop) {
  const OrderFilter filter = read_filter(request).filter;
  web::Response response = web::csv_response("orders");
  response.stream = [filter, &shop](web::Stream& stream) { write_csv(stream, shop, filter); };
  return response;
}

}  // namespace admin
