#include "catalog/reviews_view.h"

#include "_product_reviews.tpl.varnames.h"
#include "catalog/product_card.h"

namespace catalog {
namespace {

using ctemplate::TemplateDictionary;

void fill_distribution(TemplateDictionary& part, const ProductDetail& detail) {
  auto& distribution = *part.AddSectionDictionary(k_pr_DISTRIBUTION);
  distribution.SetIntValue(k_pr_DISTRIBUTION_MOST, detail.product.review_count);
  for (int stars = kMostStars; stars >= 1; --stars) {
    auto& bar = *distribution.AddSectionDictionary(k_pr_BAR);
    bar.SetIntValue(k_pr_BAR_STARS, stars);
    bar.SetIntValue(k_pr_BAR_COUNT, detail.stars.at(static_cast<std::size_t>(stars - 1)));
  }
}

void fill_review(TemplateDictionary& entry, const web::Request& request, const Review& review) {
  if (review.helpful > 0) {
    entry.AddSectionDictionary(k_pr_REVIEW_HELPFUL)
        ->SetIntValue(k_pr_REVIEW_HELPFUL_COUNT, review.helpful);
  }
  if (request.visitor.is_signed_in()) {
    auto& vote = *entry.AddSectionDictionary(k_pr_REVIEW_VOTE);
    vote.SetIntValue(k_pr_REVIEW_VOTE_ID, review.id);
    vote.SetValue(k_pr_REVIEW_VOTE_CSRF, request.csrf_token());
  }
  if (!review.title.empty()) {
    entry.SetValueAndShowSection(k_pr_REVIEW_TITLE_TEXT, review.title, k_pr_REVIEW_TITLE);
  }
  entry.SetValueWithoutCopy(k_pr_REVIEW_GLYPHS, without_copy(star_glyphs(review.stars * 10)));
  entry.SetIntValue(k_pr_REVIEW_STARS, review.stars);
  if (review.author.empty()) {
    entry.ShowSection(k_pr_REVIEW_NAMELESS);
  } else {
    entry.SetValueAndShowSection(k_pr_REVIEW_NAMED_AUTHOR, review.author, k_pr_REVIEW_NAMED);
  }
  entry.SetValue(k_pr_REVIEW_ISO, to_iso(review.created_at));
  entry.SetValue(k_pr_REVIEW_DAY, to_day_text(review.created_at));
  if (review.verified) entry.ShowSection(k_pr_REVIEW_VERIFIED);
  if (!review.body.empty()) {
    entry.AddSectionDictionary(k_pr_REVIEW_TEXT)
        ->SetValueWithoutCopy(k_pr_REVIEW_TEXT_BODY, review.body);
  }
}

void fill_pages(TemplateDictionary& part, const web::Request& request,
                const ProductDetail& detail) {
  const bool is_later_page = request.query.has("reviews_after");
  if (!is_later_page && !detail.has_more_reviews) return;
  const std::string path = product_path(detail.product.id, detail.product.slug);
  auto& pages = *part.AddSectionDictionary(k_pr_PAGES);
  if (is_later_page) pages.SetValueAndShowSection(k_pr_NEWEST_URL, path, k_pr_NEWEST);
  if (detail.has_more_reviews) {
    auto& older = *pages.AddSectionDictionary(k_pr_OLDER);
    older.SetValue(k_pr_OLDER_PATH, path);
    older.SetIntValue(k_pr_OLDER_LAST, detail.reviews.back().id);
  }
}

void fill_form(TemplateDictionary& part, const web::Request& request, const ProductDetail& detail,
               const ToCustomer& customer, const ReviewAttempt& attempt) {
  const ReviewText saved = customer.own_review.value_or(ReviewText{});
  const ReviewText& shown = attempt.form == nullptr ? saved : attempt.text;
  auto& form = *part.AddSectionDictionary(k_pr_FORM);
  form.SetIntValue(k_pr_FORM_PRODUCT, detail.product.id);
  form.SetValue(k_pr_FORM_CSRF, request.csrf_token());
  form.SetValue(k_pr_FORM_TITLE, shown.title);
  form.SetValue(k_pr_FORM_BODY, shown.body);
  for (int stars = kMostStars; stars >= 1; --stars) {
    auto& choice = *form.AddSectionDictionary(k_pr_CHOICE);
    choice.SetIntValue(k_pr_CHOICE_STARS, stars);
    if (stars == shown.stars) choice.ShowSection(k_pr_CHOICE_MADE);
  }
  form.ShowSection(customer.own_review ? k_pr_FORM_EDIT : k_pr_FORM_NEW);
  if (customer.own_review) form.ShowSection(k_pr_OWN);
  if (attempt.form != nullptr) attempt.form->fill_problems(form);
}

}  // namespace

void fill_reviews(TemplateDictionary& part, const web::Request& request,
                  const ProductDetail& detail, const ToCustomer& customer,
                  const ReviewAttempt& attempt) {
  part.SetFilename("catalog/_product_reviews.tpl");
  if (detail.product.review_count == 0) {
    part.ShowSection(k_pr_NONE);
  } else {
    fill_distribution(part, detail);
  }
  for (const Review& review : detail.reviews) {
    fill_review(*part.AddSectionDictionary(k_pr_REVIEW), request, review);
  }
  fill_pages(part, request, detail);
  if (request.visitor.is_signed_in()) {
    fill_form(part, request, detail, customer, attempt);
  } else {
    part.SetValueAndShowSection(k_pr_GUEST_REVIEW_PATH,
                                product_path(detail.product.id, detail.product.slug),
                                k_pr_GUEST_REVIEW);
  }
}

}  // namespace catalog
