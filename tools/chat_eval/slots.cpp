#include "chat_eval/slots.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "chat/normalise.h"

namespace chat_eval {
namespace {

using chat::DatePhrase;
using chat::Need;
using chat::Sort;

std::string name_of(Sort sort) {
  switch (sort) {
    case Sort::relevance: return "";
    case Sort::price: return "price";
    case Sort::dearest: return "dearest";
    case Sort::rating: return "rating";
    case Sort::newest: return "newest";
    case Sort::popular: return "popular";
  }
  return "";
}

std::string name_of(const DatePhrase& date) {
  using Unit = DatePhrase::Unit;
  const std::string number = std::to_string(date.back);
  if (date.unit == Unit::named_month) return "month:" + number;
  const std::string unit = date.unit == Unit::day     ? "day"
                           : date.unit == Unit::week  ? "week"
                           : date.unit == Unit::month ? "month"
                                                      : "year";
  if (date.is_span) return unit + "s:" + number;
  if (date.unit == Unit::day && date.back <= 1) return date.back == 0 ? "today" : "yesterday";
  if (date.back <= 1) return (date.back == 0 ? "this_" : "last_") + unit;
  return unit + "s_ago:" + number;
}

/// "20" and "19.99"
std::string plain(Money money) {
  const std::string text = to_decimal(money);
  return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
}

/// What was understood besides the products' description.
Slots plain_slots(const chat::Understanding& read) {
  Slots slots;
  const chat::Wish& wish = read.wish;
  if (wish.price_from) slots.emplace_back("price_from", plain(*wish.price_from));
  if (wish.price_to) slots.emplace_back("price_to", plain(*wish.price_to));
  if (wish.in_stock) slots.emplace_back("in_stock", "yes");
  if (wish.sort != Sort::relevance) slots.emplace_back("sort", name_of(wish.sort));
  if (wish.limit > 0) slots.emplace_back("limit", std::to_string(wish.limit));
  if (read.quantity > 0) slots.emplace_back("quantity", std::to_string(read.quantity));
  if (!read.order_number.empty()) slots.emplace_back("order", read.order_number);
  if (!read.policy.empty()) slots.emplace_back("policy", read.policy);
  if (read.date) slots.emplace_back("date", name_of(*read.date));
  return slots;
}

bool has_pair(const Need& need, const std::string& name, const std::string& value) {
  return std::ranges::any_of(need.pairs, [&](const chat::Pair& pair) {
    return to_lower(pair.name) == to_lower(name) && to_lower(pair.value) == to_lower(value);
  });
}

/// One is part of the other: "mug" and "mugs", "Nordlicht" and "nordlicht lamp".
bool is_same_word(const std::string& one, const std::string& other) {
  const std::string a = chat::key_of(one);
  const std::string b = chat::key_of(other);
  return !a.empty() && !b.empty() &&
         (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

bool fits(const Catalogue& catalogue, const Need& need, const Slot& slot) {
  const auto& [key, value] = slot;
  if (key == "category") {
    return !need.unwanted &&
           std::ranges::find(need.categories, catalogue.category(value)) != need.categories.end();
  }
  if (key == "brand" || key == "not_brand") {
    return need.unwanted == (key == "not_brand") && !need.brands.empty() &&
           is_same_word(need.text, value);
  }
  if (key.starts_with("attr:")) return !need.unwanted && has_pair(need, key.substr(5), value);
  if (key.starts_with("not:")) return need.unwanted && has_pair(need, key.substr(4), value);
  if (key == "word") return !need.unwanted && is_same_word(need.text, value);
  return false;
}

bool is_part_of_a_name(const Catalogue& catalogue, const Need& need, const Slots& slots) {
  return std::ranges::any_of(slots, [&](const Slot& slot) {
    if (slot.first != "product") return false;
    const Product* product = catalogue.named(slot.second);
    return is_same_word(slot.second, need.text) ||
           (product != nullptr &&
            std::ranges::find(need.products, product->id) != need.products.end());
  });
}

bool is_about(const Catalogue& catalogue, const std::string& name, const Reply& reply) {
  const Product* product = catalogue.named(name);
  if (product == nullptr) return false;
  const bool is_named = std::ranges::any_of(reply.understanding.wish.needs, [&](const Need& need) {
    return std::ranges::find(need.products, product->id) != need.products.end();
  });
  if (is_named) return true;
  const chat::AnswerText& answer = reply.answer;
  return std::ranges::find(answer.products, product->id) != answer.products.end() ||
         std::ranges::any_of(answer.proposals, [&](const chat::Proposal& proposal) {
           return proposal.product_id == product->id;
         });
}

/// "ask" holds an attribute's name, or price or rating.
bool is_asked(const chat::Understanding& read, const std::string& ask) {
  if (ask == "price") return read.asks_price || read.attributes.empty();
  if (ask == "rating") return read.asks_rating;
  return std::ranges::any_of(
      read.attributes, [&](const std::string& name) { return to_lower(name) == to_lower(ask); });
}

}  // namespace

SlotCount count_slots(const Catalogue& catalogue, const Slots& slots, const Reply& reply) {
  const chat::Understanding& read = reply.understanding;
  SlotCount count;
  count.meant = static_cast<int>(slots.size());
  Slots said = plain_slots(read);
  std::vector<const Need*> needs;
  for (const Need& need : read.wish.needs) {
    // A word that is known to be unknown is told to the visitor, and no slot.
    const bool is_unknown =
        std::ranges::find(read.unknown_words, need.text) != read.unknown_words.end();
    if (!is_part_of_a_name(catalogue, need, slots) && !is_unknown) needs.push_back(&need);
  }
  count.said = static_cast<int>(said.size() + needs.size());
  for (const Slot& slot : slots) {
    bool is_read = false;
    if (slot.first == "product") {
      is_read = is_about(catalogue, slot.second, reply);
      count.said += is_read ? 1 : 0;
    } else if (slot.first == "ask") {
      is_read = is_asked(read, slot.second);
      count.said += is_read ? 1 : 0;
    } else if (const auto same = std::ranges::find(said, slot); same != said.end()) {
      is_read = true;
    } else {
      const auto need =
          std::ranges::find_if(needs, [&](const Need* one) { return fits(catalogue, *one, slot); });
      is_read = need != needs.end();
      if (is_read) needs.erase(need);
    }
    count.right += is_read ? 1 : 0;
  }
  return count;
}

std::string described(const chat::Understanding& read) {
  std::ostringstream text;
  for (const auto& [key, value] : plain_slots(read)) text << key << '=' << value << "; ";
  for (const Need& need : read.wish.needs) {
    text << (need.unwanted ? "not " : "") << '"' << need.text << '"'
         << (need.categories.empty() ? "" : " category") << (need.brands.empty() ? "" : " brand");
    for (const chat::Pair& pair : need.pairs) text << ' ' << pair.name << '=' << pair.value;
    text << "; ";
  }
  for (const std::string& name : read.attributes) text << "ask=" << name << "; ";
  return text.str();
}

}  // namespace chat_eval
