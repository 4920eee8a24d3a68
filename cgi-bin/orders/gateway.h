/// gateway.h - whoever charges cards for the shop.
///
/// A charge is named by its token: asked twice with one token, a gateway charges once.
/// Errors: a gateway that does not answer in time has outcome `unknown`; it never throws.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/money.h"
#include "orders/card.h"

namespace orders {

enum class ChargeOutcome { succeeded, declined, unknown };

class CardGateway {
 public:
  virtual ~CardGateway() = default;
  virtual ChargeOutcome charge(const Card& card, Money amount, std::string_view currency,
                               const std::string& token) = 0;
  /// What became of an earlier charge; after `declined` it will never succeed.
  virtual ChargeOutcome outcome_of(const std::string& token) = 0;
};

/// Takes no money: 4242 4242 4242 4242 succeeds, 4000 0000 0000 0259 does not answer in time, and
/// every other number is declined.
class SandboxGateway : public CardGateway {
 public:
  ChargeOutcome charge(const Card& card, Money amount, std::string_view currency,
                       const std::string& token) override;
  ChargeOutcome outcome_of(const std::string& token) override;
};

/// The gateway of this setting (card_gateway in etc/shop.conf); nullptr for "none".
std::unique_ptr<CardGateway> make_gateway(std::string_view setting);

}  // namespace orders
