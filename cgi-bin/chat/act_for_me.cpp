#include "chat/act.h"
#include "recommend/recommend.h"

namespace chat {
namespace {

using recommend::Suggestion;

constexpr int kShown = 4;

Value because_of(const Suggestion& suggestion) {
  return {suggestion.because, "product " + std::to_string(suggestion.card.id) + " goes with it"};
}

/// The countable reason for one product.
void say_reason(Answer& answer, const Suggestion& suggestion) {
  const Value name = name_of(suggestion.card);
  const Value together = count_of(suggestion.together, "orders with it");
  const Value orders = count_of(suggestion.orders, "orders in all");
  switch (suggestion.kind) {
    case Suggestion::Kind::again:
      return answer.say("answer.for_me_again", {name, together, orders});
    case Suggestion::Kind::popular:
      return answer.say("answer.sold_line", {name, count_of(suggestion.orders, "pieces sold")});
    case Suggestion::Kind::goes_with: break;
  }
  if (suggestion.together == 0) {
    return answer.say("answer.for_me_like", {name, because_of(suggestion)});
  }
  answer.say("answer.for_me_together", {name, because_of(suggestion), together, orders});
}

/// Nothing was chosen for him: all of them are what everybody buys.
bool is_for_everybody(const std::vector<Suggestion>& suggestions) {
  for (const Suggestion& suggestion : suggestions) {
    if (suggestion.kind != Suggestion::Kind::popular) return false;
  }
  return true;
}

}  // namespace

Answer act_for_me(const Asking& asking) {
  Answer answer;
  const auto suggestions = recommend::suggest(
      asking.db,
      {.account = asking.owner.account_id, .products = {}, .now = asking.now, .limit = kShown});
  if (suggestions.empty()) {
    answer.say("answer.nothing_sold");
    return answer;
  }
  if (asking.owner.account_id == 0) {
    answer.say("answer.for_me_guest");
  } else {
    answer.say(is_for_everybody(suggestions) ? "answer.for_me_new" : "answer.for_me");
  }
  std::vector<FoundProduct> products;
  for (const Suggestion& suggestion : suggestions) {
    say_reason(answer, suggestion);
    static_cast<catalog::ProductCard&>(products.emplace_back()) = suggestion.card;
  }
  asking.after.wish = {};
  show_products(asking, answer, products);
  return answer;
}

}  // namespace chat
