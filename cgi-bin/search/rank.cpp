#include "search/rank.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace search {
namespace {

struct FieldWeight {
  double boost;
  double b;  // how far a field's length counts: 0 not at all, 1 wholly
};

// Chosen on the judged queries of make eval; flat optimum, so no digits more than needed.
constexpr std::array<FieldWeight, kFieldCount> kWeights = {{
    {3.0, 0.5},   // name
    {1.5, 0.0},   // brand
    {1.5, 0.0},   // category
    {1.2, 0.3},   // attributes
    {0.5, 0.75},  // description
}};
constexpr double kSaturation = 1.2;    // k1
constexpr double kCoordination = 1.5;  // power of the share of matched words
constexpr double kNearness = 0.15;     // for each pair of words side by side in the name
constexpr double kSoldOut = 0.85;      // factor for what cannot be bought now
constexpr double kPopularity = 0.03;   // for each doubling of pieces sold

double weighted_count(const Posting& posting, const Entry& entry,
                      const std::array<double, kFieldCount>& averages) {
  double sum = 0;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (posting.counts[field] == 0) continue;
    const FieldWeight& weight = kWeights[field];
    const double length = entry.lengths[field] / averages[field];
    sum += weight.boost * posting.counts[field] / (1 - weight.b + weight.b * length);
  }
  return sum;
}

/// Pairs of neighbouring wishes that stand side by side in the name.
int neighbours(const Entry& entry, const std::vector<QueryTerm>& terms) {
  int pairs = 0;
  const auto fits = [](const QueryTerm& term, std::uint32_t id) {
    return std::find(term.alternatives.begin(), term.alternatives.end(), id) !=
           term.alternatives.end();
  };
  for (std::size_t wish = 0; wish + 1 < terms.size(); ++wish) {
    for (std::size_t at = 0; at + 1 < entry.name_terms.size(); ++at) {
      if (fits(terms[wish], entry.name_terms[at]) &&
          fits(terms[wish + 1], entry.name_terms[at + 1])) {
        ++pairs;
        break;
      }
    }
  }
  return pairs;
}

class Scorer {
 public:
  explicit Scorer(const Index& index) : index_(index), match_of_(index.entries().size(), kNone) {
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      averages_[field] = index.average_length(static_cast<Field>(field));
    }
  }

  /// Adds one wish: the best of its alternatives counts for each product.
  void add(const QueryTerm& term) {
    ++wish_;
    for (const std::uint32_t alternative : term.alternatives) {
      const auto& postings = index_.postings_of(alternative);
      const double count = static_cast<double>(postings.size());
      const double all = static_cast<double>(index_.size());
      const double rarity = std::log(1 + std::max(0.0, all - count + 0.5) / (count + 0.5));
      for (const Posting& posting : postings) add_posting(posting, rarity);
    }
  }

  std::vector<Match> finish(const std::vector<QueryTerm>& terms) {
    const double wishes = static_cast<double>(terms.size());
    for (Match& match : matches_) {
      const Entry& entry = index_.entries()[match.slot];
      match.score *= std::pow(match.words / wishes, kCoordination);
      if (terms.size() > 1) match.score *= 1 + kNearness * neighbours(entry, terms);
      match.score *=
          1 + kPopularity *
                  std::log2(1.0 + static_cast<double>(std::max<std::int64_t>(0, entry.sold_count)));
      if (entry.card.in_stock == 0) match.score *= kSoldOut;
    }
    return std::move(matches_);
  }

 private:
  void add_posting(const Posting& posting, double rarity) {
    const Entry& entry = index_.entries()[posting.slot];
    if (!entry.alive) return;
    const double count = weighted_count(posting, entry, averages_);
    const double score = rarity * count * (kSaturation + 1) / (count + kSaturation);
    std::uint32_t& place = match_of_[posting.slot];
    if (place == kNone) {
      place = static_cast<std::uint32_t>(matches_.size());
      matches_.push_back({posting.slot, 0, 0});
      last_.push_back({0, 0});
    }
    Match& match = matches_[place];
    Last& last = last_[place];
    if (last.wish != wish_) {
      ++match.words;
      last = {wish_, 0};
    }
    if (score > last.score) {
      match.score += score - last.score;
      last.score = score;
    }
  }

  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Last {
    int wish;      // the wish that added to this match last
    double score;  // and how much, so that a better alternative replaces it
  };

  const Index& index_;
  std::array<double, kFieldCount> averages_{};
  std::vector<std::uint32_t> match_of_;
  std::vector<Match> matches_;
  std::vector<Last> last_;
  int wish_ = 0;
};

}  // namespace

std::vector<Match> match_products(const Index& index, const std::vector<QueryTerm>& terms) {
  if (terms.empty()) {
    std::vector<Match> all;
    all.reserve(index.size());
    const auto& entries = index.entries();
    for (std::uint32_t slot = 0; slot < entries.size(); ++slot) {
      if (entries[slot].alive) all.push_back({slot, 0, 0});
    }
    return all;
  }
  Scorer scorer(index);
  for (const QueryTerm& term : terms) scorer.add(term);
  return scorer.finish(terms);
}

}  // namespace search
