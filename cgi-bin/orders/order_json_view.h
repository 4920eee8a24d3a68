/// order_json_view.h - the shapes "order" and "cart" of the API.
#pragma once

#include "orders/order_records.h"
#include "web/json.h"

namespace orders {

web::Json to_json(const OrderRecord& record);
web::Json to_json(const web::Request& request, const Cart& cart, const std::string& country);

/// 409 with what is left of each thing.
web::Response sold_out_problem(const web::Request& request,
                               const std::vector<MissingLine>& missing);

}  // namespace orders
