/// past.h - what people searched for lately: suggestions for visitors, trials of a change for
/// staff.
///
/// Source: events of kind 'search' (table visit_event), query past_searches. A suggestion was typed
///         by at least three persons, so that nobody reads what a single one looked for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "search/index.h"
#include "search/understand.h"

namespace search {

struct PastSearch {
  std::string text{};  // lower case
  int times = 0;
  bool found = false;  // at least once something
};

/// At most `most` different texts since a moment, the most frequent first, each typed by at least
/// so many persons.
std::vector<PastSearch> past_searches(db::Connection& db, Instant since, int most, int persons);

/// The popular searches as one process knows them.
class Suggestions {
 public:
  /// Reads them anew when they are older than ten minutes.
  void refresh(db::Connection& db, const Stemmer& stemmer, Instant now);

  /// Those that found something, the most frequent first.
  std::vector<std::string> popular(std::size_t most) const;
  /// Popular ones that share words with what was understood, and are not the same.
  std::vector<std::string> related(const Understanding& understood, const Stemmer& stemmer,
                                   std::size_t most) const;

 private:
  struct Known {
    std::string text{};
    std::vector<std::size_t> stems{};  // hashes, sorted
  };
  std::vector<Known> known_;
  Instant read_at_{};
};

/// What a change of the rules would change.
struct RuleEffect {
  struct Example {
    std::string text{};
    int times = 0;
    int before = 0;  // products found
    int after = 0;
  };
  int all = 0;                      // past searches looked at
  int changed = 0;                  // of them, those that would show other products
  std::vector<Example> examples{};  // the most frequent of them, each text once
  int texts = 0;                    // different ones that would change
};

/// Searches again what people searched for, with the rules as they are and as they would be. Only
/// searches that hold one of `words` are run; the others cannot change.
RuleEffect effect_of(const Index& index, const WordRules& now, const WordRules& then,
                     const std::vector<std::string>& words,
                     const std::vector<PastSearch>& searches);

}  // namespace search
