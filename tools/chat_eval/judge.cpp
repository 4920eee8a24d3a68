#include "chat_eval/judge.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "base/text.h"
#include "chat_eval/slots.h"

namespace chat_eval {
namespace {

bool holds(const std::string& text, const std::string& part) {
  return to_lower(text).find(to_lower(part)) != std::string::npos;
}

/// "42" is in "42 pieces" and not in "142" or "42.50".
bool says_number(const std::string& text, const std::string& number) {
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (auto at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool begins =
        at == 0 || (!is_digit(at - 1) && text[at - 1] != '.' && text[at - 1] != ',');
    const bool ends =
        !is_digit(end) &&
        !((end < text.size() && (text[end] == '.' || text[end] == ',')) && is_digit(end + 1));
    if (begins && ends) return true;
  }
  return false;
}

std::string one_decimal(double number) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << number;
  return text.str();
}

class AnswerJudge {
 public:
  AnswerJudge(const Catalogue& catalogue, const Slots& slots, const chat::AnswerText& answer)
      : catalogue_(catalogue), slots_(slots), answer_(answer) {}

  bool is_right(const std::string& intent) const {
    if (intent == "find") return is_list_right();
    if (intent == "top_sellers" || intent == "trending") return is_list_within();
    if (intent == "detail") return is_detail_right();
    if (intent == "attribute") return is_attribute_right();
    if (intent == "compare") return are_all_shown();
    if (intent == "count") return says(static_cast<double>(catalogue_.meeting(slots_).size()));
    if (intent == "average") return is_average_right();
    if (intent == "stock") return is_stock_right();
    if (intent == "cart_add") return is_proposal_right();
    if (intent == "favorite_add") return are_all_shown();
    if (intent == "policy") return cites(value_of(slots_, "policy"));
    if (intent == "order_status" && has(slots_, "order")) {
      return holds(answer_.text, value_of(slots_, "order"));
    }
    return true;  // talk: the right intent has one answer
  }

 private:
  bool says(double number) const {
    return says_number(answer_.text, std::to_string(std::llround(number)));
  }

  bool is_list_within() const {
    const auto expected = catalogue_.meeting(slots_);
    return !answer_.products.empty() && std::ranges::all_of(answer_.products, [&](std::int64_t id) {
      return std::ranges::find(expected, id, &Product::id) != expected.end();
    });
  }

  /// Every product fits, the first one is the best of all, and there are as many as were wanted.
  bool is_list_right() const {
    const auto expected = catalogue_.meeting(slots_);
    if (expected.empty()) return answer_.text.find('0') == std::string::npos;
    if (!is_list_within()) return false;
    const std::string limit = value_of(slots_, "limit");
    if (!limit.empty() &&
        answer_.products.size() != std::min(expected.size(), std::size_t(std::stoul(limit)))) {
      return false;
    }
    const Product& first = *catalogue_.with(answer_.products.front());
    const std::string sort = value_of(slots_, "sort");
    if (sort == "price" || sort == "dearest") return first.price == expected.front()->price;
    return true;
  }

  const Product* product() const { return catalogue_.named(value_of(slots_, "product")); }

  bool is_detail_right() const {
    const Product* wanted = product();
    if (wanted == nullptr) return false;
    if (std::ranges::find(answer_.products, wanted->id) == answer_.products.end()) return false;
    if (value_of(slots_, "ask") == "price")
      return holds(answer_.text, to_text(wanted->price, "USD"));
    if (value_of(slots_, "ask") == "rating" && wanted->reviews > 0) {
      return says_number(answer_.text, one_decimal(wanted->rating));
    }
    return true;
  }

  bool is_attribute_right() const {
    const Product* wanted = product();
    if (wanted == nullptr) return false;
    const auto [begin, end] = wanted->attributes.equal_range(to_lower(value_of(slots_, "ask")));
    return begin != end && std::any_of(begin, end, [&](const auto& pair) {
             return holds(answer_.text, pair.second);
           });
  }

  bool is_average_right() const {
    const auto expected = catalogue_.meeting(slots_);
    if (expected.empty()) return false;
    if (value_of(slots_, "ask") == "rating") {
      double stars = 0;
      double reviews = 0;
      for (const Product* one : expected) {
        stars += one->rating * one->reviews;
        reviews += one->reviews;
      }
      return says_number(answer_.text, one_decimal(stars / reviews));
    }
    double cents = 0;
    for (const Product* one : expected) cents += static_cast<double>(one->price.cents);
    const Money average{std::llround(cents / static_cast<double>(expected.size()))};
    return holds(answer_.text, to_text(average, "USD"));
  }

  bool is_stock_right() const {
    const Product* wanted = product();
    if (wanted == nullptr) return is_list_within() || says(pieces_of_all());
    return wanted->in_stock == 0 ? !says_number(answer_.text, "1")
                                 : says_number(answer_.text, std::to_string(wanted->in_stock));
  }

  double pieces_of_all() const {
    double pieces = 0;
    for (const Product* one : catalogue_.meeting(slots_)) pieces += one->in_stock;
    return pieces;
  }

  bool are_all_shown() const {
    return std::ranges::all_of(slots_, [&](const Slot& slot) {
      if (slot.first != "product") return true;
      const Product* wanted = catalogue_.named(slot.second);
      return wanted != nullptr &&
             std::ranges::find(answer_.products, wanted->id) != answer_.products.end();
    });
  }

  bool is_proposal_right() const {
    const Product* wanted = product();
    if (wanted == nullptr) return false;
    if (wanted->in_stock == 0) return answer_.proposals.empty();
    const std::string quantity = value_of(slots_, "quantity");
    const int pieces = quantity.empty() ? 1 : std::stoi(quantity);
    return answer_.proposals.size() == 1 && answer_.proposals.front().product_id == wanted->id &&
           answer_.proposals.front().quantity == std::min(pieces, wanted->in_stock);
  }

  bool cites(const std::string& policy) const {
    return std::ranges::any_of(answer_.facts, [&](const chat::Fact& fact) {
      return fact.source.starts_with("policy_paragraph " + policy + " ") ||
             (policy == "shipping" && fact.source.starts_with("shipping_method"));
    });
  }

  const Catalogue& catalogue_;
  const Slots& slots_;
  const chat::AnswerText& answer_;
};

}  // namespace

Verdict judge(const Catalogue& catalogue, const std::string& intent, const Slots& slots,
              const Reply& reply) {
  Verdict verdict;
  verdict.is_intent_right = reply.answer.intent == intent;
  verdict.is_answer_right =
      verdict.is_intent_right && AnswerJudge(catalogue, slots, reply.answer).is_right(intent);
  verdict.slots = count_slots(catalogue, slots, reply);
  return verdict;
}

}  // namespace chat_eval
