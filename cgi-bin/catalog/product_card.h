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

}  // namespace catalog
