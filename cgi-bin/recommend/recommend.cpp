#include "recommend/recommend.h"

#include "recommend.sql.h"

namespace recommend {
namespace {

Suggestion::Kind to_kind(std::string_view word) {
  if (word == "again") return Suggestion::Kind::again;
  return word == "popular" ? Suggestion::Kind::popular : Suggestion::Kind::goes_with;
}

Suggestion to_suggestion(const db::Row& row) {
  Suggestion suggestion;
  suggestion.card = catalog::to_card(row);
  suggestion.kind = to_kind(row.text("kind"));
  suggestion.because = row.string("because");
  suggestion.together = row.small("together");
  suggestion.orders = row.small("orders");
  return suggestion;
}

/// Behind those that are there, as long as there is room, what sells most.
void fill_up(db::Connection& db, const Wish& wish, std::vector<Suggestion>& list) {
  std::vector<std::int64_t> known(wish.products.begin(), wish.products.end());
  for (const Suggestion& suggestion : list) known.push_back(suggestion.card.id);
  const int missing = wish.limit - static_cast<int>(list.size());
  if (missing <= 0) return;
  for (const db::Row row :
       db.run(sql::recommend::popular, db::array_of(known), wish.account, wish.now, missing)) {
    list.push_back(to_suggestion(row));
  }
}

std::vector<Suggestion> to_suggestions(const db::Result& rows) {
  std::vector<Suggestion> list;
  for (const db::Row row : rows) list.push_back(to_suggestion(row));
  return list;
}

}  // namespace

std::vector<Suggestion> goes_with(db::Connection& db, std::span<const std::int64_t> products,
                                  int limit) {
  return to_suggestions(db.run(sql::recommend::goes_with, db::array_of(products), limit));
}

ForAccount for_account(db::Connection& db, std::int64_t account, Instant now, Shelves most) {
  ForAccount found;
  for (const db::Row row :
       db.run(sql::recommend::for_account, account, now, most.fresh, most.again)) {
    Suggestion suggestion = to_suggestion(row);
    auto& list = suggestion.kind == Suggestion::Kind::again ? found.again : found.fresh;
    list.push_back(std::move(suggestion));
  }
  return found;
}

std::vector<Suggestion> suggest(db::Connection& db, const Wish& wish) {
  std::vector<Suggestion> list;
  if (!wish.products.empty()) {
    list = goes_with(db, wish.products, wish.limit);
  } else if (wish.account != 0) {
    ForAccount chosen = for_account(db, wish.account, wish.now, {wish.limit, wish.limit});
    list = std::move(chosen.fresh);
    for (Suggestion& suggestion : chosen.again) list.push_back(std::move(suggestion));
    if (list.size() > static_cast<std::size_t>(wish.limit)) {
      list.resize(static_cast<std::size_t>(wish.limit));
    }
  }
  fill_up(db, wish, list);
  return list;
}

}  // namespace recommend
