/// product_view.cpp - fills templates/catalog/product_page.tpl.

#include "catalog/product_view.h"

#include "base/text.h"
#include "catalog/product_card.h"
#include "catalog/product_facts_view.h"
#include "catalog/reviews_view.h"
#include "product_page.tpl.varnames.h"

namespace catalog {
namespace {

using ctemplate::TemplateDictionary;

constexpr std::size_t kDescriptionForSearch = 155;  // characters that search engines show

void fill_description(web::Page& page, const web::Request& request, const Product& product) {
  if (product.description.empty()) {
    page.set_description(
        request.say({"product.description", {product.name, request.site->shop_name}}));
    return;
  }
  page.set_description(shortened(product.description, kDescriptionForSearch));
  page.body()
      .AddSectionDictionary(kpp_DESCRIBED)
      ->SetValueWithoutCopy(kpp_DESCRIBED_TEXT, product.description);
}

void fill_offer(TemplateDictionary& page, const Product& product, std::string_view currency) {
  page.SetValueWithoutCopy(kpp_CURRENCY, without_copy(currency));
  page.SetValue(kpp_PRICE, to_text(product.price, currency));
  page.SetValue(kpp_PRICE_VALUE, to_decimal(product.price));
  if (product.regular_price && product.lowest_price) {
    auto& reduced = *page.AddSectionDictionary(kpp_REDUCED);
    reduced.SetValue(kpp_REDUCED_REGULAR, to_text(*product.regular_price, currency));
    reduced.SetValue(kpp_REDUCED_LOWEST, to_text(*product.lowest_price, currency));
  }
  if (product.can_be_bought()) {
    page.AddSectionDictionary(kpp_CAN_BUY)->SetIntValue(kpp_CAN_BUY_PIECES, product.in_stock);
    page.AddSectionDictionary(kpp_BUY)->SetIntValue(kpp_BUY_PIECES, product.in_stock);
  } else {
    page.ShowSection(kpp_SOLD_OUT);
  }
  if (product.review_count == 0) return;
  const int tenths = rating_tenths(product.rating_sum, product.review_count);
  auto& rated = *page.AddSectionDictionary(kpp_RATED);
  rated.SetValueWithoutCopy(kpp_RATED_STARS, without_copy(star_glyphs(tenths)));
  rated.SetValueWithoutCopy(kpp_RATED_VALUE, without_copy(rating_text(tenths)));
  rated.SetIntValue(kpp_RATED_COUNT, product.review_count);
  rated.ShowSection(product.review_count == 1 ? kpp_RATED_ONCE : kpp_RATED_OFTEN);
}

/// The other variants, by option.
void fill_options(TemplateDictionary& page, const ProductDetail& detail) {
  if (!detail.family) return;
  for (const Option& option : options_of(*detail.family, detail.product.id)) {
    auto& row = *page.AddSectionDictionary(kpp_OPTION);
    row.SetValue(kpp_OPTION_NAME, option.name);
    for (const OptionValue& value : option.values) {
      auto& choice = *row.AddSectionDictionary(kpp_VALUE);
      choice.SetValue(kpp_VALUE_NAME, value.value);
      if (value.is_here) {
        choice.ShowSection(kpp_VALUE_HERE);
      } else {
        choice.SetValueAndShowSection(kpp_VALUE_URL, product_path(value.product_id, value.slug),
                                      kpp_VALUE_THERE);
      }
      if (!value.can_be_bought) choice.ShowSection(kpp_VALUE_SOLD_OUT);
    }
  }
}

/// What depends on who is looking.
void fill_viewer(TemplateDictionary& page, const web::Request& request, const Product& product,
                 const ToCustomer& customer) {
  if (!product.can_be_bought()) {
    auto& wish = *page.AddSectionDictionary(kpp_WISH);
    if (!request.visitor.is_signed_in()) wish.ShowSection(kpp_WISH_GUEST);
  }
  // Without a session there is nothing to protect, and the page stays the same for all.
  if (!request.session.fresh) page.SetValue(kpp_CSRF, request.csrf_token());
  if (!request.visitor.is_signed_in()) {
    page.ShowSection(kpp_GUEST);
  } else {
    page.ShowSection(customer.is_favorite ? kpp_KEPT : kpp_KEEP);
  }
}

std::string reason_of(const web::Request& request, const Companion& companion) {
  if (companion.together == 0) return {};
  return request.say({"recommend.together_here",
                      {std::to_string(companion.together), std::to_string(companion.orders)}});
}

void fill_companions(TemplateDictionary& page, const web::Request& request,
                     const ProductDetail& detail, FinishedCards& cards) {
  const std::string& currency = request.site->currency;
  std::string html;
  for (const Companion& companion : detail.goes_with) {
    html += cards.card(companion.card, currency, reason_of(request, companion));
  }
  if (!html.empty()) page.SetValueAndShowSection(kpp_GOES_WITH_PRODUCT_CARDS, html, kpp_GOES_WITH);
  html.clear();
  for (const ProductCard& card : detail.similar) html += cards.card(card, currency);
  if (!html.empty()) page.SetValueAndShowSection(kpp_SIMILAR_PRODUCT_CARDS, html, kpp_SIMILAR);
}

}  // namespace

web::Response show_product(const web::Request& request, const ProductDetail& detail,
                           const ToCustomer& customer, FinishedCards& cards,
                           const ReviewAttempt& attempt) {
  const Product& product = detail.product;
  const std::string& currency = request.site->currency;
  const std::string path = product_path(product.id, product.slug);
  web::Page page(request, "catalog/product_page.tpl", product.name);
  page.set_canonical(path);
  auto& body = page.body();
  body.SetIntValue(kpp_ID, product.id);
  body.SetValueWithoutCopy(kpp_NAME, product.name);
  body.SetValueWithoutCopy(kpp_PATH, path);
  body.SetValueWithoutCopy(kpp_SKU, product.sku);
  fill_description(page, request, product);
  if (!product.brand.empty()) {
    body.SetValueAndShowSection(kpp_BRAND_NAME, product.brand, kpp_BRAND);
  }
  fill_facts(body, product);
  fill_offer(body, product, currency);
  fill_options(body, detail);
  fill_viewer(body, request, product, customer);
  fill_reviews(*body.AddIncludeDictionary(kpp_REVIEWS), request, detail, customer, attempt);
  fill_companions(body, request, detail, cards);
  return page.render(attempt.form == nullptr ? 200 : 422);
}

}  // namespace catalog
