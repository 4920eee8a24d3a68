/// recommend_api.cpp - POST /ai/recommendations.
///
/// Test: tests/page/recommend_api_test.cpp

#include "recommend/recommend_api.h"

#include <array>

#include "accounts/accounts.h"
#include "catalog/product_json_view.h"
#include "recommend/suggestion_view.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace recommend {
namespace {

using web::Json;

struct Choice {
  std::vector<catalog::ProductCard> cards{};
  std::vector<std::pair<const char*, std::string>> reasons{};  // kind and sentence of each card
};

void add(Choice& choice, const web::Request& request, const std::vector<Suggestion>& suggestions,
         int limit) {
  for (const Suggestion& suggestion : suggestions) {
    if (std::ssize(choice.cards) == limit) return;
    choice.cards.push_back(suggestion.card);
    const bool is_again = suggestion.kind == Suggestion::Kind::again;
    choice.reasons.emplace_back(is_again ? "again" : "goes_with", reason_of(request, suggestion));
  }
}

/// When nothing is known yet: products that stand for themselves, and the reason says so.
void add_plain(Choice& choice, const web::Request& request, const char* kind,
               const web::Message& reason, const std::vector<catalog::ProductCard>& cards) {
  for (const catalog::ProductCard& card : cards) {
    if (card.in_stock == 0) continue;
    choice.cards.push_back(card);
    choice.reasons.emplace_back(kind, request.say(reason));
  }
}

Choice choose_for_product(const web::Request& request, Shop& shop, std::int64_t product,
                          int limit) {
  const auto found = catalog::find_product(shop.db, product);
  if (!found) {
    throw web::NotFound("product", {"api.no_such_product", {std::to_string(product)}});
  }
  Choice choice;
  add(choice, request, goes_with(shop.db, std::array{product}, limit), limit);
  if (choice.cards.empty()) {
    add_plain(choice, request, "similar", {"recommend.like", {found->name}},
              catalog::list_similar(shop.db, product, limit));
  }
  return choice;
}

Choice choose_for_account(const web::Request& request, Shop& shop, std::int64_t account,
                          int limit) {
  Choice choice;
  const ForAccount found =
      for_account(shop.db, account, request.now, {.fresh = limit, .again = limit});
  add(choice, request, found.fresh, limit);
  add(choice, request, found.again, limit);
  if (choice.cards.empty()) {
    add_plain(choice, request, "popular", {"recommend.most_bought"},
              catalog::list_popular(shop.db, limit));
  }
  return choice;
}

/// Whose taste it is about: one's own, or somebody's for staff who see customers.
std::int64_t read_account(const web::Request& request, Shop& shop, web::JsonForm& form) {
  const std::int64_t own = request.visitor.account_id;
  if (!form.has("user_id")) return own;
  const std::int64_t wanted = form.integer("user_id", 1, INT64_MAX);
  if (form.has_problem("user_id") || wanted == own) return own;
  const bool is_seen = request.visitor.may(web::Permission::customers) &&
                       accounts::find_account(shop.db, wanted).has_value();
  if (!is_seen) throw web::NotFound("account");
  return wanted;
}

}  // namespace

web::Response api_recommendations(const web::Request& request, Shop& shop) {
  web::JsonForm form(request, web::json_body_if_any(request));
  const std::int64_t product =
      form.has("product_id") ? form.integer("product_id", 1, INT64_MAX) : 0;
  const int limit = static_cast<int>(form.integer("limit", 1, 50, 10));
  const std::int64_t account = read_account(request, shop, form);
  form.require_good();
  const Choice choice = product != 0 ? choose_for_product(request, shop, product, limit)
                                     : choose_for_account(request, shop, account, limit);
  Json items = catalog::products_json(*request.site, shop.db, choice.cards);
  // A product may have been withdrawn a moment ago, so each finds its reason by its id.
  for (Json& item : items) {
    for (std::size_t at = 0; at < choice.cards.size(); ++at) {
      if (item.at("id") != choice.cards[at].id) continue;
      item["kind"] = choice.reasons[at].first;
      item["reason"] = choice.reasons[at].second;
    }
  }
  const auto total = static_cast<std::int64_t>(items.size());
  Json answer = web::list_answer(request, std::move(items), total, 0);
  answer["user_id"] = account;
  return web::json_response(answer);
}

}  // namespace recommend
