/// product_filter_form.h - the filters of the shopkeeper's list of products, read from an address
/// and written into one; for the list and its CSV.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/manage.h"
#include "shop.h"
#include "web/request.h"

namespace admin {

struct FilterForm {
  std::string words{};
  catalog::ProductFilter filter{};
  std::optional<std::int64_t> behind{};  // the place of the last row seen
};

/// Values that make no sense are left out.
FilterForm read_filter(const web::Request& request);

/// "/admin/products?q=…", going on behind a place when one is given.
std::string address_of(const FilterForm& form, std::optional<std::int64_t> behind);

/// The products that pass, best match first when there are words, else the newest first.
std::vector<catalog::ProductRow> filtered_products(Shop& shop, const FilterForm& form, int limit);

}  // namespace admin
