/// states.h - the life of an order as one table: what may be done when, and what follows.
///
/// An order has three states at once (order, payment, fulfilment), as in the columns of
/// sales_order. Rules only: nothing here touches the database.
///
/// Vocabularies: temp_or_close() "TEMP"/"CLOSE"; progress_word() "Processing", "Shipped",
///               "Complete", "Cancelled", "Returned" ("Temp" for a cart); is_paid/is_delivered.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace orders {

enum class OrderState { temp, placed, complete, cancelled, returned };
enum class PaymentState { unpaid, paid, refunded };
enum class FulfilmentState { open, packed, partly_shipped, shipped, delivered, returned };

struct States {
  OrderState order = OrderState::temp;
  PaymentState payment = PaymentState::unpaid;
  FulfilmentState fulfilment = FulfilmentState::open;

  bool operator==(const States&) const = default;
  bool is_temp() const { return order == OrderState::temp; }
  bool is_paid() const { return payment == PaymentState::paid; }
  bool is_delivered() const { return fulfilment == FulfilmentState::delivered; }
};

enum class Action { place, pay, pack, ship_part, ship, deliver, cancel, take_back, refund };

struct Step {
  States after{};
  bool returns_stock = false;  // the pieces can be sold again
};

/// What `action` makes of an order in these states, or nothing when it is not allowed now.
std::optional<Step> step(const States& states, Action action);
inline bool may(const States& states, Action action) {
  return step(states, action).has_value();
}

/// As the database spells them; reading an unknown word is a std::logic_error.
std::string_view to_text(OrderState state);
std::string_view to_text(PaymentState state);
std::string_view to_text(FulfilmentState state);
OrderState to_order_state(std::string_view text);
PaymentState to_payment_state(std::string_view text);
FulfilmentState to_fulfilment_state(std::string_view text);

/// The kind of order_event that an action leaves: "placed", "paid" …
std::string_view event_kind(Action action);

/// "pay", "ship_part" …, as forms and the table order_step spell it; reading gives nothing for an
/// unknown word.
std::string_view to_text(Action action);
std::optional<Action> parse_action(std::string_view text);

/// All rules: an action with the states before and after it. For the test that the database holds
/// the same ones.
std::vector<std::pair<Action, std::pair<States, States>>> all_steps();

std::string_view temp_or_close(const States& states);
std::string_view progress_word(const States& states);

}  // namespace orders
