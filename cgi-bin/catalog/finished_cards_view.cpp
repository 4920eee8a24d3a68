/// finished_cards_view.cpp - fills templates/catalog/_product_card.tpl, once for each state of a
/// product.

#include "catalog/finished_cards_view.h"
#include "catalog/product_card.h"
#include "web/page.h"

namespace catalog {

std::string FinishedCards::html(const std::vector<const ProductCard*>& products,
                                std::string_view currency) {
  std::string all;
  for (const ProductCard* product : products) all += card(*product, currency);
  return all;
}

const std::string& FinishedCards::card(const ProductCard& product, std::string_view currency,
                                       const std::string& reason) {
  constexpr std::size_t kMost = 1000;
  const std::string key = std::to_string(product.id) + ' ' + reason;
  if (known_.size() >= kMost && !known_.contains(key)) known_.clear();
  Finished& finished = known_[key];
  if (finished.html.empty() || finished.product != product || finished.currency != currency) {
    ctemplate::TemplateDictionary card("card");
    fill_product_card(card, product, currency);
    if (!reason.empty()) add_reason(card, reason);
    finished = {product, std::string(currency), web::expand("catalog/_product_card.tpl", card)};
  }
  return finished.html;
}

}  // namespace catalog
