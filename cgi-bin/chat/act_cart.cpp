#include <algorithm>

#include "chat/act.h"
#include "orders/cart.h"

namespace chat {
namespace {

constexpr int kMostCompared = 6;
constexpr std::size_t kLinesTold = 8;

/// The one product that is meant; with several or none, `answer` says so and asks back.
std::optional<FoundProduct> one_product(const Asking& asking, Answer& answer) {
  const Found found = products_asked_about(asking, kMostCompared);
  if (found.products.empty()) {
    answer = nothing_meant(asking);
    return std::nullopt;
  }
  std::vector<FoundProduct> products = found.products;
  if (asking.meaning.subject.empty()) {
    asking.after.wish = asking.meaning.wish;
    products = exactly_named(asking, products);
  }
  if (products.size() > 1) {
    answer.say("answer.which_one", {count_of(found.total, "products that match")});
    show_products(asking, answer, products);
    asking.after.asked = to_text(asking.meaning.intent);
    asking.after.asked_quantity = asking.meaning.quantity;
    return std::nullopt;
  }
  answer.products = {products.front().id};
  focus_on(asking, products.front());
  return products.front();
}

Value pieces_of(int pieces, const char* source) {
  return {std::to_string(pieces), source};
}

}  // namespace

Answer act_cart_add(const Asking& asking) {
  Answer answer;
  const auto product = one_product(asking, answer);
  if (!product) return answer;
  if (product->in_stock == 0) {
    answer.say("answer.stock_none", {name_of(*product)});
    return answer;
  }
  const int wanted = std::clamp(asking.meaning.quantity, 1, orders::kMostPieces);
  const int pieces = std::min(wanted, product->in_stock);
  if (pieces < wanted) answer.say("answer.stock", {name_of(*product), stock_of(*product)});
  const std::string row = "product " + std::to_string(product->id);
  answer.say("answer.propose_cart",
             {pieces_of(pieces, wanted == pieces ? kFromQuestion : "product in_stock"),
              name_of(*product),
              {to_text(product->price * pieces, asking.currency), row + " price_cents"}});
  answer.proposals.push_back({.kind = Proposal::Kind::cart_add,
                              .product_id = product->id,
                              .quantity = pieces,
                              .price = product->price,
                              .name = product->name});
  return answer;
}

Answer act_cart_show(const Asking& asking) {
  const orders::Cart cart =
      orders::find_cart(asking.db, {asking.owner.account_id, asking.owner.visitor});
  Answer answer;
  if (cart.empty()) {
    answer.say("answer.cart_empty");
    return answer;
  }
  answer.say("answer.cart_holds", {{std::to_string(cart.pieces()), "cart pieces"},
                                   {to_text(cart.subtotal(), asking.currency), "cart subtotal"}});
  for (const orders::CartLine& line : cart.lines) {
    if (answer.products.size() == kLinesTold) break;
    const std::string row = "cart line of product " + std::to_string(line.product_id);
    answer.say("answer.cart_line", {{std::to_string(line.quantity), row + " quantity"},
                                    {line.name, row + " name"},
                                    {to_text(line.total(), asking.currency), row + " total"}});
    answer.products.push_back(line.product_id);
  }
  asking.after.shown = answer.products;
  asking.after.subject.clear();
  answer.say("answer.cart_where");
  return answer;
}

Answer act_checkout(const Asking& asking) {
  const orders::Cart cart =
      orders::find_cart(asking.db, {asking.owner.account_id, asking.owner.visitor});
  Answer answer;
  if (cart.empty()) {
    answer.say("answer.cart_empty");
  } else {
    answer.say("answer.cart_holds", {{std::to_string(cart.pieces()), "cart pieces"},
                                     {to_text(cart.subtotal(), asking.currency), "cart subtotal"}});
  }
  answer.say("answer.how_to_checkout");
  return answer;
}

Answer act_favorite_add(const Asking& asking) {
  Answer answer;
  const auto product = one_product(asking, answer);
  if (!product) return answer;
  if (asking.owner.account_id == 0) {
    answer.say("answer.favorite_log_in");
    return answer;
  }
  answer.say("answer.propose_favorite", {name_of(*product)});
  answer.proposals.push_back(
      {.kind = Proposal::Kind::favorite_add, .product_id = product->id, .name = product->name});
  return answer;
}

}  // namespace chat
