/// finished_cards_view.cpp - fills templates/catalog/_product_card.tpl, once for each state of a
/// product.

#include "catalog/finished_cards_view.h"
#include "catalog/product_card.h"
#include "web/page.h"

namespace catalog {

std::string FinishedCards::html(const std::vector<const ProductCard*>& products,
                                std::string_view currency) {
  std::string all;
  for (const ProductCard* product : products) all += card_of(*product, currency);
  return all;
}

const std::string& FinishedCards::card_of(const ProductCard& product, std::string_view currency) {
  constexpr std::size_t kMost = 1000;
  if (known_.size() >= kMost && !known_.contains(product.id)) known_.clear();
  Finished& finished = known_[product.id];
  if (finished.html.empty() || finished.product != product || finished.currency != currency) {
    ctemplate::TemplateDictionary card("card");
    fill_product_card(card, product, currency);
    finished = {product, std::string(currency), web::expand("catalog/_product_card.tpl", card)};
  }
  return finished.html;
}

}  // namespace catalog
