#include <algorithm>
#include <map>

#include "chat.sql.h"
#include "chat/act.h"
#include "chat/measure.h"

namespace chat {
namespace {

constexpr std::size_t kShown = 6;

/// What one product says of the attribute.
struct Figure {
  std::int64_t product = 0;
  std::string name{};  // the attribute's
  std::string value{};
  double amount = 0;
};

/// Those that can be set side by side, by attribute and kind of measure.
using Figures = std::map<std::pair<std::string, std::string>, std::vector<Figure>>;

/// Of whom the longest is wanted: those in force, or those that were shown.
std::vector<std::int64_t> candidates(const Asking& asking) {
  const Meaning& meaning = asking.meaning;
  const bool is_of_shown = meaning.wish.is_empty() && !meaning.is_overall;
  if (is_of_shown && !asking.before.shown.empty()) return asking.before.shown;
  return ids_of(asking.assortment, meaning.wish, false);
}

Figures figures_of(const Asking& asking, const std::vector<std::int64_t>& ids) {
  Figures figures;
  for (const db::Row row : asking.db.run(sql::chat::attribute_values, db::array_of(ids),
                                         db::array_of(asking.meaning.extreme_of))) {
    const std::string value = row.string("value");
    const auto measure = measure_of(value);
    if (!measure) continue;
    std::vector<Figure>& alike = figures[{row.string("name"), measure->kind}];
    const std::int64_t id = row.integer("id");
    if (std::ranges::find(alike, id, &Figure::product) != alike.end()) continue;
    alike.push_back({id, row.string("name"), value, measure->amount});
  }
  return figures;
}

/// The attribute that is meant: the first one asked for that most of the products have.
std::vector<Figure> meant_figures(const Asking& asking, Figures& figures) {
  std::vector<Figure>* best = nullptr;
  for (const std::string& name : asking.meaning.extreme_of) {
    for (auto& [key, alike] : figures) {
      if (key.first == name && (best == nullptr || alike.size() > best->size())) best = &alike;
    }
  }
  return best == nullptr ? std::vector<Figure>{} : std::move(*best);
}

}  // namespace

Answer act_extreme(const Asking& asking) {
  Answer answer;
  const Meaning& meaning = asking.meaning;
  const std::vector<std::int64_t> ids = candidates(asking);
  if (ids.empty()) return nothing_meant(asking);
  Figures all = figures_of(asking, ids);
  std::vector<Figure> figures = meant_figures(asking, all);
  if (figures.empty()) {
    answer.say("answer.extreme_unknown", {quoted(meaning.extreme_of.front())});
    answer.products = asking.before.shown;
    return answer;
  }
  std::ranges::stable_sort(figures, [&](const Figure& a, const Figure& b) {
    return meaning.wants_least ? a.amount < b.amount : a.amount > b.amount;
  });
  const auto is_first = [&](const Figure& figure) {
    return figure.amount == figures.front().amount;
  };
  const auto equal = std::ranges::count_if(figures, is_first);
  std::vector<std::int64_t> shown;
  for (const Figure& figure : figures) {
    if (shown.size() < kShown) shown.push_back(figure.product);
  }
  const std::vector<FoundProduct> products = to_found(asking.db, shown).products;
  if (products.empty()) return nothing_meant(asking);
  const Figure& first = figures.front();
  const std::string source =
      "product_attribute " + std::to_string(first.product) + " " + first.name;
  answer.say(meaning.wants_least ? "answer.extreme_least" : "answer.extreme_most",
             {name_of(products.front()),
              {first.name, source},
              {first.value, source},
              price_of(products.front(), asking.currency),
              count_of(std::ssize(figures), "products with " + first.name)});
  if (equal > 1) {
    answer.say("answer.extreme_equal", {count_of(equal, "products with this value")});
  }
  for (std::size_t i = 1; i < products.size() && i < figures.size(); ++i) {
    const std::string row = "product_attribute " + std::to_string(figures[i].product);
    answer.say("answer.attribute", {name_of(products[i]),
                                    {figures[i].name, row + " " + figures[i].name},
                                    {figures[i].value, row + " " + figures[i].name}});
  }
  if (!meaning.wish.is_empty()) remember_wish(asking, meaning.wish);
  show_products(asking, answer, products);
  focus_on(asking, products.front());
  return answer;
}

}  // namespace chat
