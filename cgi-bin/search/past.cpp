#include "search/past.h"

#include <algorithm>
#include <functional>
#include <set>

#include "search/search.h"
#include "search_rules.sql.h"

namespace search {
namespace {

constexpr int kFirstPage = 24;
constexpr std::size_t kMostExamples = 10;

std::vector<std::size_t> stems_of(const std::string& text, const Stemmer& stemmer) {
  std::vector<std::size_t> stems;
  for (const std::string& word : words_of(text, 24)) {
    if (!is_usual_stop_word(word)) stems.push_back(std::hash<std::string>{}(stemmer.stem(word)));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

}  // namespace

std::vector<PastSearch> past_searches(db::Connection& db, Instant since, int most, int persons) {
  std::vector<PastSearch> searches;
  for (const db::Row row : db.run(sql::search_rules::past_searches, since, most, persons)) {
    searches.push_back({row.string("text"), row.small("times"), row.boolean("found")});
  }
  return searches;
}

void Suggestions::refresh(db::Connection& db, const Stemmer& stemmer, Instant now) {
  constexpr auto kFresh = std::chrono::minutes(10);
  constexpr auto kLately = std::chrono::days(30);
  constexpr int kMost = 500;
  constexpr int kPersons = 3;
  if (read_at_ + kFresh > now) return;
  known_.clear();
  for (PastSearch& search : past_searches(db, now - kLately, kMost, kPersons)) {
    if (!search.found) continue;
    auto stems = stems_of(search.text, stemmer);
    known_.push_back({std::move(search.text), std::move(stems)});
  }
  read_at_ = now;
}

std::vector<std::string> Suggestions::popular(std::size_t most) const {
  std::vector<std::string> texts;
  for (const Known& known : known_) {
    if (texts.size() == most) break;
    texts.push_back(known.text);
  }
  return texts;
}

std::vector<std::string> Suggestions::related(const Understanding& understood,
                                              const Stemmer& stemmer, std::size_t most) const {
  std::vector<std::size_t> wanted;
  for (const QueryTerm& term : understood.terms) {
    wanted.push_back(std::hash<std::string>{}(stemmer.stem(term.word)));
  }
  std::sort(wanted.begin(), wanted.end());
  struct Hit {
    std::size_t shared;
    const Known* known;
  };
  std::vector<Hit> hits;
  for (const Known& known : known_) {
    if (known.stems == wanted) continue;
    const auto shared = std::count_if(
        known.stems.begin(), known.stems.end(),
        [&](std::size_t stem) { return std::binary_search(wanted.begin(), wanted.end(), stem); });
    if (shared > 0) hits.push_back({static_cast<std::size_t>(shared), &known});
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const Hit& a, const Hit& b) { return a.shared > b.shared; });
  std::vector<std::string> texts;
  for (const Hit& hit : hits) {
    if (texts.size() == most) break;
    texts.push_back(hit.known->text);
  }
  return texts;
}

RuleEffect effect_of(const Index& index, const WordRules& now, const WordRules& then,
                     const std::vector<std::string>& words,
                     const std::vector<PastSearch>& searches) {
  std::set<std::string> touched;
  for (const std::string& word : words) {
    for (const std::string& part : words_of(word, kMostPhrase)) {
      touched.insert(index.stemmer().stem(part));
    }
  }
  RuleEffect effect;
  for (const PastSearch& search : searches) {
    effect.all += search.times;
    const auto typed = words_of(search.text, 24);
    const bool may_change = std::any_of(typed.begin(), typed.end(), [&](const std::string& word) {
      return touched.contains(index.stemmer().stem(word));
    });
    if (!may_change) continue;
    Query query{.text = search.text, .per_page = kFirstPage, .rules = &now};
    const Results before = find(index, query);
    query.rules = &then;
    const Results after = find(index, query);
    if (before.total == after.total && before.products == after.products) continue;
    effect.changed += search.times;
    ++effect.texts;
    if (effect.examples.size() < kMostExamples) {
      effect.examples.push_back({search.text, search.times, before.total, after.total});
    }
  }
  return effect;
}

}  // namespace search
