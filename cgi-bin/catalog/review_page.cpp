/// review_page.cpp - POST /review/{id}/helpful, GET and POST /review/{id}/report.
///
/// Template: templates/catalog/report_page.tpl
/// Test:     tests/page/review_page_test.cpp

#include "catalog/catalog_pages.h"
#include "catalog/reviews.h"
#include "report_page.tpl.varnames.h"

namespace catalog {
namespace {

ShownReview review_of(const web::Request& request, Shop& shop) {
  auto review = find_review(shop.db, request.captured_id("id"));
  if (!review) throw web::NotFound("review");
  return std::move(*review);
}

web::Response show_form(const web::Request& request, const ShownReview& review,
                        const web::Form& form, const std::string& reason) {
  web::Page page(request, "catalog/report_page.tpl", request.say({"title.report_review"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(krp_CSRF, request.csrf_token());
  body.SetIntValue(krp_ID, review.id);
  body.SetValue(krp_BACK, review.product_path);
  body.SetValue(krp_TITLE, review.title);
  body.SetValue(krp_BODY, review.body);
  body.SetValue(krp_REASON, reason);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response post_review_helpful(const web::Request& request, Shop& shop) {
  const ShownReview review = review_of(request, shop);
  const std::string path = review.product_path + "#reviews";
  if (review.account_id == request.visitor.account_id) {
    return web::redirect_with_warning(path, {"review.own_vote"});
  }
  const bool counts = vote_helpful(shop.db, review.id, request.visitor.account_id);
  return web::redirect_after_post(path, {counts ? "review.voted" : "review.vote_taken_back"});
}

web::Response report_page(const web::Request& request, Shop& shop) {
  return show_form(request, review_of(request, shop), web::Form(request), "");
}

web::Response post_report(const web::Request& request, Shop& shop) {
  const ShownReview review = review_of(request, shop);
  web::Form form(request);
  const std::string reason = form.lines("reason", kMostReportReason, true);
  if (form.has_problems()) return show_form(request, review, form, reason);
  report_review(shop.db, review.id, request.visitor.account_id, reason, request.now);
  return web::redirect_after_post(review.product_path + "#reviews", {"review.reported"});
}

}  // namespace catalog
