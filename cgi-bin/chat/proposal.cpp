#include "chat/proposal.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "catalog/favorites.h"
#include "chat/conversation.h"
#include "chat_proposals.sql.h"
#include "orders/cart.h"
#include "orders/orders.h"

namespace chat {
namespace {

using Kind = Proposal::Kind;

constexpr std::chrono::minutes kGoodFor{60};

constexpr std::array<std::pair<std::string_view, Kind>, 3> kKinds = {{
    {"cart_add", Kind::cart_add},
    {"favorite_add", Kind::favorite_add},
    {"order_cancel", Kind::order_cancel},
}};

Kind to_kind(std::string_view text) {
  for (const auto& [name, kind] : kKinds) {
    if (name == text) return kind;
  }
  throw std::logic_error("unknown kind of proposal in the database");
}

std::optional<std::int64_t> maybe_id(std::int64_t id) {
  return id == 0 ? std::nullopt : std::optional(id);
}

Proposal to_proposal(const db::Row& row) {
  return {.id = row.integer("id"),
          .message_id = row.integer("message_id"),
          .kind = to_kind(row.text("kind")),
          .product_id = row.integer("product_id"),
          .order_id = row.integer("order_id"),
          .quantity = row.small("quantity"),
          .price = row.money("price_cents"),
          .name = row.string("name")};
}

AcceptOutcome add_to_cart(db::Connection& db, const Owner& owner, const Proposal& proposal,
                          Instant now) {
  const orders::CartOwner cart{owner.account_id, owner.visitor};
  const auto added = orders::add_to_cart(db, cart, proposal.product_id, proposal.quantity, now);
  return added.outcome == orders::AddOutcome::added ? AcceptOutcome::done : AcceptOutcome::too_many;
}

AcceptOutcome add_favorite(db::Connection& db, const Owner& owner, const Proposal& proposal) {
  if (owner.account_id == 0) return AcceptOutcome::log_in_first;
  return catalog::add_favorite(db, owner.account_id, proposal.product_id) ==
                 catalog::FavoriteOutcome::no_such_product
             ? AcceptOutcome::unknown
             : AcceptOutcome::done;
}

AcceptOutcome cancel(db::Connection& db, const Owner& owner, const Proposal& proposal,
                     Instant now) {
  const auto outcome = orders::cancel_order(db, proposal.order_id, maybe_id(owner.account_id), now);
  return outcome == orders::AdvanceOutcome::done ? AcceptOutcome::done : AcceptOutcome::not_now;
}

AcceptOutcome carry_out(db::Connection& db, const Owner& owner, const Proposal& proposal,
                        Instant now) {
  switch (proposal.kind) {
    case Kind::cart_add: return add_to_cart(db, owner, proposal, now);
    case Kind::favorite_add: return add_favorite(db, owner, proposal);
    case Kind::order_cancel: return cancel(db, owner, proposal, now);
  }
  throw std::logic_error("unknown Proposal::Kind");
}

}  // namespace

std::string_view to_text(Kind kind) {
  for (const auto& [name, known] : kKinds) {
    if (known == kind) return name;
  }
  throw std::logic_error("unknown Proposal::Kind");
}

std::vector<std::string> words_of(const Proposal& proposal, const std::string& currency) {
  return {std::to_string(proposal.quantity), proposal.name, to_text(proposal.price, currency)};
}

void store_proposals(db::Connection& db, std::int64_t message, std::span<const Proposal> proposals,
                     Instant now) {
  for (const Proposal& proposal : proposals) {
    db.run(sql::chat_proposals::add_proposal, message, to_text(proposal.kind),
           maybe_id(proposal.product_id), maybe_id(proposal.order_id), proposal.quantity,
           proposal.price, now + kGoodFor);
  }
}

std::vector<Proposal> list_open_proposals(db::Connection& db,
                                          const std::vector<std::int64_t>& messages, Instant now) {
  std::vector<Proposal> proposals;
  for (const db::Row row :
       db.run(sql::chat_proposals::open_proposals, db::array_of(messages), now)) {
    proposals.push_back(to_proposal(row));
  }
  return proposals;
}

Accepted accept_proposal(db::Connection& db, const Owner& owner, std::int64_t id, Instant now) {
  db::Transaction transaction(db);
  const auto row =
      db.first(sql::chat_proposals::lock_proposal, id, maybe_id(owner.account_id), owner.visitor);
  if (!row) return {};
  Accepted accepted{.conversation_id = row->integer("conversation_id"),
                    .proposal = to_proposal(*row)};
  if (!row->is_null("used_at")) {
    accepted.outcome = AcceptOutcome::used;
  } else if (row->instant("expires_at") <= now) {
    accepted.outcome = AcceptOutcome::expired;
  } else if (row->boolean("price_changed")) {
    accepted.outcome = AcceptOutcome::price_changed;
  } else {
    accepted.outcome = carry_out(db, owner, accepted.proposal, now);
  }
  if (accepted.outcome != AcceptOutcome::done) return accepted;
  db.run(sql::chat_proposals::mark_used, id, now);
  transaction.commit();
  return accepted;
}

}  // namespace chat
