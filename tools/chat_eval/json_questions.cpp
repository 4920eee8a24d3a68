/// json_questions.cpp - see json_questions.h.

#include "chat_eval/json_questions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "chat_eval/json_products.h"

namespace chat_eval {
namespace {

using namespace json;

/// One kind of attribute question; `answer` is empty where it makes no good question.
struct AttributeKind {
  std::string_view kind{};
  std::function<std::string(const Product&)> answer{};
  std::vector<std::string_view> patterns{};
  int wanted = 0;
};

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The mean with one decimal, where rounding and cutting off agree: x.33 only.
std::string rating_of(const Product& product) {
  if (product.reviews != 3 || product.stars % 3 != 1) return {};
  return std::to_string(product.stars / 3) + ".3";
}

std::string brand_of(const Product& product) {
  return contains(plain(product.title), plain(product.brand)) ? std::string() : product.brand;
}

std::string with_digit(const std::string& value) {
  return has_digit(value) ? value : "";
}

std::vector<AttributeKind> attribute_kinds() {
  return {
      {"warranty",
       [](const Product& p) { return with_digit(p.warranty); },
       {"What is the warranty of the {}?", "how long is the {} under warranty",
        "If I buy the {}, what warranty do I get?"},
       5},
      {"weight",
       [](const Product& p) { return std::to_string(p.weight); },
       {"How heavy is the {}?", "what does the {} weigh?"},
       4},
      {"brand",
       brand_of,
       {"What brand is the {}?", "who makes the {}", "Which brand does the {} belong to?"},
       4},
      {"returns",
       [](const Product& p) { return with_digit(p.returns); },
       {"What is the return policy of the {}?", "how many days do I have to return the {}?",
        "Until when can I send back the {} if I don't like it?"},
       5},
      {"shipping",
       [](const Product& p) { return p.shipping; },
       {"How fast does the {} ship?", "how soon will the {} be shipped",
        "What's the shipping time of the {}?"},
       5},
      {"rating",
       rating_of,
       {"How is the {} rated?", "what rating does the {} have", "How many stars has the {} got?"},
       3},
      {"price",
       [](const Product& p) { return dollars(p.cents); },
       {"How much is the {}?", "whats the price of the {}", "What would the {} cost me, please?",
        "{} price?"},
       4},
  };
}

void add_attributes(std::vector<Question>& questions, Picker& picker) {
  for (const AttributeKind& kind : attribute_kinds()) {
    const Accepts accepts = [&](const Product& product) {
      const std::string answer = kind.answer(product);
      return !answer.empty() && !contains(product.title, answer);
    };
    for (int i = 0; i < kind.wanted; ++i) {
      const Product& product = picker.next(accepts);
      questions.push_back({
          .text = filled(kind.patterns[static_cast<std::size_t>(i) % kind.patterns.size()],
                         product.title),
          .kind = std::string(kind.kind),
          .must_say = {kind.answer(product)},
          .products = {product.title},
      });
    }
  }
}

/// -1, 0, 1: how the means of the reviews of two products compare.
int compare_ratings(const Product& a, const Product& b) {
  const int left = a.stars * b.reviews;
  const int right = b.stars * a.reviews;
  return left < right ? -1 : (left > right ? 1 : 0);
}

using IsBetter = std::function<bool(const Product&, const Product&)>;

/// The one of the category that is better than every other, or nullptr.
const Product* single_best(const std::vector<Product>& products, std::string_view category,
                           const IsBetter& is_better) {
  std::vector<const Product*> group;
  for (const Product& product : products) {
    if (product.category == category) group.push_back(&product);
  }
  for (const Product* best : group) {
    const bool beats_all = std::ranges::all_of(
        group, [&](const Product* other) { return other == best || is_better(*best, *other); });
    if (beats_all && group.size() > 1) return best;
  }
  return nullptr;
}

struct SuperlativeKind {
  std::string_view kind{};
  IsBetter is_better{};
  std::vector<std::string_view> patterns{};  // {} is the singular, {2} the plural
};

std::vector<SuperlativeKind> superlative_kinds() {
  return {
      {"cheapest",
       [](const Product& a, const Product& b) { return a.cents < b.cents; },
       {"What's your cheapest {}?", "cheapest {}", "Which {} costs the least?",
        "I need the least expensive {} you have"}},
      {"dearest",
       [](const Product& a, const Product& b) { return a.cents > b.cents; },
       {"most expensive {}", "Which of your {2} has the highest price?",
        "what is the most expensive {} in the shop"}},
      {"best_rated",
       [](const Product& a, const Product& b) { return compare_ratings(a, b) > 0; },
       {"Which {} is rated best?", "best rated {}", "What's the {} with the best reviews?",
        "show me the highest rated {}"}},
  };
}

/// Goes round the categories, every kind in turn, until there are `wanted`.
void add_superlatives(std::vector<Question>& questions, const std::vector<Product>& products,
                      int wanted) {
  const std::vector<SuperlativeKind> kinds = superlative_kinds();
  std::vector<std::size_t> used(kinds.size());
  int added = 0;
  for (std::size_t round = 0; round < kinds.size(); ++round) {
    for (std::size_t n = 0; n < kNouns.size() && added < wanted; ++n) {
      const std::size_t which = (n + round) % kinds.size();
      const SuperlativeKind& kind = kinds[which];
      const Product* best = single_best(products, kNouns[n].category, kind.is_better);
      if (best == nullptr) continue;
      questions.push_back({
          .text = filled(kind.patterns[used[which]++ % kind.patterns.size()],
                         std::string(kNouns[n].one), std::string(kNouns[n].many)),
          .kind = std::string(kind.kind),
          .must_say = {best->title},
          .products = {best->title},
      });
      ++added;
    }
  }
  if (added < wanted) throw std::runtime_error("too few categories for the questions");
}

struct ComparisonKind {
  std::string_view kind{};
  IsBetter is_better{};  // must decide: pairs where neither is better are not asked
  std::vector<std::string_view> patterns{};
  int wanted = 0;
};

std::vector<ComparisonKind> comparison_kinds() {
  return {
      {"compare_price",
       [](const Product& a, const Product& b) { return a.cents < b.cents; },
       {"Which is cheaper, the {} or the {2}?", "{} or {2}, which costs less?",
        "is the {} cheaper than the {2}?"},
       6},
      {"compare_price",
       [](const Product& a, const Product& b) { return a.cents > b.cents; },
       {"Which is more expensive, the {} or the {2}?", "what costs more: {} or {2}"},
       3},
      {"compare_rating",
       [](const Product& a, const Product& b) { return compare_ratings(a, b) > 0; },
       {"Which has the better rating, the {} or the {2}?", "is {} or {2} rated higher?",
        "Do people rate the {} better or the {2}?"},
       5},
      {"compare_weight",
       [](const Product& a, const Product& b) { return a.weight > b.weight; },
       {"Which one is heavier, the {} or the {2}?"},
       2},
  };
}

/// "A or B?": the answer must name the winner, who is first and second in turn.
void add_duels(std::vector<Question>& questions, Picker& picker) {
  int asked = 0;
  for (const ComparisonKind& kind : comparison_kinds()) {
    const auto decides = [&](const Product& a, const Product& b) {
      return kind.is_better(a, b) || kind.is_better(b, a);
    };
    for (int i = 0; i < kind.wanted; ++i) {
      auto [winner, loser] = picker.next_pair(decides);
      if (!kind.is_better(*winner, *loser)) std::swap(winner, loser);
      const bool winner_first = asked++ % 2 == 0;
      questions.push_back({
          .text = filled(kind.patterns[static_cast<std::size_t>(i) % kind.patterns.size()],
                         winner_first ? winner->title : loser->title,
                         winner_first ? loser->title : winner->title),
          .kind = std::string(kind.kind),
          .must_say = {winner->title},
          .products = {winner->title, loser->title},
      });
    }
  }
}

/// "Compare A and B": both names and both prices must be said.
void add_side_by_side(std::vector<Question>& questions, Picker& picker) {
  constexpr std::array<std::string_view, 4> kPatterns = {
      "Compare the {} and the {2}", "what's the difference between the {} and the {2}?",
      "{} vs {2}", "Can you compare the {} with the {2} for me please?"};
  for (const std::string_view pattern : kPatterns) {
    const auto [a, b] = picker.next_pair(
        [](const Product& left, const Product& right) { return left.cents != right.cents; });
    questions.push_back({
        .text = filled(pattern, a->title, b->title),
        .kind = "compare",
        .must_say = {a->title, b->title, dollars(a->cents), dollars(b->cents)},
        .products = {a->title, b->title},
    });
  }
}

/// Questions with one pattern after the other, about products that the rule accepts.
/// `say_number`: the answer must give the stock, otherwise only the name.
void add_stock_kind(std::vector<Question>& questions, Picker& picker, const std::string& kind,
                    bool say_number, const Accepts& accepts,
                    std::span<const std::string_view> patterns) {
  for (const std::string_view pattern : patterns) {
    const Product& product = picker.next(accepts);
    const std::string must_say = say_number ? std::to_string(product.stock) : product.title;
    questions.push_back({.text = filled(pattern, product.title),
                         .kind = kind,
                         .must_say = {must_say},
                         .products = {product.title}});
  }
}

void add_stock(std::vector<Question>& questions, Picker& picker) {
  constexpr std::array<std::string_view, 9> kHowMany = {
      "How many pieces of the {} do you have?",
      "how many units of the {} are left in stock",
      "What is your stock of the {}?",
      "How many of the {} could I order right now?",
      "number of {} in stock pls",
      "How many pieces of the {} are available?",
      "how much stock do you have of the {}?",
      "how many pieces of {} do you have left",
      "I need a lot of the {}, how many have you got?"};
  constexpr std::array<std::string_view, 6> kIsThere = {
      "Is the {} in stock?",
      "do you have the {} in stock",
      "Is the {} still available?",
      "can I get the {} right now or is it sold out?",
      "{}, available?",
      "Could you check if the {} is in stock?"};
  constexpr std::array<std::string_view, 2> kIsGone = {"Is the {} in stock at the moment?",
                                                       "have you sold out of the {}?"};
  // Two digits: a single one occurs in too many answers by chance.
  const Accepts telling = [](const Product& product) {
    return product.stock >= 10 && !contains(product.title, std::to_string(product.stock)) &&
           !contains(dollars(product.cents), std::to_string(product.stock));
  };
  add_stock_kind(questions, picker, "stock_count", true, telling, kHowMany);
  add_stock_kind(
      questions, picker, "in_stock", false, [](const Product& p) { return p.stock > 0; }, kIsThere);
  add_stock_kind(
      questions, picker, "sold_out", false, [](const Product& p) { return p.stock == 0; }, kIsGone);
}

void add_counts(std::vector<Question>& questions, const std::vector<Product>& products) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kCategories = {{
      {"laptops", "How many laptops do you sell?"},
      {"smartphones", "how many different smartphones do you have"},
      {"tablets", "How many tablets are there in your shop?"},
      {"mens-watches", "how many men's watches can I choose from?"},
      {"womens-bags", "Number of women's bags you carry?"},
      {"kitchen-accessories", "how many kitchen accessories have you got"},
  }};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kBrands = {{
      {"Samsung", "How many products by Samsung do you have?"},
      {"Apple", "how many items of the brand Apple do you sell?"},
  }};
  for (const auto& [category, text] : kCategories) {
    const auto count = std::ranges::count(products, category, &Product::category);
    questions.push_back(
        {.text = std::string(text), .kind = "category_count", .must_say = {std::to_string(count)}});
  }
  for (const auto& [brand, text] : kBrands) {
    const auto count = std::ranges::count(products, brand, &Product::brand);
    questions.push_back(
        {.text = std::string(text), .kind = "brand_count", .must_say = {std::to_string(count)}});
  }
}

}  // namespace

std::vector<Question> questions_of(const nlohmann::json& products_json) {
  const std::vector<Product> products = to_products(products_json);
  // One picker a part: a product may be asked for its weight and, elsewhere, be compared.
  Picker for_attributes(products, 0);
  Picker for_comparisons(products, 1);
  Picker for_stock(products, 2);

  std::vector<Question> questions;
  add_attributes(questions, for_attributes);
  add_superlatives(questions, products, 25);
  add_duels(questions, for_comparisons);
  add_side_by_side(questions, for_comparisons);
  add_stock(questions, for_stock);
  add_counts(questions, products);
  return questions;
}

}  // namespace chat_eval
