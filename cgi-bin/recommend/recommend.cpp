#include "recommend/recommend.h"

#include "recommend.sql.h"

namespace recommend {
namespace {

Suggestion to_suggestion(const db::Row& row) {
  Suggestion suggestion;
  suggestion.card = catalog::to_card(row);
  suggestion.kind =
      row.text("kind") == "again" ? Suggestion::Kind::again : Suggestion::Kind::goes_with;
  suggestion.because = row.string("because");
  suggestion.together = row.small("together");
  suggestion.orders = row.small("orders");
  return suggestion;
}

}  // namespace

std::vector<Suggestion> goes_with(db::Connection& db, std::span<const std::int64_t> products,
                                  int limit) {
  std::vector<Suggestion> found;
  for (const db::Row row : db.run(sql::recommend::goes_with_cart, db::array_of(products), limit)) {
    found.push_back(to_suggestion(row));
  }
  return found;
}

ForAccount for_account(db::Connection& db, std::int64_t account, Instant now, int limit) {
  ForAccount found;
  for (const db::Row row : db.run(sql::recommend::for_account, account, now)) {
    Suggestion suggestion = to_suggestion(row);
    auto& list = suggestion.kind == Suggestion::Kind::again ? found.again : found.fresh;
    if (list.size() < static_cast<std::size_t>(limit)) list.push_back(std::move(suggestion));
  }
  return found;
}

}  // namespace recommend
