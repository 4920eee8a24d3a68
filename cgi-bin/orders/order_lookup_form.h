/// order_lookup_form.h - order number and e-mail, as those type them who do not log in.
#pragma once

#include <string>

#include "shop.h"
#include "web/web.h"

namespace orders {

struct OrderLookup {
  std::string number{};
  std::string email{};
};

/// Reads the fields `number` ("#10001" is fine) and `email`; problems go into `form`.
OrderLookup read_order_lookup(web::Form& form);

/// Counts the try by address and by e-mail address, so that nobody can try numbers through. Throws
/// web::TooManyRequests.
void count_order_lookup(const web::Request& request, Shop& shop, const std::string& email);

}  // namespace orders
