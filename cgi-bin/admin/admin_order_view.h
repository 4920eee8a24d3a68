/// admin_order_view.h - fills templates/admin/admin_order_page.tpl.
#pragma once

#include "orders/gateway_refunds.h"
#include "orders/order_work.h"
#include "orders/returns.h"
#include "web/web.h"

namespace admin {

/// What was typed into the forms of the page, to be shown again when it did not fit.
struct OrderFormsTyped {
  std::string carrier{};
  std::string tracking{};
  std::string amount{};
  std::string reason{};
};

/// What goes back, or went, through the payment service.
void fill_gateway_refunds(ctemplate::TemplateDictionary& body, const web::Request& request,
                          const orders::Order& order,
                          const std::vector<orders::GatewayRefund>& refunds);

void fill_admin_order(ctemplate::TemplateDictionary& body, const web::Request& request,
                      const orders::OrderFile& file, const std::vector<orders::Return>& returns,
                      const OrderFormsTyped& typed);

}  // namespace admin
