#include <algorithm>

#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr std::size_t kMostGroups = 3;
constexpr int kShownOfEach = 3;

/// The rest of the wish in force: "wireless headphones", and now wired or wireless ones.
Wish common_wish(const Asking& asking, const std::vector<Need>& groups) {
  Wish wish{.needs = asking.before.wish.needs};
  std::erase_if(wish.needs, [&](const Need& old) {
    return std::ranges::any_of(groups, [&](const Need& group) {
      const bool is_same_brand = !old.brands.empty() && !group.brands.empty();
      const bool is_same_kind = old.is_head() && group.is_head();
      return is_same_brand || is_same_kind ||
             std::ranges::any_of(group.pairs, [&](const Pair& pair) {
               return std::ranges::find(old.pairs, pair.name, &Pair::name) != old.pairs.end();
             });
    });
  });
  return wish;
}

bool all_have_some(const Asking& asking, const Wish& common, const std::vector<Need>& groups) {
  return std::ranges::all_of(groups, [&](const Need& group) {
    Wish wish = common;
    wish.needs.push_back(group);
    return count_matches(asking.assortment, wish).total > 0;
  });
}

/// As much of it as lets every group have something: no wired ones are black.
Wish shared_wish(const Asking& asking, const std::vector<Need>& groups) {
  Wish wish = common_wish(asking, groups);
  if (all_have_some(asking, wish, groups)) return wish;
  std::erase_if(wish.needs, [](const Need& need) { return need.unwanted || !need.is_head(); });
  return all_have_some(asking, wish, groups) ? wish : Wish{};
}

/// What the products of a group say of themselves: names of attributes.
std::vector<std::string> attributes_of(const Asking& asking, const Wish& wish) {
  std::vector<std::string> names;
  const std::vector<std::int64_t> ids = ids_of(asking.assortment, wish, false);
  for (const db::Row row : asking.db.run(sql::chat::attribute_names, db::array_of(ids))) {
    names.push_back(row.string("name"));
  }
  return names;
}

/// "Only these say: Battery life, Noise cancelling".
void say_only_these(Answer& answer, const Need& group, const std::vector<std::string>& own,
                    const std::vector<std::string>& others) {
  std::string all;
  for (const std::string& name : own) {
    if (std::ranges::find(others, name) != others.end()) continue;
    all += (all.empty() ? "" : ", ") + name;
  }
  if (all.empty()) return;
  answer.say("answer.group_only", {quoted(group.text), {all, "product_attribute names"}});
}

}  // namespace

bool compares_groups(const Meaning& meaning) {
  const std::vector<Need>& needs = meaning.wish.needs;
  return meaning.subject.empty() && needs.size() >= 2 && needs.size() <= kMostGroups &&
         std::ranges::none_of(needs, [](const Need& need) {
           return need.is_product() || need.unwanted || need.deep;
         });
}

Answer act_compare_groups(const Asking& asking) {
  Answer answer;
  const std::vector<Need>& groups = asking.meaning.wish.needs;
  const Wish common = shared_wish(asking, groups);
  std::vector<FoundProduct> shown;
  std::vector<std::vector<std::string>> names;
  for (const Need& group : groups) {
    Wish wish = common;
    wish.needs.push_back(group);
    wish.sort = Sort::dearest;
    const Found found = find_products(asking.db, asking.assortment, wish, 1);
    names.push_back(attributes_of(asking, wish));
    if (found.total == 0) {
      answer.say("answer.none", {wish_words(wish)});
      continue;
    }
    const Matches matches = count_matches(asking.assortment, wish);
    answer.say("answer.group",
               {wish_words(wish),
                count_of(found.total, "products that match"),
                {to_text(matches.cheapest, asking.currency), "lowest price_cents among them"},
                price_of(found.products.front(), asking.currency)});
    wish.sort = Sort::relevance;
    const Found some = find_products(asking.db, asking.assortment, wish, kShownOfEach);
    std::ranges::copy(some.products, std::back_inserter(shown));
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::vector<std::string> others;
    for (std::size_t j = 0; j < groups.size(); ++j) {
      if (j != i) others.insert(others.end(), names[j].begin(), names[j].end());
    }
    say_only_these(answer, groups[i], names[i], others);
  }
  if (!common.needs.empty()) remember_wish(asking, common);
  show_products(asking, answer, shown);
  return answer;
}

}  // namespace chat
