#include "search/taste_view.h"

#include "recommend/taste.h"

namespace search {

std::optional<Taste> taste_of(const web::Request& request, Shop& shop, const Query& query) {
  const bool is_ranked = !query.text.empty() && query.sort == Sort::relevance;
  const bool is_customer = request.visitor.is_signed_in() && !request.visitor.is_staff();
  if (!is_ranked || !is_customer || request.header("sec-gpc") == "1") return std::nullopt;
  recommend::Taste taste = recommend::taste_of(shop.db, request.visitor.account_id, request.now);
  if (!taste.is_known()) return std::nullopt;
  return Taste{std::move(taste.brands), std::move(taste.categories), taste.most};
}

}  // namespace search
