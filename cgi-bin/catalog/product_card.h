/// product_card.h - one product in a grid: picture, name, brand, rating, price, stock.
///
///   <ul class="product-grid">{{>PRODUCTS}}</ul>
///
///   for (const ProductCard& product : products) {
///     fill_product_card(*page.AddIncludeDictionary(klp_PRODUCTS), product,
///     request.site->currency);
///   }
///
/// Template: templates/catalog/_product_card.tpl, set as the dictionary's file.
#pragma once

#include <string_view>

#include "catalog/catalog.h"
#include "web/template.h"

namespace catalog {

/// Fills one include dictionary. `product` and its texts are not copied: they must live until the
/// page is rendered.
void fill_product_card(ctemplate::TemplateDictionary& card, const ProductCard& product,
                       std::string_view currency);

/// Puts a button under the card that removes it from the favorites and comes back to `next`.
void add_remove_button(ctemplate::TemplateDictionary& card, const ProductCard& product,
                       std::string_view csrf_token, std::string_view next);

/// Says under the card why it is shown.
void add_reason(ctemplate::TemplateDictionary& card, const std::string& reason);

/// Five stars, as many of them filled as the rating has when rounded: "★★★★☆".
std::string_view star_glyphs(int tenths);

/// For values that live until the page is rendered.
inline ctemplate::TemplateString without_copy(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace catalog
