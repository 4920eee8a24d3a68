#include "chat/circumstances.h"

#include <algorithm>

#include "chat/bounds.h"

namespace chat {
namespace {

constexpr int kChild = 14;  // years; up to this age things for children suit

template <class Item>
void add_once(std::vector<Item>& items, const Item& item) {
  if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

template <class Item>
void add_all(std::vector<Item>& items, const std::vector<Item>& more) {
  for (const Item& item : more) add_once(items, item);
}

/// What is for children, as the catalogue calls it: "For: kids".
std::vector<Pair> pairs_for_children(const Knowledge& known) {
  std::vector<Pair> pairs;
  for (const std::string& other : known.phrases.synonyms("child")) {
    const Term* term = known.vocabulary.find(other);
    if (term != nullptr && term->categories.empty()) add_all(pairs, term->pairs);
  }
  return pairs;
}

/// "for a 7 year old": what suits the age, and for a child what is for children.
void read_age(const Knowledge& known, Understanding& result) {
  if (!result.age) return;
  Need need{.text = result.age_text, .pairs = known.vocabulary.pairs_for_age(*result.age)};
  if (*result.age <= kChild) add_all(need.pairs, pairs_for_children(known));
  if (need.pairs.empty()) return;
  // "My 7 year old son" says it twice.
  std::erase_if(result.wish.needs, [&](const Need& other) {
    return !other.pairs.empty() && other.categories.empty() && !other.unwanted &&
           std::ranges::all_of(other.pairs, [&](const Pair& pair) {
             return std::ranges::find(need.pairs, pair) != need.pairs.end();
           });
  });
  result.wish.needs.push_back(std::move(need));
}

bool is_unknown(const Understanding& result, const Need& need) {
  return std::ranges::find(result.unknown_words, need.text) != result.unknown_words.end();
}

/// A present: the occasion is no product, nor is he who gets it. A child gets what is for children,
/// toys as well as clothes.
void read_gift(const Sentence& sentence, const Knowledge& known, Understanding& result) {
  result.is_gift = sentence.has("gift") || (sentence.has("occasion") && sentence.has("fresh"));
  const auto is_said_by = [&](const Need& need, std::string_view key) {
    return std::ranges::any_of(sentence.hits, [&](const Hit& hit) {
      return hit.key == key && hit.end == hit.begin + 1 &&
             sentence.tokens[hit.begin].typed == need.text;
    });
  };
  std::erase_if(result.wish.needs, [&](const Need& need) {
    // "Something for my sister": whom it is for.
    const bool is_for_somebody = result.is_gift || sentence.has("fresh");
    const bool is_around =
        is_said_by(need, "occasion") || (is_for_somebody && is_said_by(need, "recipient"));
    if (!is_around || !is_unknown(result, need)) return false;
    std::erase(result.unknown_words, need.text);
    return true;
  });
  if (!result.is_gift || result.age) return;
  const std::vector<Pair> children = pairs_for_children(known);
  for (Need& need : result.wish.needs) {
    const bool is_for_child =
        !need.pairs.empty() && need.categories.empty() && need.pairs == children;
    if (!is_for_child) continue;
    for (int years = 0; years <= kChild; ++years) {
      add_all(need.pairs, known.vocabulary.pairs_for_age(years));
    }
  }
}

/// "Blue or green" is one need that either fulfils; of products, the names stay apart.
void join_alternatives(const Sentence& sentence, Understanding& result) {
  std::vector<Need>& needs = result.wish.needs;
  const auto& spans = sentence.need_spans;
  if (spans.size() != needs.size()) return;
  const auto is_same_kind = [](const Need& a, const Need& b) {
    if (a.is_product() || b.is_product() || a.unwanted || b.unwanted) return false;
    if (a.deep || b.deep) return false;  // "coffee or tea" where there is no tea: that is said
    if (a.pairs.empty() != b.pairs.empty()) return a.is_category() && b.is_category();
    if (a.pairs.empty()) return a.brands.empty() == b.brands.empty();
    return std::ranges::any_of(a.pairs, [&](const Pair& pair) {
      return std::ranges::find(b.pairs, pair.name, &Pair::name) != b.pairs.end();
    });
  };
  for (std::size_t i = needs.size(); i-- > 1;) {
    const std::size_t begin = spans[i - 1].second;
    const bool is_or = spans[i].first == begin + 1 && sentence.tokens[begin].word == "or";
    if (!is_or || !is_same_kind(needs[i - 1], needs[i])) continue;
    Need& either = needs[i - 1];
    either.text += " " + sentence.tokens[begin].typed + " " + needs[i].text;
    add_all(either.categories, needs[i].categories);
    add_all(either.brands, needs[i].brands);
    add_all(either.pairs, needs[i].pairs);
    add_all(either.names, needs[i].names);
    needs.erase(needs.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// The attributes that this key or another word for it names.
std::vector<std::string> attributes_called(const Knowledge& known, const std::string& key) {
  std::vector<std::string> names;
  std::vector<std::string> keys{key};
  add_all(keys, known.phrases.synonyms(key));
  for (const std::string& other : keys) {
    const Term* term = known.vocabulary.find(other);
    if (term != nullptr) add_all(names, term->attributes);
  }
  return names;
}

/// "most pages", "longest battery life": an attribute's name right behind the word.
std::vector<std::string> attributes_behind(const Sentence& sentence, const Knowledge& known,
                                           std::size_t begin) {
  for (std::size_t words = 2; words >= 1; --words) {
    if (begin + words > sentence.tokens.size()) continue;
    const Term* term = known.vocabulary.find(key_of(sentence.tokens, begin, begin + words));
    if (term != nullptr && !term->attributes.empty()) return term->attributes;
  }
  return {};
}

/// True when the words of the hit belong to an order of sorting as well: "best battery".
bool is_in_slot(const Sentence& sentence, const Hit& hit) {
  return std::ranges::any_of(hit.matched, [&](std::size_t at) { return sentence.is_slot[at]; });
}

/// "The longest battery life", "the heaviest": the most or the least of an attribute with numbers.
void read_extreme(const Sentence& sentence, const Knowledge& known, Understanding& result) {
  const std::string_view kMost = "extreme-most";
  const std::string_view kLeast = "extreme-least";
  for (const Hit& hit : sentence.hits) {
    const bool is_least = hit.key.starts_with(kLeast);
    if (!is_least && !hit.key.starts_with(kMost)) continue;
    const std::string_view rest = hit.key.substr((is_least ? kLeast : kMost).size());
    const bool names_it = hit.end > hit.begin + 1;
    if (is_in_slot(sentence, hit) && !names_it) continue;  // "lowest" of "lowest price"
    if (hit.begin > 0 && sentence.tokens[hit.begin - 1].word == "at") continue;  // "at least"
    std::vector<std::string> names;
    if (!names_it) names = attributes_behind(sentence, known, hit.end);
    if (names.empty() && !names_it) names = result.attributes;
    if (names.empty() && !rest.empty()) {
      names = attributes_called(known, std::string(rest.substr(1)));
    }
    if (names.empty()) continue;
    if (!result.extreme_of.empty() && result.wants_least != is_least) break;
    add_all(result.extreme_of, names);
    result.wants_least = is_least;
    if (is_in_slot(sentence, hit)) result.wish.sort = Sort::relevance;
  }
  if (result.wish.sort != Sort::relevance) result.extreme_of.clear();
}

void read_hints(const Sentence& sentence, const Knowledge& known, Understanding& result) {
  const std::string_view kPrefix = "told-by-";
  for (const Hit& hit : sentence.hits) {
    if (!hit.key.starts_with(kPrefix)) continue;
    add_all(result.hints, attributes_called(known, std::string(hit.key.substr(kPrefix.size()))));
  }
}

}  // namespace

void read_circumstances(const Sentence& sentence, const Knowledge& known, Understanding& result) {
  if (!sentence.has("compare")) join_alternatives(sentence, result);
  read_bounds(sentence, known, result);
  read_gift(sentence, known, result);
  read_age(known, result);
  read_extreme(sentence, known, result);
  read_hints(sentence, known, result);
  result.is_overall = sentence.has("overall");
}

}  // namespace chat
