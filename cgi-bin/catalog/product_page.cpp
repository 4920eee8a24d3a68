/// product_page.cpp - GET /product/{id}: one product, what customers say of it, products like it;
/// and the review that its form sends.
///
/// Template: templates/catalog/product_page.tpl, filled by product_view.cpp
/// Test:     tests/page/product_page_test.cpp

#include "base/text.h"
#include "catalog/catalog_pages.h"
#include "catalog/product_view.h"

namespace catalog {
namespace {

constexpr int kReviewsShown = 5;
constexpr int kCompanionsShown = 5;  // one row of the product grid

std::int64_t reviews_after(const web::Request& request) {
  const std::string* text = request.query.first("reviews_after");
  if (text == nullptr) return 0;
  const auto id = to_integer(*text, 1);
  if (!id || request.query.count("reviews_after") > 1) throw web::BadRequest("bad reviews_after");
  return *id;
}

ProductDetail detail_of(const web::Request& request, Shop& shop, std::int64_t reviews_after) {
  const std::int64_t id = request.captured_id("id");
  auto detail = find_product_detail(shop.db, {.product = id,
                                              .account = request.visitor.account_id,
                                              .reviews_after = reviews_after,
                                              .reviews = kReviewsShown,
                                              .companions = kCompanionsShown});
  if (!detail) throw web::NotFound("product " + std::to_string(id));
  return std::move(*detail);
}

bool has_other_slug(const web::Request& request, const std::string& slug) {
  for (const auto& [name, value] : request.captured) {
    if (name == "slug") return value != slug;
  }
  return false;
}

}  // namespace

web::Response product_page(const web::Request& request, Shop& shop) {
  const std::int64_t after = reviews_after(request);
  const ProductDetail detail = detail_of(request, shop, after);
  const std::string path = product_path(detail.product.id, detail.product.slug);
  if (has_other_slug(request, detail.product.slug)) return web::moved_for_good(path);
  // The review that the link names is gone: start with the newest again.
  if (after != 0 && detail.reviews.empty()) return web::redirect_after_post(path);

  web::Response response = show_product(request, detail);
  response.cacheable = request.session.fresh;
  return response;
}

web::Response post_review(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  web::Form form(request);
  const auto stars = to_integer(request.form.get("stars"), 1, kMostStars);
  if (!stars || request.form.count("stars") > 1) form.add_problem("stars", {"review.choose_stars"});
  const ReviewText text{
      .stars = static_cast<int>(stars.value_or(0)),
      .title = form.text("title", kMostReviewTitle, false),
      .body = form.lines("body", kMostReviewBody, false),
  };
  if (form.has_problems()) return show_product(request, detail_of(request, shop, 0), {text, &form});

  const std::string path = "/product/" + std::to_string(product);
  switch (save_review(shop.db, product, request.visitor.account_id, text)) {
    case ReviewOutcome::added: return web::redirect_after_post(path, {"review.saved"});
    case ReviewOutcome::replaced: return web::redirect_after_post(path, {"review.changed"});
    case ReviewOutcome::no_such_product: throw web::NotFound("product " + std::to_string(product));
  }
  throw std::logic_error("unknown ReviewOutcome");
}

web::Response post_review_delete(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  const std::string path = "/product/" + std::to_string(product);
  if (delete_own_review(shop.db, product, request.visitor.account_id)) {
    return web::redirect_after_post(path, {"review.deleted"});
  }
  return web::redirect_with_warning(path, {"review.none"});
}

}  // namespace catalog
