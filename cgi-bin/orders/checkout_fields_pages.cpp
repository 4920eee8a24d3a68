#include "base/random.h"
#include "orders/checkout_view_pages.h"
#include "web/countries.h"

namespace orders {
namespace {

bool looks_like_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos &&
         text.find(' ') == std::string_view::npos;
}

bool looks_like_phone(std::string_view text) {
  return text.find_first_not_of("0123456789+-()/. ") == std::string_view::npos;
}

}  // namespace

CheckoutFields first_fields(const web::Request& request, const Profile& profile, const Shop& shop) {
  CheckoutFields fields;
  fields.address = {profile.name, profile.street,  profile.postal_code,
                    profile.city, profile.country, profile.phone};
  fields.email = profile.email;
  std::string& country = fields.address.country;
  if (web::is_country(request, request.query.get("country")))
    country = request.query.get("country");
  if (!web::is_country(request, country)) country = shop.config.country;
  fields.shipping = request.query.get("shipping");
  fields.token = random_token();
  return fields;
}

CheckoutFields read_fields(const web::Request& request, web::Form& form, const Rules& rules) {
  CheckoutFields fields;
  fields.email = form.text("email", 254, true);
  if (!looks_like_email(fields.email)) form.add_problem("email", {"checkout.email"});
  fields.address.name = form.text("name", 100, true);
  fields.address.street = form.text("street", 200, true);
  fields.address.postal_code = form.text("postal_code", 20, false);
  fields.address.city = form.text("city", 100, true);
  fields.address.country = form.text("country", 2, false);
  if (!web::is_country(request, fields.address.country)) {
    form.add_problem("country", {"register.country_unknown"});
  } else if (!ships_to(rules, fields.address.country)) {
    form.add_problem("country", {"checkout.not_shipped"});
  }
  fields.address.phone = form.text("phone", 40, false);
  if (!looks_like_phone(fields.address.phone)) form.add_problem("phone", {"checkout.phone"});
  fields.shipping = form.text("shipping", 40, false);
  fields.payment = request.form.get("payment");
  constexpr std::size_t kLongestToken = 64;
  fields.token = web::form_text(request, "checkout_token", kLongestToken);
  constexpr std::size_t kShortestToken = 20;
  if (fields.token.size() < kShortestToken) throw web::BadRequest("checkout_token is too short");
  return fields;
}

}  // namespace orders
