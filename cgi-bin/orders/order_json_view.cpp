#include "orders/order_json_view.h"

#include "catalog/catalog.h"
#include "web/json_list.h"

namespace orders {
namespace {

web::Json to_json(const Address& address) {
  return {
      {"name", address.name}, {"street", address.street},   {"postal_code", address.postal_code},
      {"city", address.city}, {"country", address.country}, {"phone", address.phone}};
}

web::Json item_of(std::int64_t product, const std::string& name, int quantity, Money unit) {
  web::Json item{{"product_id", product}, {"name", name}, {"quantity", quantity}};
  web::put_money(item, "unit_price", unit);
  web::put_money(item, "line_total", unit * quantity);
  return item;
}

}  // namespace

web::Json to_json(const OrderRecord& record) {
  const Order& order = record.order;
  const bool is_temp = order.states.is_temp();
  web::Json json{
      {"id", order.id},
      {"number", is_temp ? web::Json(nullptr) : web::Json(order.number)},
      {"user_id", order.account_id == 0 ? web::Json(nullptr) : web::Json(order.account_id)},
      {"state", to_text(order.states.order)},
      {"vocabulary",
       {{"temp_close", temp_or_close(order.states)},
        {"paid", order.states.is_paid()},
        {"delivered", order.states.is_delivered()},
        {"status", progress_word(order.states)}}},
      {"items", web::Json::array()},
  };
  for (const OrderLine& line : order.lines) {
    json["items"].push_back(item_of(line.product_id, line.name, line.quantity, line.unit_price));
  }
  web::put_money(json, "subtotal", order.subtotal);
  web::put_money(json, "tax", order.tax);
  web::put_money(json, "shipping", order.shipping);
  web::put_money(json, "total", order.total);
  json["currency"] = order.currency;
  json["shipping_address"] = is_temp ? web::Json(nullptr) : to_json(order.address);
  json["shipping_method"] = is_temp ? web::Json(nullptr) : web::Json(record.shipping_method);
  json["payment_method"] = order.payment ? web::Json(to_text(*order.payment)) : web::Json(nullptr);
  json["created_at"] = to_iso(order.created_at);
  json["placed_at"] = web::to_json(order.placed_at);
  json["paid_at"] = web::to_json(record.paid_at);
  json["delivered_at"] = web::to_json(record.delivered_at);
  return json;
}

web::Json to_json(const web::Request& request, const Cart& cart, const std::string& country) {
  const Quote price = quote(cart.rules, cart.subtotal(), country, "");
  web::Json json{{"id", cart.empty() ? web::Json(nullptr) : web::Json(cart.order_id)},
                 {"items", web::Json::array()},
                 {"pieces", cart.pieces()}};
  for (const CartLine& line : cart.lines) {
    web::Json item = item_of(line.product_id, line.name, line.quantity, line.unit_price);
    item["in_stock"] = line.in_stock;
    item["available"] = line.is_available();
    item["image_url"] = web::absolute_url(*request.site, catalog::picture_url(line.image));
    item["url"] =
        web::absolute_url(*request.site, catalog::product_path(line.product_id, line.slug));
    json["items"].push_back(std::move(item));
  }
  // An empty cart costs nothing, shipping included.
  web::put_money(json, "subtotal", price.subtotal);
  web::put_money(json, "tax", cart.empty() ? Money{} : price.tax);
  web::put_money(json, "shipping", cart.empty() ? Money{} : price.shipping);
  web::put_money(json, "total", cart.empty() ? Money{} : price.total);
  json["currency"] = request.site->currency;
  json["country"] = country;
  return json;
}

web::Response sold_out_problem(const web::Request& request,
                               const std::vector<MissingLine>& missing) {
  web::Json items = web::Json::array();
  for (const MissingLine& line : missing) {
    items.push_back({{"product_id", line.product_id},
                     {"name", line.name},
                     {"wanted", line.wanted},
                     {"left", line.left}});
  }
  web::Json more{{"items", std::move(items)}, {"left", missing.empty() ? 0 : missing[0].left}};
  const web::Message message = missing.empty()
                                   ? web::Message{"checkout.total_changed"}
                                   : web::Message{"api.sold_out",
                                                  {missing[0].name, std::to_string(missing[0].left),
                                                   std::to_string(missing[0].wanted)}};
  return web::problem_response(request, 409, message, more);
}

}  // namespace orders
