#include "chat/answer.h"

namespace chat {
namespace {

std::string cell(const catalog::ProductCard& product, const char* column) {
  return "product " + std::to_string(product.id) + " " + column;
}

}  // namespace

Value name_of(const catalog::ProductCard& product) {
  return {product.name, cell(product, "name")};
}

Value price_of(const catalog::ProductCard& product, const std::string& currency) {
  return {to_text(product.price, currency), cell(product, "price_cents")};
}

Value stock_of(const catalog::ProductCard& product) {
  return {std::to_string(product.in_stock), cell(product, "in_stock")};
}

Value rating_of(const catalog::ProductCard& product) {
  const int tenths = catalog::rating_tenths(product.rating_sum, product.review_count);
  return {std::string(catalog::rating_text(tenths)), cell(product, "rating")};
}

Value reviews_of(const catalog::ProductCard& product) {
  return {std::to_string(product.review_count), cell(product, "review_count")};
}

Value count_of(std::int64_t number, std::string what) {
  return {std::to_string(number), "count of " + std::move(what)};
}

Value quoted(std::string words) {
  return {std::move(words), kFromQuestion};
}

}  // namespace chat
