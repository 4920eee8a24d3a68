#include "orders/states.h"

#include <array>
#include <stdexcept>
#include <string>

namespace orders {
namespace {

using O = OrderState;
using P = PaymentState;
using F = FulfilmentState;

struct Rule {
  Action action;
  States before;
  States after;
  bool returns_stock = false;
};

// Everything that is not in this table is not allowed. The database holds the same table
// (order_step).
constexpr std::array kRules = {
    Rule{Action::place, {O::temp, P::unpaid, F::open}, {O::placed, P::unpaid, F::open}},
    // Money may come at any time: cash on delivery comes last.
    Rule{Action::pay, {O::placed, P::unpaid, F::open}, {O::placed, P::paid, F::open}},
    Rule{Action::pay, {O::placed, P::unpaid, F::packed}, {O::placed, P::paid, F::packed}},
    Rule{Action::pay,
         {O::placed, P::unpaid, F::partly_shipped},
         {O::placed, P::paid, F::partly_shipped}},
    Rule{Action::pay, {O::placed, P::unpaid, F::shipped}, {O::placed, P::paid, F::shipped}},
    Rule{Action::pay, {O::placed, P::unpaid, F::delivered}, {O::complete, P::paid, F::delivered}},

    // Parts of an order may leave the house one after another.
    Rule{Action::pack, {O::placed, P::unpaid, F::open}, {O::placed, P::unpaid, F::packed}},
    Rule{Action::pack, {O::placed, P::paid, F::open}, {O::placed, P::paid, F::packed}},
    Rule{Action::ship_part,
         {O::placed, P::unpaid, F::open},
         {O::placed, P::unpaid, F::partly_shipped}},
    Rule{Action::ship_part, {O::placed, P::paid, F::open}, {O::placed, P::paid, F::partly_shipped}},
    Rule{Action::ship_part,
         {O::placed, P::unpaid, F::packed},
         {O::placed, P::unpaid, F::partly_shipped}},
    Rule{Action::ship_part,
         {O::placed, P::paid, F::packed},
         {O::placed, P::paid, F::partly_shipped}},
    Rule{Action::ship, {O::placed, P::unpaid, F::open}, {O::placed, P::unpaid, F::shipped}},
    Rule{Action::ship, {O::placed, P::paid, F::open}, {O::placed, P::paid, F::shipped}},
    Rule{Action::ship, {O::placed, P::unpaid, F::packed}, {O::placed, P::unpaid, F::shipped}},
    Rule{Action::ship, {O::placed, P::paid, F::packed}, {O::placed, P::paid, F::shipped}},
    Rule{Action::ship,
         {O::placed, P::unpaid, F::partly_shipped},
         {O::placed, P::unpaid, F::shipped}},
    Rule{Action::ship, {O::placed, P::paid, F::partly_shipped}, {O::placed, P::paid, F::shipped}},

    Rule{Action::deliver, {O::placed, P::unpaid, F::shipped}, {O::placed, P::unpaid, F::delivered}},
    Rule{Action::deliver, {O::placed, P::paid, F::shipped}, {O::complete, P::paid, F::delivered}},
    Rule{Action::deliver,
         {O::placed, P::refunded, F::shipped},
         {O::complete, P::refunded, F::delivered}},

    // The customer's right: nothing is paid yet and nothing has left the house.
    Rule{Action::cancel, {O::placed, P::unpaid, F::open}, {O::cancelled, P::unpaid, F::open}, true},
    Rule{Action::cancel,
         {O::placed, P::unpaid, F::packed},
         {O::cancelled, P::unpaid, F::open},
         true},

    // All the money goes back: what was never sent ends, what was sent may be kept.
    Rule{Action::refund, {O::placed, P::paid, F::open}, {O::cancelled, P::refunded, F::open}, true},
    Rule{Action::refund,
         {O::placed, P::paid, F::packed},
         {O::cancelled, P::refunded, F::open},
         true},
    Rule{Action::refund, {O::placed, P::paid, F::shipped}, {O::placed, P::refunded, F::shipped}},
    Rule{Action::refund,
         {O::complete, P::paid, F::delivered},
         {O::complete, P::refunded, F::delivered}},

    // The customer withdraws: what was sent comes back, and then the money.
    Rule{Action::take_back,
         {O::placed, P::paid, F::open},
         {O::returned, P::paid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::paid, F::packed},
         {O::returned, P::paid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::unpaid, F::partly_shipped},
         {O::returned, P::unpaid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::paid, F::partly_shipped},
         {O::returned, P::paid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::unpaid, F::shipped},
         {O::returned, P::unpaid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::paid, F::shipped},
         {O::returned, P::paid, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::refunded, F::shipped},
         {O::returned, P::refunded, F::returned},
         true},
    Rule{Action::take_back,
         {O::placed, P::unpaid, F::delivered},
         {O::returned, P::unpaid, F::returned},
         true},
    Rule{Action::take_back,
         {O::complete, P::paid, F::delivered},
         {O::returned, P::paid, F::returned},
         true},
    Rule{Action::take_back,
         {O::complete, P::refunded, F::delivered},
         {O::returned, P::refunded, F::returned},
         true},
    Rule{Action::refund,
         {O::returned, P::paid, F::returned},
         {O::returned, P::refunded, F::returned}},
};

constexpr std::array kOrderWords = {"temp", "placed", "complete", "cancelled", "returned"};
constexpr std::array kPaymentWords = {"unpaid", "paid", "refunded"};
constexpr std::array kFulfilmentWords = {"open",    "packed",    "partly_shipped",
                                         "shipped", "delivered", "returned"};
constexpr std::array kEventKinds = {"placed",    "paid",      "packed",   "part_shipped", "shipped",
                                    "delivered", "cancelled", "returned", "refunded"};
constexpr std::array kActionWords = {"place",   "pay",    "pack",      "ship_part", "ship",
                                     "deliver", "cancel", "take_back", "refund"};

template <class State, std::size_t count>
std::string_view word_of(State state, const std::array<const char*, count>& words) {
  return words.at(static_cast<std::size_t>(state));
}

template <class State, std::size_t count>
State read_word(std::string_view text, const std::array<const char*, count>& words) {
  for (std::size_t i = 0; i < count; ++i) {
    if (text == words[i]) return static_cast<State>(i);
  }
  throw std::logic_error("unknown state '" + std::string(text) + "'");
}

}  // namespace

std::optional<Step> step(const States& states, Action action) {
  for (const Rule& rule : kRules) {
    if (rule.action == action && rule.before == states) return Step{rule.after, rule.returns_stock};
  }
  return std::nullopt;
}

std::string_view to_text(OrderState state) {
  return word_of(state, kOrderWords);
}
std::string_view to_text(PaymentState state) {
  return word_of(state, kPaymentWords);
}
std::string_view to_text(FulfilmentState state) {
  return word_of(state, kFulfilmentWords);
}
OrderState to_order_state(std::string_view text) {
  return read_word<O>(text, kOrderWords);
}
PaymentState to_payment_state(std::string_view text) {
  return read_word<P>(text, kPaymentWords);
}
FulfilmentState to_fulfilment_state(std::string_view text) {
  return read_word<F>(text, kFulfilmentWords);
}
std::string_view event_kind(Action action) {
  return word_of(action, kEventKinds);
}

std::string_view to_text(Action action) {
  return word_of(action, kActionWords);
}
std::optional<Action> parse_action(std::string_view text) {
  for (std::size_t i = 0; i < kActionWords.size(); ++i) {
    if (text == kActionWords[i]) return static_cast<Action>(i);
  }
  return std::nullopt;
}
std::vector<std::pair<Action, std::pair<States, States>>> all_steps() {
  std::vector<std::pair<Action, std::pair<States, States>>> steps;
  for (const Rule& rule : kRules) steps.push_back({rule.action, {rule.before, rule.after}});
  return steps;
}

std::string_view temp_or_close(const States& states) {
  return states.is_temp() ? "TEMP" : "CLOSE";
}

std::string_view progress_word(const States& states) {
  switch (states.order) {
    case O::temp: return "Temp";
    case O::complete: return "Complete";
    case O::cancelled: return "Cancelled";
    case O::returned: return "Returned";
    case O::placed: break;
  }
  const bool is_on_its_way = states.fulfilment == F::shipped || states.fulfilment == F::delivered;
  return is_on_its_way ? "Shipped" : "Processing";
}

}  // namespace orders
