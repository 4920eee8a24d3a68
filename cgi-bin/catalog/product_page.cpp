/// product_page.cpp - GET /product/{id}: one product, what customers say of it, products like it;
/// and the review that its form sends.
///
/// Template: templates/catalog/product_page.tpl, filled by product_view.cpp
/// Test:     tests/page/product_page_test.cpp

#include "base/text.h"
#include "catalog/catalog_pages.h"
#include "catalog/product_view.h"
#include "memory.h"

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

std::shared_ptr<const ProductDetail> read_detail(Shop& shop, std::int64_t id,
                                                 std::int64_t reviews_after) {
  auto detail = find_product_detail(shop.db, {.product = id,
                                              .reviews_after = reviews_after,
                                              .reviews = kReviewsShown,
                                              .companions = kCompanionsShown});
  if (!detail) throw web::NotFound("product " + std::to_string(id));
  return std::make_shared<const ProductDetail>(std::move(*detail));
}

/// The product as its page shows it first, kept from the last time where nothing has changed.
std::shared_ptr<const ProductDetail> first_detail(const web::Request& request, Shop& shop,
                                                  std::int64_t id) {
  const bool may_keep = shop.catch_up();
  auto& kept = shop.memory->details;
  if (auto detail = kept.find(id, request.now)) return detail;
  auto detail = read_detail(shop, id, 0);
  // A new variant is no change of the others.
  if (may_keep && !detail->family) kept.keep(id, detail, products_of(*detail), request.now);
  return detail;
}

struct Shown {
  std::shared_ptr<const ProductDetail> detail{};
  ToCustomer customer{};
};

Shown find_shown(const web::Request& request, Shop& shop, std::int64_t reviews_after) {
  const std::int64_t id = request.captured_id("id");
  const auto customer = ask_to_customer(shop.db, id, request.visitor.account_id);
  auto detail =
      reviews_after == 0 ? first_detail(request, shop, id) : read_detail(shop, id, reviews_after);
  return {std::move(detail), customer()};
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
  const Shown shown = find_shown(request, shop, after);
  const ProductDetail& detail = *shown.detail;
  const std::string path = product_path(detail.product.id, detail.product.slug);
  if (has_other_slug(request, detail.product.slug)) return web::moved_for_good(path);
  // The review that the link names is gone: start with the newest again.
  if (after != 0 && detail.reviews.empty()) return web::redirect_after_post(path);

  web::Response response = show_product(request, detail, shown.customer, shop.memory->cards);
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
  if (form.has_problems()) {
    const Shown shown = find_shown(request, shop, 0);
    return show_product(request, *shown.detail, shown.customer, shop.memory->cards, {text, &form});
  }

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
