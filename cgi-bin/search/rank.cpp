#include "search/rank.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/nearness.h"
#include "search/ways.h"

namespace search {
namespace {

constexpr std::size_t kEnough = 600;  // matches of all words that need no others beside them
constexpr std::size_t kAhead = 32;    // what is looked at so much later is fetched from memory now
constexpr std::size_t kLookedAtClosely = 120;  // of the best: nearness is looked at for these

bool fits(const QueryTerm& term, std::uint32_t id) {
  const auto has = [id](const std::vector<std::uint32_t>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  return has(term.alternatives) || has(term.synonyms) || has(term.lookalikes);
}

/// head_factor of one wish for thousands of products: most words are none of its own, which one bit
/// tells.
class HeadFactor {
 public:
  HeadFactor(const Index& index, const QueryTerm& wish) : index_(index), wish_(wish) {
    for (const auto* ids : {&wish.alternatives, &wish.synonyms, &wish.lookalikes}) {
      for (const std::uint32_t id : *ids) maybe_ |= std::uint64_t{1} << (id % 64);
    }
  }
  float of(const Standing& standing) const {
    const bool is_other = (maybe_ >> (standing.head % 64) & 1U) == 0;
    return is_other ? 1 : head_factor(index_, wish_, standing);
  }

 private:
  const Index& index_;
  const QueryTerm& wish_;
  std::uint64_t maybe_ = 0;
};

/// How many wishes a product must fulfil when the best one fulfils so many. "Either word" holds for
/// one and two words; of more half is wanted.
std::size_t least_words(std::size_t best) {
  return (best + 1) / 2;
}

/// Adds up wish by wish; the best of a wish's alternatives counts for each product.
class Scorer {
 public:
  Scorer(const Index& index, const Understanding& understood)
      : index_(index),
        terms_(understood.terms),
        head_(understood.head),
        scratch_(index.scratch()),
        place_of_(scratch_.places) {}
  ~Scorer() {
    for (const Candidate& candidate : candidates()) place_of_[candidate.slot] = 0;
  }
  Scorer(const Scorer&) = delete;
  Scorer& operator=(const Scorer&) = delete;

  /// Only products that fulfil every wish: the rarest wish names the candidates.
  void add_all_words() {
    for (const std::size_t at : rarest_first()) {
      add(terms_[at], wish_ == 0);
      drop_all_that_miss_this_wish();
      if (count_ == 0) return;
    }
  }

  /// All products that fulfil at least so many wishes, and some others. Of n wishes such a product
  /// fulfils one of the n - least + 1 rarest, so that the commonest ones bring no candidates: they
  /// are looked up for those that are there.
  void add_any_word(std::size_t least) {
    std::size_t bringing = terms_.size() - std::min(least, terms_.size()) + 1;
    for (const std::size_t at : rarest_first()) {
      add(terms_[at], bringing > 0);
      if (bringing > 0) --bringing;
    }
  }

  /// Most wishes that a product fulfils.
  std::size_t best_words() const {
    std::size_t best = 0;
    for (const Candidate& candidate : candidates()) {
      best = std::max<std::size_t>(best, candidate.words);
    }
    return best;
  }

  Matches finish(bool only_best) {
    Matches matches;
    matches.words = static_cast<int>(best_words());
    std::vector<float> share(terms_.size() + 1);
    for (std::size_t words = 0; words < share.size(); ++words) {
      share[words] = coverage_factor(index_.steps(), words, terms_.size());
    }
    const auto best = static_cast<std::size_t>(matches.words);
    const auto least = static_cast<int>(only_best ? best : least_words(best));
    matches.products.resize(count_);
    const HeadFactor head(index_, terms_[head_]);
    const std::span<const Candidate> all = candidates();
    std::size_t kept = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
      if (at + kAhead < all.size()) {
        __builtin_prefetch(&index_.standings()[all[at + kAhead].slot]);
      }
      const Candidate& candidate = all[at];
      const Standing& standing = index_.standings()[candidate.slot];
      const float score = candidate.score * share[static_cast<std::size_t>(candidate.words)] *
                          standing.prior * head.of(standing);
      matches.products[kept] = {candidate.slot, score, static_cast<std::int16_t>(candidate.words),
                                0};
      kept += candidate.words >= least ? 1 : 0;
    }
    matches.products.resize(kept);
    matches.has_all_words = matches.words == static_cast<int>(terms_.size());
    if (terms_.size() > 1) look_closely(matches.products);
    return matches;
  }

 private:
  std::span<Candidate> candidates() { return std::span(scratch_.candidates).first(count_); }
  std::span<const Candidate> candidates() const {
    return std::span<const Candidate>(scratch_.candidates).first(count_);
  }

  template <class Element>
  static void make_room(std::vector<Element>& memory, std::size_t most) {
    if (memory.size() < most) memory.resize(2 * most);
  }

  std::vector<std::size_t> rarest_first() const {
    std::vector<std::size_t> order(terms_.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return count_postings(index_, terms_[a]) < count_postings(index_, terms_[b]);
    });
    return order;
  }

  void add(const QueryTerm& term, bool may_be_new) {
    ++wish_;
    for_each_way(index_, term,
                 [&](const std::vector<Posting>& postings, float worth, Way, std::uint32_t) {
                   add_postings(postings, worth, may_be_new);
                 });
  }

  void add_postings(const std::vector<Posting>& postings, float rarity, bool may_be_new) {
    constexpr std::size_t kLookUp = 16;  // one search in a list costs as much as passing so many
    if (may_be_new) {
      add_new_and_known(postings, rarity);
    } else if (count_ * kLookUp < postings.size()) {
      look_up_known(postings, rarity);
    } else {
      add_known(postings, rarity);
    }
  }

  // Which posting is whose nobody can guess, the processor's branch prediction neither. So these
  // loops have no branches: what is none is written behind the last one and overwritten.
  void add_new_and_known(const std::vector<Posting>& postings, float rarity) {
    const std::vector<Standing>& standings = index_.standings();
    make_room(scratch_.candidates, count_ + postings.size() + 1);
    make_room(scratch_.given, postings.size() + 1);
    std::size_t count = count_;
    std::size_t given = 0;
    for (std::size_t at = 0; at < postings.size(); ++at) {
      if (at + kAhead < postings.size()) {
        __builtin_prefetch(&place_of_[postings[at + kAhead].slot]);
        __builtin_prefetch(&standings[postings[at + kAhead].slot]);
      }
      const std::uint32_t slot = postings[at].slot;
      const float score = rarity * postings[at].impact;
      const std::uint32_t place = place_of_[slot];
      const bool is_new = (place == 0) & standings[slot].is_alive();
      scratch_.candidates[count] = {slot, score, score, wish_, 1};
      count += is_new ? 1 : 0;
      place_of_[slot] = is_new ? static_cast<std::uint32_t>(count) : place;
      scratch_.given[given] = {place, score};
      given += place != 0 ? 1 : 0;
    }
    count_ = count;
    give_all(given);
  }

  void add_known(const std::vector<Posting>& postings, float rarity) {
    make_room(scratch_.given, postings.size() + 1);
    std::size_t given = 0;
    for (std::size_t at = 0; at < postings.size(); ++at) {
      if (at + kAhead < postings.size()) __builtin_prefetch(&place_of_[postings[at + kAhead].slot]);
      const std::uint32_t place = place_of_[postings[at].slot];
      scratch_.given[given] = {place, rarity * postings[at].impact};
      given += place != 0 ? 1 : 0;
    }
    give_all(given);
  }

  void give_all(std::size_t count) {
    for (const Given& given : std::span(scratch_.given).first(count)) {
      give(scratch_.candidates[given.place - 1], given.score);
    }
  }

  void look_up_known(const std::vector<Posting>& postings, float rarity) {
    for (Candidate& candidate : candidates()) {
      const auto posting = std::lower_bound(
          postings.begin(), postings.end(), candidate.slot,
          [](const Posting& left, std::uint32_t slot) { return left.slot < slot; });
      if (posting != postings.end() && posting->slot == candidate.slot) {
        give(candidate, rarity * posting->impact);
      }
    }
  }

  /// What the present wish says about a product: of its alternatives the best.
  void give(Candidate& candidate, float score) const {
    const bool is_first = candidate.wish != wish_;
    const float last = is_first ? 0 : candidate.last;
    const float best = std::max(score, last);
    candidate.score += best - last;
    candidate.last = best;
    candidate.words = static_cast<std::uint16_t>(candidate.words + (is_first ? 1 : 0));
    candidate.wish = wish_;
  }

  void drop_all_that_miss_this_wish() {
    std::size_t kept = 0;
    for (const Candidate& candidate : candidates()) {
      const bool stays = candidate.wish == wish_;
      place_of_[candidate.slot] = stays ? static_cast<std::uint32_t>(kept + 1) : 0;
      scratch_.candidates[kept] = candidate;
      kept += stays ? 1 : 0;
    }
    count_ = kept;
  }

  /// Brings the best `most` matches, and few others, to the front; returns how many these are.
  /// Comparing them with one another costs more: no branch prediction guesses how that comes out.
  static std::size_t likely_best(std::vector<Match>& matches, std::size_t most) {
    constexpr std::size_t kClasses = 256;
    float highest = 0;
    for (const Match& match : matches) highest = std::max(highest, match.score);
    if (matches.size() <= most || !(highest > 0)) return matches.size();
    const float scale = static_cast<float>(kClasses - 1) / highest;
    const auto class_of = [scale](const Match& match) {
      return static_cast<std::size_t>(static_cast<std::int32_t>(match.score * scale));
    };
    std::array<std::uint32_t, kClasses> sizes{};
    for (const Match& match : matches) ++sizes[class_of(match)];
    std::size_t least = kClasses;
    for (std::size_t counted = 0; counted < most;) counted += sizes[--least];
    std::size_t kept = 0;
    for (Match& match : matches) {
      const std::size_t own = class_of(match);
      std::swap(matches[kept], match);
      kept += own >= least ? 1 : 0;
    }
    return kept;
  }

  void look_closely(std::vector<Match>& matches) const {
    const auto better = [](const Match& a, const Match& b) {
      return a.score != b.score ? a.score > b.score : a.slot < b.slot;
    };
    if (!index_.steps().nearness) return;
    const std::size_t most = std::min(kLookedAtClosely, matches.size());
    const auto likely = static_cast<std::ptrdiff_t>(likely_best(matches, most));
    std::nth_element(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(most),
                     matches.begin() + likely, better);
    const Nearness nearness(terms_);
    for (std::size_t at = 0; at < most; ++at) {
      __builtin_prefetch(index_.name_of(index_.standings()[matches[at].slot]).data());
    }
    for (std::size_t at = 0; at < most; ++at) {
      const auto name = index_.name_of(index_.standings()[matches[at].slot]);
      matches[at].pairs = static_cast<std::int16_t>(nearness.pairs_in(name));
      matches[at].score *= nearness_factor(matches[at].pairs);
    }
  }

  const Index& index_;
  const std::vector<QueryTerm>& terms_;
  std::size_t head_;
  Scratch& scratch_;
  std::vector<std::uint32_t>& place_of_;
  std::size_t count_ = 0;  // of the candidates
  std::uint16_t wish_ = 0;
};

Matches all_products(const Index& index) {
  Matches all;
  all.has_all_words = true;
  all.products.reserve(index.size());
  const auto& standings = index.standings();
  for (std::uint32_t slot = 0; slot < standings.size(); ++slot) {
    if (standings[slot].is_alive()) all.products.push_back({slot, 0, 0, 0});
  }
  return all;
}

/// Those that fulfil some of the wishes; `has_every`: some product fulfils them all.
Matches match_some(const Index& index, const Understanding& understood, bool has_every,
                   bool only_best) {
  const std::size_t hoped_for = understood.terms.size() - (has_every ? 0 : 1);
  if (hoped_for > 0) {
    Scorer scorer(index, understood);
    const std::size_t least = least_words(hoped_for);
    scorer.add_any_word(least);
    if (least_words(scorer.best_words()) >= least) return scorer.finish(only_best);
  }
  // The best product fulfils less than was hoped for: then those that fulfil little count as well.
  Scorer scorer(index, understood);
  scorer.add_any_word(1);
  return scorer.finish(only_best);
}

}  // namespace

float coverage_factor(const Steps& steps, std::size_t words, std::size_t all) {
  if (!steps.coverage) return 1;
  constexpr double kCoordination = 1.5;
  return static_cast<float>(
      std::pow(static_cast<double>(words) / static_cast<double>(all), kCoordination));
}

float head_factor(const Index& index, const QueryTerm& wish, const Standing& standing) {
  constexpr float kHead = 1.15F;
  return index.steps().head && fits(wish, standing.head) ? kHead : 1;
}

float nearness_factor(int pairs) {
  constexpr double kNearness = 0.2;
  return static_cast<float>(1 + kNearness * pairs);
}

Matches match_every_wish(const Index& index, const Understanding& understood) {
  if (understood.terms.empty()) return all_products(index);
  Scorer scorer(index, understood);
  scorer.add_all_words();
  return scorer.finish(true);
}

Matches match_products(const Index& index, const Understanding& understood,
                       std::optional<Matches> every) {
  if (!every) every = match_every_wish(index, understood);
  const bool is_enough = understood.terms.size() < 2 || every->products.size() >= kEnough;
  if (is_enough) return std::move(*every);
  return match_some(index, understood, !every->products.empty(), false);
}

Matches match_best_products(const Index& index, const Understanding& understood) {
  Matches every = match_every_wish(index, understood);
  if (understood.terms.size() < 2 || !every.products.empty()) return every;
  return match_some(index, understood, false, true);
}

}  // namespace search
