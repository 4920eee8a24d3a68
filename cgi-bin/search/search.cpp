#include "search/search.h"

#include <algorithm>

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
  Order(const Index& index, Sort sort)
      : entries_(index.entries()), traits_(index.traits()), sort_(sort) {}

  bool operator()(const Match& a, const Match& b) const {
    const auto by = [&](auto key_a, auto key_b) {
      if (key_a != key_b) return key_a < key_b;
      return entries_[a.slot].card.id < entries_[b.slot].card.id;
    };
    const Traits& x = traits_[a.slot];
    const Traits& y = traits_[b.slot];
    switch (sort_) {
      case Sort::relevance: return by(-a.score, -b.score);
      case Sort::price_up: return by(x.price, y.price);
      case Sort::price_down: return by(-x.price, -y.price);
      case Sort::rating: return by(-rating_of(entries_[a.slot]), -rating_of(entries_[b.slot]));
      case Sort::newest: return by(-x.created, -y.created);
      case Sort::popular: return by(-entries_[a.slot].sold_count, -entries_[b.slot].sold_count);
    }
    return false;
  }

 private:
  const std::vector<Entry>& entries_;
  const std::vector<Traits>& traits_;
  Sort sort_;
};

/// Keeps what stands behind a product in this order; false, and nothing is kept, when the product
/// is not among the matches.
bool keep_behind(const Index& index, std::int64_t product, Sort sort, std::vector<Match>& matches) {
  const auto last = std::find_if(matches.begin(), matches.end(), [&](const Match& match) {
    return index.entries()[match.slot].card.id == product;
  });
  if (last == matches.end()) {
    matches.clear();
    return false;
  }
  const Match border = *last;
  const Order order(index, sort);
  std::erase_if(matches, [&](const Match& match) { return !order(border, match); });
  return true;
}

void cut_page(const Index& index, const Query& query, std::vector<Match>& matches,
              Results& results) {
  const int per_page = std::clamp(query.per_page, 1, 100);
  results.total = static_cast<int>(matches.size());
  results.pages = std::max(1, (results.total + per_page - 1) / per_page);
  results.page = std::clamp(query.page, 1, results.pages);
  // Words were typed or not: without them "relevance" is what sells.
  const bool has_words = !results.understood.terms.empty();
  const Sort sort = query.sort == Sort::relevance && !has_words ? Sort::popular : query.sort;
  if (query.after != 0) {
    results.page = 1;
    results.is_stale = !keep_behind(index, query.after, sort, matches);
  }
  const auto from = static_cast<std::ptrdiff_t>((results.page - 1) * per_page);
  const auto to = std::min(from + per_page, std::ssize(matches));
  results.has_more = to < std::ssize(matches);
  std::partial_sort(matches.begin(), matches.begin() + to, matches.end(), Order(index, sort));
  for (std::ptrdiff_t at = from; at < to; ++at) {
    const std::uint32_t slot = matches[static_cast<std::size_t>(at)].slot;
    results.products.push_back(&index.entries()[slot].card);
    results.slots.push_back(slot);
  }
}

}  // namespace

Results find(const Index& index, const Query& query) {
  Results results;
  results.understood = understand(index, query.text, query.exact);
  const Matches matches = query.sort == Sort::relevance
                              ? match_products(index, results.understood)
                              : match_best_products(index, results.understood);
  std::vector<Match> kept = filter_and_count(index, query, matches.products, results);
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
  std::vector<Match> matches = match_best_products(index, understood).products;
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
