#include "catalog/changes.h"

#include "base/text.h"
#include "catalog.sql.h"

namespace catalog {
namespace {

bool has(std::string_view marks, std::string_view name) {
  for (const std::string_view mark : split(marks, '\n')) {
    if (mark == name) return true;
  }
  return false;
}

News to_news(const db::Row& row) {
  News news;
  for (const std::string_view id : split(row.text("products"), ' ')) {
    if (!id.empty()) news.products.push_back(to_integer(id, 1).value());
  }
  const std::string_view marks = row.text("marks");
  if (marks.empty()) return news;
  news.categories = has(marks, "categories");
  news.search_rules = has(marks, "search rules");
  news.answers = has(marks, "answers");
  news.search_factors = has(marks, "search factors");
  news.companions = has(marks, "companions");
  news.prices = has(marks, "prices");
  return news;
}

/// From "xmin:xmax:open,open", PostgreSQL's text of a snapshot.
Changes::Moment to_moment(const db::Row& row) {
  const auto parts = split(row.text("snapshot"), ':');
  const std::string_view own = row.text("own");
  std::string open(parts.at(2));
  if (!own.empty()) open += (open.empty() ? "" : ",") + std::string(own);
  return {std::string(parts.at(0)), std::string(parts.at(1)), "{" + open + "}"};
}

}  // namespace

bool News::is_empty() const {
  return products.empty() && !categories && !search_rules && !answers && !search_factors &&
         !companions && !prices;
}

Changes::Moment Changes::now(db::Connection& db) {
  return to_moment(db.run(sql::catalog::snapshot)[0]);
}

void Changes::catch_up(db::Connection& db) {
  if (!has_begun()) return;
  const db::Result rows = db.run(sql::catalog::changes, last_.oldest, last_.next, last_.open);
  const News news = to_news(rows[0]);
  if (!news.is_empty()) {
    for (const Listener& listener : listeners_) listener(db, news);
  }
  // Last: what a listener failed to read is news again.
  last_ = to_moment(rows[0]);
}

}  // namespace catalog
