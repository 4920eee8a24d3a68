#include "search/search.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "search/facet.h"
#include "search/rank.h"
#include "search/read_filters.h"
#include "search/taste.h"

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
      : entries_(index.entries()),
        traits_(index.traits()),
        sold_counts_(index.sold_counts()),
        sort_(sort) {}

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
      case Sort::newest: return by(-entries_[a.slot].created, -entries_[b.slot].created);
      case Sort::popular: return by(-sold_counts_[a.slot], -sold_counts_[b.slot]);
    }
    return false;
  }

 private:
  const std::vector<Entry>& entries_;
  const std::vector<Traits>& traits_;
  const std::vector<std::int64_t>& sold_counts_;
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

/// Of the variants of one product that were found, the one that this order puts first: a shirt in
/// nine sizes is one hit.
void keep_best_variants(const Index& index, const Order& order, std::vector<Match>& matches) {
  std::unordered_map<std::uint32_t, std::size_t> best;  // family -> its place among the kept
  std::vector<Match> kept;
  kept.reserve(matches.size());
  for (const Match& match : matches) {
    const std::uint32_t family = index.traits()[match.slot].family;
    const auto known = family == 0 ? best.end() : best.find(family);
    if (known == best.end()) {
      if (family != 0) best[family] = kept.size();
      kept.push_back(match);
    } else if (order(match, kept[known->second])) {
      kept[known->second] = match;
    }
  }
  matches = std::move(kept);
}

/// Words were typed or not: without them "relevance" is what sells.
Sort order_of(const Query& query, const Results& results) {
  const bool has_words = !results.understood.terms.empty();
  return query.sort == Sort::relevance && !has_words ? Sort::popular : query.sort;
}

void cut_page(const Index& index, const Query& query, std::vector<Match>& matches,
              Results& results) {
  const int per_page = std::clamp(query.per_page, 1, 100);
  const Sort sort = order_of(query, results);
  if (index.has_families()) keep_best_variants(index, Order(index, sort), matches);
  results.total = static_cast<int>(matches.size());
  results.pages = std::max(1, (results.total + per_page - 1) / per_page);
  results.page = std::clamp(query.page, 1, results.pages);
  if (query.after != 0) {
    results.page = 1;
    results.is_stale = !keep_behind(index, query.after, sort, matches);
  }
  const auto from = static_cast<std::ptrdiff_t>(results.page - 1) * per_page;
  const auto to = std::min(from + per_page, std::ssize(matches));
  results.has_more = to < std::ssize(matches);
  std::partial_sort(matches.begin(), matches.begin() + to, matches.end(), Order(index, sort));
  for (std::ptrdiff_t at = from; at < to; ++at) {
    const std::uint32_t slot = matches[static_cast<std::size_t>(at)].slot;
    results.products.push_back(&index.entries()[slot].card);
    results.slots.push_back(slot);
    results.matches.push_back(matches[static_cast<std::size_t>(at)]);
  }
}

/// A query as it was read: words understood, filters in words made filters.
struct Reading {
  Understanding understood{};
  Query asked{};
  bool has_read_filters = false;
  std::string without_price{};     // the words, those that became filters included
  std::optional<Matches> every{};  // what matches every wish, if it was looked for
};

Reading read(const Index& index, const Query& query) {
  Reading reading{understand(index, query), query, false, {}, {}};
  Understanding& understood = reading.understood;
  Query& asked = reading.asked;
  reading.without_price = understood.words_text;
  if (understood.min_price || understood.max_price) {
    // What the visitor chose counts more than what he typed.
    if (!asked.min_price) asked.min_price = understood.min_price;
    if (!asked.max_price) asked.max_price = understood.max_price;
    reading.has_read_filters = true;
  }
  if (!query.exact && !query.plain && index.steps().read_filters &&
      may_read_filters(index, understood)) {
    reading.every = match_every_wish(index, understood);
    if (read_filters(index, *reading.every, understood, asked)) {
      reading.has_read_filters = true;
      reading.every.reset();
    }
  }
  if (reading.has_read_filters) asked.text = std::string(trimmed(understood.words_text));
  return reading;
}

/// All that fits, in no order.
std::vector<Match> retrieve(const Index& index, Reading reading, Results& results) {
  Matches matches = reading.asked.sort == Sort::relevance
                        ? match_products(index, reading.understood, std::move(reading.every))
                        : match_best_products(index, reading.understood);
  const bool is_ranked = reading.asked.sort == Sort::relevance && !reading.understood.terms.empty();
  if (is_ranked && reading.asked.taste != nullptr) {
    apply_taste(*reading.asked.taste, index, matches.products);
  }
  results.has_read_filters = reading.has_read_filters;
  results.understood = std::move(reading.understood);
  results.asked = std::move(reading.asked);
  std::vector<Match> kept =
      filter_and_count(index, results.asked, std::move(matches.products), results);
  const auto all = static_cast<int>(results.understood.terms.size());
  results.has_all_words =
      std::any_of(kept.begin(), kept.end(), [&](const Match& match) { return match.words == all; });
  return kept;
}

/// What fits the query; when nothing fits the filters in its words, what fits the words alone.
std::vector<Match> retrieve_by_steps(const Index& index, const Query& query, Results& results) {
  Reading reading = read(index, query);
  Query wider = query;
  wider.plain = true;
  wider.text = reading.without_price;
  std::vector<Match> kept = retrieve(index, std::move(reading), results);
  if (!kept.empty() || !results.has_read_filters) return kept;
  Results second;
  kept = retrieve(index, read(index, wider), second);
  if (kept.empty()) return kept;
  second.is_without_filters = true;
  results = std::move(second);
  return kept;
}

}  // namespace

Results find(const Index& index, const Query& query) {
  Results results;
  std::vector<Match> kept = retrieve_by_steps(index, query, results);
  cut_page(index, results.asked, kept, results);
  for (const CategoryNode& node : index.categories()) {
    if (node.slug == results.asked.category) results.category_name = node.name;
  }
  return results;
}

Results find(Index& index, db::Connection& db, const Query& query) {
  index.refresh(db);
  return find(index, query);
}

namespace {

/// The first `limit` of them, in this order.
std::vector<std::int64_t> first_ids(const Index& index, std::vector<Match>& matches, Sort sort,
                                    int limit) {
  const auto count = std::clamp<std::ptrdiff_t>(limit, 0, std::ssize(matches));
  std::partial_sort(matches.begin(), matches.begin() + count, matches.end(), Order(index, sort));
  std::vector<std::int64_t> ids;
  for (std::ptrdiff_t at = 0; at < count; ++at) {
    ids.push_back(index.entries()[matches[static_cast<std::size_t>(at)].slot].card.id);
  }
  return ids;
}

}  // namespace

FoundIds find_all(Index& index, db::Connection& db, const Query& query, int limit) {
  index.refresh(db);
  Results results;
  std::vector<Match> kept = retrieve_by_steps(index, query, results);
  const Sort sort = order_of(query, results);
  if (index.has_families()) keep_best_variants(index, Order(index, sort), kept);
  FoundIds found;
  found.total = static_cast<int>(kept.size());
  found.ids = first_ids(index, kept, sort, limit);
  found.asked = std::move(results.asked);
  return found;
}

std::vector<std::int64_t> find_ids(Index& index, db::Connection& db, const std::string& text,
                                   int limit) {
  index.refresh(db);
  const Understanding understood = understand(index, {.text = text, .plain = true});
  if (understood.terms.empty()) return {};
  std::vector<Match> matches = match_best_products(index, understood).products;
  return first_ids(index, matches, Sort::relevance, limit);
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
