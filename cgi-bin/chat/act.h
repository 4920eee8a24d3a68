/// act.h - step 4 of an answer: looking in the database. One file of acts a subject.
///
/// Source: queries in sql/queries/chat.sql. Acts read; none of them changes anything.
/// Errors: db::Error rises.
#pragma once

#include "chat/answer.h"
#include "chat/conversation.h"
#include "chat/dialogue.h"
#include "chat/find.h"
#include "chat/state.h"

namespace chat {

/// One question on its way through the acts.
struct Asking {
  db::Connection& db;
  const Assortment& assortment;
  const Owner& owner;
  Instant now;
  const std::string& currency;
  const Meaning& meaning;
  const State& before;
  State& after;  // starts as a copy of `before`
};

// act_find.cpp
Answer act_find(const Asking& asking);

// act_near.cpp

/// Ways out of an empty result, with true counts; the first one is shown.
void say_near_misses(const Asking& asking, Answer& answer);

// act_product.cpp
Answer act_detail(const Asking& asking);
Answer act_attribute(const Asking& asking);
Answer act_stock(const Asking& asking);

// act_figures.cpp
Answer act_average(const Asking& asking);
Answer act_count(const Asking& asking);
Answer act_top_sellers(const Asking& asking);
Answer act_trending(const Asking& asking);

// act_for_me.cpp: what was chosen for the customer, with its reasons.
Answer act_for_me(const Asking& asking);

// act_orders.cpp: signed-in customers only; others are asked to log in.
Answer act_order_status(const Asking& asking);
Answer act_order_history(const Asking& asking);
Answer act_order_cancel(const Asking& asking);

// act_cart.cpp: deeds are proposed, never done.
Answer act_cart_add(const Asking& asking);
Answer act_cart_show(const Asking& asking);
Answer act_checkout(const Asking& asking);
Answer act_favorite_add(const Asking& asking);

// act_compare.cpp
Answer act_compare(const Asking& asking);

// act_groups.cpp: "what is the difference between wired and wireless?"
bool compares_groups(const Meaning& meaning);
Answer act_compare_groups(const Asking& asking);

// act_extreme.cpp: the longest, the lightest.
Answer act_extreme(const Asking& asking);

// act_hints.cpp

/// What the records say of a wish that no product is known to fulfil: water columns for
/// "waterproof".
void say_hints(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products);

/// What the records say of a product at all.
void say_what_is_known(const Asking& asking, Answer& answer, const FoundProduct& product);

// act_policy.cpp
Answer act_policy(const Asking& asking);

// act_talk.cpp
Answer act_talk(const Asking& asking);

// act_common.cpp

/// What the wish is called, in the visitor's own words: "wireless headphones".
Value wish_words(const Wish& wish);

/// This wish is in force from now on; "undo" leads back to the one before.
void remember_wish(const Asking& asking, const Wish& wish);

/// Shows these products as cards and remembers them.
void show_products(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products);

/// From now on "it" is this one, and "cheaper" is cheaper than it.
void focus_on(const Asking& asking, const FoundProduct& product);

/// Those whose name is exactly what was asked for, when there are any: "Classic T-Shirt" is not
/// "Classic T-Shirt with Pocket".
std::vector<FoundProduct> exactly_named(const Asking& asking,
                                        const std::vector<FoundProduct>& products);

/// When no product is meant: "nothing matches", or "I have not shown you that many yet".
Answer nothing_meant(const Asking& asking);

/// The products that a question is about: those meant without a name, or those that match its
/// wish, at most `limit`.
Found products_asked_about(const Asking& asking, int limit);

}  // namespace chat
