#include "admin/product_filter_form.h"

#include "base/text.h"
#include "search/index.h"
#include "search/search.h"

namespace admin {
namespace {

constexpr int kLowStock = 3;  // pieces, as on the overview
constexpr int kMostFound = 5000;
constexpr std::size_t kMostWords = 200;  // characters

std::int64_t id_of(const web::Request& request, std::string_view name) {
  return to_integer(request.query.get(name), 1).value_or(0);
}

void append(std::string& address, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  address += address.find('?') == std::string::npos ? '?' : '&';
  address.append(name).append("=").append(url_encoded(value));
}

std::string text_or_empty(std::int64_t id) {
  return id == 0 ? "" : std::to_string(id);
}

}  // namespace

FilterForm read_filter(const web::Request& request) {
  FilterForm form;
  form.words = std::string(trimmed(request.query.get("q")));
  if (count_characters(form.words) > kMostWords) form.words.clear();
  form.filter.category_id = id_of(request, "category");
  form.filter.brand_id = id_of(request, "brand");
  const std::string& stock = request.query.get("stock");
  if (stock == "low") form.filter.at_most_in_stock = kLowStock;
  if (stock == "none") form.filter.at_most_in_stock = 0;
  const std::string& state = request.query.get("state");
  if (state == "withdrawn") form.filter.state = catalog::ProductFilter::State::withdrawn;
  if (state == "all") form.filter.state = catalog::ProductFilter::State::all;
  form.behind = to_integer(request.query.get("behind"), 0);
  return form;
}

std::string address_of(const FilterForm& form, std::optional<std::int64_t> behind) {
  std::string address = "/admin/products";
  append(address, "q", form.words);
  append(address, "category", text_or_empty(form.filter.category_id));
  append(address, "brand", text_or_empty(form.filter.brand_id));
  if (form.filter.at_most_in_stock) {
    append(address, "stock", *form.filter.at_most_in_stock == 0 ? "none" : "low");
  }
  switch (form.filter.state) {
    case catalog::ProductFilter::State::offered: break;
    case catalog::ProductFilter::State::withdrawn: append(address, "state", "withdrawn"); break;
    case catalog::ProductFilter::State::all: append(address, "state", "all"); break;
  }
  if (behind) append(address, "behind", std::to_string(*behind));
  return address;
}

std::vector<catalog::ProductRow> filtered_products(Shop& shop, const FilterForm& form, int limit) {
  if (form.words.empty()) return catalog::list_products(shop.db, form.filter, form.behind, limit);
  const auto found = search::find_ids(*shop.index, shop.db, form.words, kMostFound);
  return catalog::list_found_products(shop.db, form.filter, form.words, found, form.behind, limit);
}

}  // namespace admin
