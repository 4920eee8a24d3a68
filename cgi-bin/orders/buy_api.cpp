/// buy_api.cpp - POST /purchase and POST /api/orders/add.
///
/// Test: tests/page/order_api_test.cpp

#include "accounts/once_api.h"
#include "orders/buy.h"
#include "orders/order_json_view.h"
#include "orders/orders_api.h"
#include "shop.h"
#include "web/countries.h"
#include "web/json_form.h"

namespace orders {
namespace {

constexpr std::size_t kMostText = 200;

/// An address that was sent; what was left out is the profile's when nothing was sent at all.
Address read_address(const web::Request& request, Shop& shop, web::JsonForm& form,
                     const Profile& profile) {
  Address address{profile.name, profile.street,  profile.postal_code,
                  profile.city, profile.country, profile.phone};
  if (form.has("shipping_address")) {
    const auto part = form.object("shipping_address");
    address = {part->has("name") ? part->text("name", 100, true) : profile.name,
               part->text("street", kMostText, true),
               part->text("postal_code", 20, false),
               part->text("city", 100, true),
               part->text("country", 2, false),
               part->text("phone", 40, false)};
    if (!address.country.empty() && !web::is_country(request, address.country)) {
      part->add_problem("country", {"register.country_unknown"});
    }
    form.add_problems_of(*part);
  }
  if (address.country.empty()) address.country = shop.config.country;
  return address;
}

BuyInput read_input(const web::Request& request, Shop& shop, web::JsonForm& form) {
  const Profile profile = find_cart_and_profile(shop.db, {request.visitor.account_id, ""}).profile;
  BuyInput input;
  input.address = read_address(request, shop, form, profile);
  input.email = profile.email;
  input.currency = request.site->currency;
  input.shipping_method = form.text("shipping_method", 40, false);
  const std::string payment = form.text("payment_method", 40, false);
  if (!payment.empty()) {
    const auto method = offered_method(payment, shop.config.card_gateway);
    if (!method) form.add_problem("payment_method", {"checkout.payment"});
    input.payment = method.value_or(input.payment);
  }
  return input;
}

Wanted read_wanted(web::JsonForm& form) {
  return {form.integer("product_id", 1, INT64_MAX),
          static_cast<int>(form.integer("quantity", 1, kMostPieces, 1))};
}

web::Response answer(const web::Request& request, Shop& shop, const Purchase& purchase) {
  switch (purchase.outcome) {
    case BuyOutcome::placed: {
      const auto record = find_record(shop.db, purchase.order_id);
      if (!record) throw std::logic_error("a placed order is gone");
      web::Response response = web::json_response(to_json(*record), 201);
      response.headers.emplace_back("Location",
                                    "/api/orders/" + std::to_string(purchase.order_id) + "/");
      return response;
    }
    case BuyOutcome::empty_cart: throw web::Conflict("empty cart", {"checkout.empty"});
    case BuyOutcome::no_such_product:
      throw web::NotFound(
          "product", {"api.no_such_product", {std::to_string(purchase.missing.at(0).product_id)}});
    case BuyOutcome::sold_out: return sold_out_problem(request, purchase.missing);
    case BuyOutcome::unknown_shipping:
      throw web::BadFields(
          std::vector<web::FieldProblem>{{"shipping_method", {"checkout.shipping"}}});
    case BuyOutcome::token_taken: throw web::Conflict("token taken", {"checkout.stale"});
  }
  throw std::logic_error("unknown BuyOutcome");
}

}  // namespace

web::Response api_purchase(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const Wanted wanted = read_wanted(form);
  BuyInput input = read_input(request, shop, form);
  form.require_good();
  return accounts::once(request, shop, [&](const std::string& token) {
    input.token = token;
    return answer(request, shop,
                  buy_items(shop.db, request.visitor.account_id, {wanted}, input, request.now));
  });
}

web::Response api_order_add(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  std::vector<Wanted> items;
  if (form.has("items")) {
    for (const auto& part : form.objects("items", kMostLines)) {
      items.push_back(read_wanted(*part));
      form.add_problems_of(*part);
    }
  }
  BuyInput input = read_input(request, shop, form);
  form.require_good();
  return accounts::once(request, shop, [&](const std::string& token) {
    input.token = token;
    const std::int64_t account = request.visitor.account_id;
    return answer(request, shop,
                  items.empty() ? buy_cart(shop.db, account, input, request.now)
                                : buy_items(shop.db, account, items, input, request.now));
  });
}

}  // namespace orders
