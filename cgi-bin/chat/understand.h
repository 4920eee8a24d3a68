/// understand.h - step 2 of an answer: what a sentence asks for, by itself.
///
/// Source: pure: the words of the language (phrases.h) and of the catalogue (vocabulary.h). What
/// was
///         said before is dialogue.h's business.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/correct.h"
#include "chat/knowledge.h"
#include "chat/wish.h"

namespace chat {

enum class Intent {
  greeting,
  thanks,
  goodbye,
  help,
  about_me,
  how_are_you,
  complaint,
  find,
  detail,     // of one product, its price among them
  attribute,  // "what material is it?"
  average,
  count,  // how many products
  stock,  // how many pieces
  top_sellers,
  trending,
  for_me,  // "what would you recommend to me?"
  order_status,
  order_history,
  order_cancel,
  cart_add,
  cart_show,
  checkout,
  favorite_add,
  compare,
  policy,
  more,        // of what was shown
  undo,        // the last refinement
  own_answer,  // the shopkeeper wrote it for this wording
  out_of_scope,
  nonsense,
};

std::string_view to_text(Intent intent);

/// How the last wish is to be changed.
enum class Change { none, only, cheaper, dearer, better };

/// A time that people name, relative to today.
struct DatePhrase {
  enum class Unit { day, week, month, year, named_month } unit = Unit::day;
  int back = 0;          // so many units ago; the month's number for named_month
  bool is_span = false;  // from then until now: "the last 3 days"
};

struct Understanding {
  Intent intent = Intent::nonsense;
  double confidence = 0;  // 0 to 1
  Wish wish{};            // of this sentence alone
  Change change = Change::none;
  std::vector<std::string> attributes{};  // names that are asked about: "Size"
  bool asks_price = false;                // the figure that is asked about
  bool asks_rating = false;
  bool asks_brand = false;
  std::optional<int> ordinal{};  // of what was shown: 1 is the first, -1 the last
  std::vector<int> ordinals{};   // all of them: "the first and the third"
  int quantity = 0;              // "add 2 of them"; 0: not said
  bool refers = false;           // "it", "those"
  bool means_it = false;         // "it": one that was spoken of, rather than one of those
  std::optional<int> age{};      // of somebody, in years
  std::string age_text{};        // as it was said
  bool starts_afresh = false;    // "something for …": no refinement of what was said before
  bool is_overall = false;       // "the cheapest thing you sell": of the whole shop
  bool may_be_about_orders = false;
  bool wants_person = false;              // rather than a program
  bool is_gift = false;                   // for somebody else, or an occasion
  std::vector<std::string> extreme_of{};  // attributes of which the most is wanted: "longest …"
  bool wants_least = false;               // or the least: "lightest"
  std::vector<std::string> hints{};  // attributes that tell of a wish: "waterproof", water column
  std::vector<Need> asked_values{};  // "is it red?": what an attribute may be, no wish
  std::string unsaid{};              // what "is it …?" asks and no attribute is called
  std::optional<DatePhrase> date{};
  std::string order_number{};
  std::string policy{};  // slug
  bool asks_cost = false;
  bool asks_time = false;
  std::vector<std::string> words{};  // base words that say something, for policies
  std::string gist{};  // the words, with _product_, _thing_, _value_ … for the catalogue's own
  std::vector<Correction> corrections{};     // typing errors that were read over
  std::vector<std::string> unknown_words{};  // in no product, category, brand or phrase
};

Understanding understand(std::string_view text, const Knowledge& known);

/// The intent with this name; nothing for others.
std::optional<Intent> to_intent(std::string_view name);

}  // namespace chat
