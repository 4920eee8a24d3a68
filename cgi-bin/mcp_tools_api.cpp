#include "mcp_tools_api.h"

#include <algorithm>
#include <array>

#include "catalog/policies.h"
#include "catalog/product_json_view.h"
#include "orders/order_json_view.h"
#include "search/search.h"
#include "web/json_list.h"

namespace {

using web::Json;

/// Without a user's token everything is for reading, and nobody's cart is anybody's.
std::int64_t customer_of(const web::Request& request) {
  const web::Visitor& visitor = request.visitor;
  if (request.token_family == 0 || !visitor.is_signed_in())
    throw ToolRefusal(request.say({"api.mcp_log_in"}));
  return visitor.account_id;
}

catalog::Product product_of(Shop& shop, std::int64_t id) {
  auto product = catalog::find_product(shop.db, id);
  if (!product) {
    throw ToolRefusal(shop.site.messages.say("api.no_such_product",
                                             std::array<std::string, 1>{std::to_string(id)}));
  }
  return std::move(*product);
}

Json search_products(const web::Request&, Shop& shop, web::JsonForm& form) {
  search::Query query;
  query.text = form.text("query", 200, true);
  query.category = form.text("category", 100, false);
  query.in_stock_only = form.boolean("in_stock", false);
  query.per_page = static_cast<int>(form.integer("limit", 1, 20, 5));
  if (form.has("max_price")) {
    query.max_price = parse_money(form.value_text("max_price"));
    if (!query.max_price) form.add_problem("max_price", {"product.price"});
  }
  form.require_good();
  const search::Results results = search::find(*shop.index, shop.db, query);
  return {{"total", results.total},
          {"products",
           catalog::products_json(shop.site, shop.db,
                                  std::span<const catalog::ProductCard* const>(results.products))}};
}

Json get_product(const web::Request&, Shop& shop, web::JsonForm& form) {
  const std::int64_t id = form.integer("product_id", 1, INT64_MAX);
  form.require_good();
  return catalog::to_json(shop.site, product_of(shop, id));
}

Json compare_products(const web::Request&, Shop& shop, web::JsonForm& form) {
  constexpr std::size_t kMost = 5;
  const Json& ids = form.value("product_ids");
  const bool is_list =
      ids.is_array() && ids.size() >= 2 && ids.size() <= kMost &&
      std::ranges::all_of(ids, [](const Json& id) { return id.is_number_integer(); });
  if (!is_list) form.add_problem("product_ids", {"json.not_list", {std::to_string(kMost)}});
  form.require_good();
  Json products = Json::array();
  for (const Json& id : ids) {
    products.push_back(catalog::to_json(shop.site, product_of(shop, id.get<std::int64_t>())));
  }
  return Json::object({{"products", std::move(products)}});
}

Json get_policies(const web::Request&, Shop& shop, web::JsonForm& form) {
  const std::string topic = form.text("topic", 100, false);
  form.require_good();
  const auto policy = topic.empty() ? std::nullopt : catalog::find_policy(shop.db, topic);
  if (!policy) {
    Json topics = Json::array();
    for (const catalog::Policy& known : catalog::list_policies(shop.db)) {
      topics.push_back({{"topic", known.slug}, {"title", known.title}});
    }
    return Json::object({{"topics", std::move(topics)}});
  }
  Json paragraphs = Json::array();
  for (const catalog::PolicyParagraph& part : policy->paragraphs) {
    paragraphs.push_back({{"heading", part.heading}, {"text", part.body}});
  }
  return {{"topic", policy->slug}, {"title", policy->title}, {"paragraphs", std::move(paragraphs)}};
}

Json cart_json(const web::Request& request, Shop& shop, std::int64_t account) {
  const auto found = orders::find_cart_and_profile(shop.db, {account, ""});
  const std::string& country = found.profile.country;
  return orders::to_json(request, found.cart, country.empty() ? shop.config.country : country);
}

Json view_cart(const web::Request& request, Shop& shop, web::JsonForm&) {
  return cart_json(request, shop, customer_of(request));
}

Json order_status(const web::Request& request, Shop& shop, web::JsonForm& form) {
  constexpr int kShown = 5;
  constexpr int kSearched = 100;
  const std::int64_t account = customer_of(request);
  const std::string number = form.text("number", 40, false);
  form.require_good();
  Json orders = Json::array();
  for (const orders::OrderRecord& record :
       orders::list_own_records(shop.db, account, 0, number.empty() ? kShown : kSearched).orders) {
    if (number.empty() || record.order.number == number) orders.push_back(orders::to_json(record));
  }
  return Json::object({{"orders", std::move(orders)}});
}

Json propose_purchase(const web::Request& request, Shop& shop, web::JsonForm& form) {
  const std::int64_t account = customer_of(request);
  const std::int64_t product = form.integer("product_id", 1, INT64_MAX);
  const int pieces = static_cast<int>(form.integer("quantity", 1, orders::kMostPieces, 1));
  form.require_good();
  const orders::Added added =
      orders::add_to_cart(shop.db, {account, ""}, product, pieces, request.now);
  if (added.outcome != orders::AddOutcome::added) {
    throw ToolRefusal(request.say({"api.sold_out",
                                   {added.name.empty() ? std::to_string(product) : added.name,
                                    std::to_string(added.in_stock), std::to_string(pieces)}}));
  }
  const std::string address = web::absolute_url(shop.site, "/checkout");
  return {{"message", request.say({"api.mcp_proposed", {address}})},
          {"confirm_url", address},
          {"cart", cart_json(request, shop, account)}};
}

using Tool = Json (*)(const web::Request&, Shop&, web::JsonForm&);
constexpr std::array<std::pair<std::string_view, Tool>, 7> kTools{{
    {"search_products", search_products},
    {"get_product", get_product},
    {"compare_products", compare_products},
    {"get_policies", get_policies},
    {"view_cart", view_cart},
    {"order_status", order_status},
    {"propose_purchase", propose_purchase},
}};

}  // namespace

std::optional<web::Json> call_tool(const web::Request& request, Shop& shop, const std::string& name,
                                   const web::Json& arguments) {
  for (const auto& [known, tool] : kTools) {
    if (known != name) continue;
    web::JsonForm form(request, arguments);
    return tool(request, shop, form);
  }
  return std::nullopt;
}
