/// overview_page.cpp - GET /admin: the shop at a glance.
///
/// Template: templates/admin/overview_page.tpl
/// Test:     tests/page/overview_page_test.cpp

#include "admin.sql.h"
#include "admin/admin_pages.h"
#include "catalog/catalog.h"
#include "catalog/stock_wishes.h"
#include "overview_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kOrdersShown = 15;
constexpr int kLowStock = 3;  // pieces
constexpr int kLowShown = 10;

void fill_today(ctemplate::TemplateDictionary& body, const db::Row& today,
                const std::string& currency) {
  body.SetIntValue(kop_ORDERS_TODAY, today.small("orders_today"));
  body.SetIntValue(kop_ORDERS_MONTH, today.small("orders_month"));
  body.SetValue(kop_REVENUE_MONTH, to_text(today.money("revenue_month_cents"), currency));
  body.SetIntValue(kop_UNPAID, today.small("unpaid"));
  body.SetIntValue(kop_TO_SHIP, today.small("to_ship"));
  body.SetIntValue(kop_CUSTOMERS, today.small("customers"));
  body.SetIntValue(kop_CONVERSATIONS_TODAY, today.small("conversations_today"));
}

void fill_orders(ctemplate::TemplateDictionary& body, const db::Result& orders,
                 const web::Request& request) {
  for (const db::Row order : orders) {
    auto& row = *body.AddSectionDictionary(kop_ORDER);
    row.SetValue(kop_ORDER_NUMBER, order.string("number"));
    if (request.visitor.may(web::Permission::orders)) {
      row.AddSectionDictionary(kop_ORDER_LINK)->SetIntValue(kop_ORDER_LINK_ID, order.integer("id"));
    }
    row.SetValue(kop_ORDER_PLACED, to_minute_text(order.instant("placed_at")));
    row.SetValue(kop_ORDER_NAME, order.string("ship_name"));
    row.SetValue(kop_ORDER_STATE, request.say({"staff.state." + order.string("state")}));
    row.SetValue(kop_ORDER_PAYMENT,
                 request.say({"order.payment." + order.string("payment_state")}));
    row.SetValue(kop_ORDER_FULFILMENT,
                 request.say({"order.fulfilment." + order.string("fulfilment_state")}));
    row.SetValue(kop_ORDER_TOTAL, to_text(order.money("total_cents"), request.site->currency));
  }
}

/// Those who keep the stock come to it, others to the product.
void fill_low_stock(ctemplate::TemplateDictionary& body, const db::Result& products,
                    const web::Request& request) {
  for (const db::Row product : products) {
    auto& row = *body.AddSectionDictionary(kop_LOW);
    row.SetValue(kop_LOW_URL,
                 request.visitor.may(web::Permission::stock)
                     ? "/admin/stock/" + product.string("id")
                     : catalog::product_path(product.integer("id"), product.text("slug")));
    row.SetValue(kop_LOW_NAME, product.string("name"));
    row.SetIntValue(kop_LOW_PIECES, product.small("in_stock"));
    row.SetIntValue(kop_LOW_SOLD, product.small("sold_count"));
  }
}

/// What waits for somebody, of the areas in which he may do something about it.
void fill_to_do(ctemplate::TemplateDictionary& body, const db::Row& waiting,
                const web::Request& request) {
  struct Task {
    const char* column;
    web::Permission permission;
    std::string url;
    const char* name;
  };
  const Task tasks[] = {
      {"returns", web::Permission::orders, "/admin/returns", "overview.returns"},
      {"refused_refunds", web::Permission::orders,
       "/admin/order/" + waiting.string("refused_order"), "overview.refused_refunds"},
      {"reviews", web::Permission::marketing, "/admin/reviews", "overview.reviews"},
      {"dead_letters", web::Permission::customers, "/admin/mail?state=dead",
       "overview.dead_letters"},
  };
  ctemplate::TemplateDictionary* list = nullptr;
  for (const Task& task : tasks) {
    const std::int64_t count = waiting.integer(task.column);
    if (count == 0 || !request.visitor.may(task.permission)) continue;
    if (list == nullptr) list = body.AddSectionDictionary(kop_TO_DO);
    auto& row = *list->AddSectionDictionary(kop_TASK);
    row.SetValue(kop_TASK_URL, task.url);
    row.SetValue(kop_TASK_NAME, request.say({task.name}));
    row.SetIntValue(kop_TASK_COUNT, count);
  }
}

void fill_wanted(ctemplate::TemplateDictionary& body,
                 const std::vector<catalog::WantedProduct>& wanted, const web::Request& request) {
  if (wanted.empty()) return;
  auto& list = *body.AddSectionDictionary(kop_WANTED_LIST);
  const bool keeps_stock = request.visitor.may(web::Permission::stock);
  for (const catalog::WantedProduct& product : wanted) {
    auto& row = *list.AddSectionDictionary(kop_WANTED);
    row.SetValue(kop_WANTED_URL,
                 (keeps_stock ? "/admin/stock/" : "/product/") + std::to_string(product.id));
    row.SetValue(kop_WANTED_NAME, product.name);
    row.SetIntValue(kop_WANTED_PEOPLE, product.people);
    row.SetValue(kop_WANTED_SINCE, to_day_text(product.since));
  }
}

}  // namespace

web::Response overview_page(const web::Request& request, Shop& shop) {
  db::Pipeline pipeline(shop.db);
  const int today = pipeline.add(sql::admin::today, request.now);
  const int orders = pipeline.add(sql::admin::newest_orders, kOrdersShown);
  const int waiting = pipeline.add(sql::admin::to_do);
  const int low = pipeline.add(sql::admin::low_stock, kLowStock, kLowShown);
  pipeline.run();

  web::Page page(request, "admin/overview_page.tpl", request.say({"title.overview"}));
  page.set_noindex();
  const db::Result figures = pipeline.take(today);
  fill_today(page.body(), figures[0], request.site->currency);
  fill_orders(page.body(), pipeline.take(orders), request);
  fill_low_stock(page.body(), pipeline.take(low), request);
  const db::Result to_do = pipeline.take(waiting);
  fill_to_do(page.body(), to_do[0], request);
  constexpr int kWantedShown = 10;
  fill_wanted(page.body(), catalog::list_wanted(shop.db, kWantedShown), request);
  if (request.visitor.role == web::Role::admin) page.body().ShowSection(kop_FOR_ADMINS);
  return page.render();
}

}  // namespace admin
