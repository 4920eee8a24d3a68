/// finished_cards_view.h - product cards that have been shown before are not filled in again: a
/// card is the same for everybody as long as the product's name, price, stock and stars are.
///
///   <ul class="product-grid">{{PRODUCT_CARDS:none}}</ul>
///
/// Template: templates/catalog/_product_card.tpl, which escapes; so its HTML goes into a page as
/// is.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"

namespace catalog {

class FinishedCards {
 public:
  /// The cards' HTML, one after another.
  std::string html(const std::vector<const ProductCard*>& products, std::string_view currency);
  /// One card, with the reason why it is shown under it; empty: it needs none.
  const std::string& card(const ProductCard& product, std::string_view currency,
                          const std::string& reason = {});

 private:
  struct Finished {
    ProductCard product{};
    std::string currency{};
    std::string html{};
  };

  std::unordered_map<std::string, Finished> known_;  // by product and reason; about 1.5 KB each
};

}  // namespace catalog
