/// order_parts_pages.h - what order_page.tpl lists: lines, events, address.
#pragma once

#include "orders/orders.h"
#include "web/web.h"

namespace orders {

void fill_order_lines(ctemplate::TemplateDictionary& page, const Order& order);
void fill_order_events(ctemplate::TemplateDictionary& page, const web::Request& request,
                       const Order& order);
void fill_order_address(ctemplate::TemplateDictionary& page, const web::Request& request,
                        const Order& order);

}  // namespace orders
