/// invoice.h - the invoice of an order: numbered without gaps, issued once, when it is first asked
/// for.
///
/// Source: tables invoice, invoice_counter and function issue_invoice (sql/migrations/0112).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "db/db.h"
#include "orders/states.h"

namespace orders {

struct Invoice {
  std::string number{};  // "INV-000042"
  Instant issued_at{};
};

/// The order's invoice, made now unless it has one already. Nothing for an order that was cancelled
/// before it had one, for a cart and for an unknown order.
std::optional<Invoice> issue_invoice(db::Connection& db, std::int64_t order_id, Instant now);

/// False when an order in these states is sure to have no invoice.
bool may_have_invoice(const States& states);

/// What an invoice says about the shop itself; empty where the shopkeeper has set nothing.
struct ShopDetails {
  std::string address{};  // several lines
  std::string tax_id{};
  std::string bank_account{};
};
ShopDetails shop_details(db::Connection& db);

}  // namespace orders
