#include "catalog/product_card.h"

#include <array>

#include "_product_card.tpl.varnames.h"
#include "catalog/picture_store.h"
#include "web/number_text.h"

namespace catalog {
namespace {

using web::NumberText;

/// Uploaded pictures come in several sizes; the browser takes the one that fits.
void fill_sizes(ctemplate::TemplateDictionary& card, std::string_view image) {
  const PictureSizes sizes = sizes_of(image);
  if (sizes.folder.empty()) return;
  auto& sized = *card.AddSectionDictionary(k_pc_SIZED);
  for (const int width : sizes.widths) {
    auto& size = *sized.AddSectionDictionary(k_pc_SIZE);
    size.SetValue(k_pc_SIZE_FILE, std::string(sizes.folder) + "/" + std::to_string(width));
    size.SetValue(k_pc_SIZE_WIDTH, NumberText(width));
  }
}

}  // namespace

void fill_product_card(ctemplate::TemplateDictionary& card, const ProductCard& product,
                       std::string_view currency) {
  const std::string path = std::to_string(product.id) + "/" + product.slug;
  const int tenths = rating_tenths(product.rating_sum, product.review_count);
  card.SetFilename("catalog/_product_card.tpl");
  card.SetValue(k_pc_PATH, path);
  card.SetValue(k_pc_IMAGE, picture_url(product.image));
  card.SetValueWithoutCopy(k_pc_NAME, product.name);
  card.SetValueWithoutCopy(k_pc_BRAND, product.brand);
  card.SetValueWithoutCopy(k_pc_STARS, without_copy(star_glyphs(tenths)));
  card.SetValueWithoutCopy(k_pc_RATING, tenths == 0 ? "0" : without_copy(rating_text(tenths)));
  card.SetValue(k_pc_REVIEWS, NumberText(product.review_count));
  card.SetValue(k_pc_PRICE, to_text(product.price, currency));
  if (product.regular_price && product.lowest_price) {
    auto& reduced = *card.AddSectionDictionary(k_pc_REDUCED);
    reduced.SetValue(k_pc_REDUCED_REGULAR, to_text(*product.regular_price, currency));
    reduced.SetValue(k_pc_REDUCED_LOWEST, to_text(*product.lowest_price, currency));
  }
  card.SetValue(k_pc_PIECES, NumberText(product.in_stock));
  fill_sizes(card, product.image);
  if (product.in_stock == 0) card.ShowSection(k_pc_SOLD_OUT);
}

void add_remove_button(ctemplate::TemplateDictionary& card, const ProductCard& product,
                       std::string_view csrf_token, std::string_view next) {
  auto& form = *card.AddSectionDictionary(k_pc_FAVORITE);
  form.SetValue(k_pc_FAVORITE_CSRF, without_copy(csrf_token));
  form.SetValue(k_pc_FAVORITE_PRODUCT, NumberText(product.id));
  form.SetValue(k_pc_FAVORITE_NEXT, without_copy(next));
}

void add_reason(ctemplate::TemplateDictionary& card, const std::string& reason) {
  card.SetValueAndShowSection(k_pc_REASON_TEXT, reason, k_pc_REASON);
}

std::string_view star_glyphs(int tenths) {
  static constexpr std::array<std::string_view, 6> kGlyphs = {"☆☆☆☆☆", "★☆☆☆☆", "★★☆☆☆",
                                                              "★★★☆☆", "★★★★☆", "★★★★★"};
  return kGlyphs.at(static_cast<std::size_t>((tenths + 5) / 10));
}

}  // namespace catalog
