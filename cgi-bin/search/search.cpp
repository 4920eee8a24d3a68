#include "search/search.h"

#include <algorithm>
#include <tuple>

#include "search/facet.h"
#include "search/rank.h"

namespace search {
namespace {

double rating_of(const Entry& entry) {
  // A few reviews prove little: they are mixed with five imagined ones of 3.5 stars.
  constexpr double kImagined = 5;
  constexpr double kImaginedStars = 3.5;
  return (static_cast<double>(entry.card.rating_sum) + kImagined * kImaginedStars) /
         (entry.card.review_count + kImagined);
}

/// Every order ends with the id, so that pages neither repeat nor skip a product.
class Order {
 public:
  Order(const Index& index, Sort sort) : entries_(index.entries()), sort_(sort) {}

  bool operator()(const Match& a, const Match& b) const {
    const Entry& x = entries_[a.slot];
    const Entry& y = entries_[b.slot];
    const auto by = [&](auto key_a, auto key_b) {
      return std::tuple(key_a, x.card.id) < std::tuple(key_b, y.card.id);
    };
    switch (sort_) {
      case Sort::relevance: return by(-a.score, -b.score);
      case Sort::price_up: return by(x.card.price.cents, y.card.price.cents);
      case Sort::price_down: return by(-x.card.price.cents, -y.card.price.cents);
      case Sort::rating: return by(-rating_of(x), -rating_of(y));
      case Sort::newest: return by(-x.created, -y.created);
      case Sort::popular: return by(-x.sold_count, -y.sold_count);
    }
    return false;
  }

 private:
  const std::vector<Entry>& entries_;
  Sort sort_;
};

/// Sorted by price, a lamp that only shares the word "blue" must not come before what was asked
/// for: other orders than relevance look at the products that match the most words.
void keep_best_matches(std::vector<Match>& matches) {
  int most = 0;
  for (const Match& match : matches) most = std::max(most, match.words);
  std::erase_if(matches, [&](const Match& match) { return match.words < most; });
}

void cut_page(const Index& index, const Query& query, std::vector<Match>& matches,
              Results& results) {
  const int per_page = std::clamp(query.per_page, 1, 100);
  results.total = static_cast<int>(matches.size());
  results.pages = std::max(1, (results.total + per_page - 1) / per_page);
  results.page = std::clamp(query.page, 1, results.pages);
  const auto from = static_cast<std::ptrdiff_t>((results.page - 1) * per_page);
  const auto to = std::min<std::ptrdiff_t>(from + per_page, results.total);
  // Words were typed or not: without them "relevance" is what sells.
  const bool has_words = !results.understood.terms.empty();
  const Sort sort = query.sort == Sort::relevance && !has_words ? Sort::popular : query.sort;
  std::partial_sort(matches.begin(), matches.begin() + to, matches.end(), Order(index, sort));
  for (std::ptrdiff_t at = from; at < to; ++at) {
    results.products.push_back(&index.entries()[matches[static_cast<std::size_t>(at)].slot].card);
  }
}

}  // namespace

Results find(const Index& index, const Query& query) {
  Results results;
  results.understood = understand(index, query.text, query.exact);
  std::vector<Match> matches = match_products(index, results.understood.terms);
  if (query.sort != Sort::relevance) keep_best_matches(matches);
  std::vector<Match> kept = filter_and_count(index, query, matches, results);
  cut_page(index, query, kept, results);
  for (const CategoryNode& node : index.categories()) {
    if (node.slug == query.category) results.category_name = node.name;
  }
  return results;
}

Results find(Index& index, db::Connection& db, const Query& query) {
  index.refresh(db);
  return find(index, query);
}

std::vector<std::int64_t> find_ids(Index& index, db::Connection& db, const std::string& text,
                                   int limit) {
  index.refresh(db);
  const Understanding understood = understand(index, text, false);
  std::vector<std::int64_t> ids;
  if (understood.terms.empty()) return ids;
  std::vector<Match> matches = match_products(index, understood.terms);
  keep_best_matches(matches);
  const auto count = std::min<std::ptrdiff_t>(limit, std::ssize(matches));
  std::partial_sort(matches.begin(), matches.begin() + count, matches.end(),
                    Order(index, Sort::relevance));
  for (std::ptrdiff_t at = 0; at < count; ++at) {
    ids.push_back(index.entries()[matches[static_cast<std::size_t>(at)].slot].card.id);
  }
  return ids;
}

std::vector<CategoryNode> category_path(const Index& index, const std::string& slug) {
  std::vector<CategoryNode> path;
  if (slug.empty()) return path;
  const auto& nodes = index.categories();
  auto node = std::find_if(nodes.begin(), nodes.end(),
                           [&](const CategoryNode& other) { return other.slug == slug; });
  while (node != nodes.end() && path.size() < 8) {
    path.insert(path.begin(), *node);
    const std::int64_t parent = node->parent_id;
    node = std::find_if(nodes.begin(), nodes.end(),
                        [&](const CategoryNode& other) { return other.id == parent; });
  }
  return path;
}

}  // namespace search
