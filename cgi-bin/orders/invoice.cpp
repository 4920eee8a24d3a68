#include "orders/invoice.h"

#include "orders_staff.sql.h"

namespace orders {
namespace {

std::string to_invoice_number(std::int64_t number) {
  constexpr std::size_t kDigits = 6;
  std::string digits = std::to_string(number);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return "INV-" + digits;
}

}  // namespace

std::optional<Invoice> issue_invoice(db::Connection& db, std::int64_t order_id, Instant now) {
  if (db.first(sql::orders_staff::issue_invoice, order_id, now)->is_null("number")) {
    return std::nullopt;
  }
  const auto row = db.first(sql::orders_staff::invoice, order_id);
  return Invoice{to_invoice_number(row->integer("number")), row->instant("issued_at")};
}

bool may_have_invoice(const States& states) {
  return states.order == OrderState::placed || states.order == OrderState::complete ||
         states.order == OrderState::returned;
}

ShopDetails shop_details(db::Connection& db) {
  const auto row = db.first(sql::orders_staff::shop_details);
  return {row->string("shop_address"), row->string("tax_id"), row->string("bank_account")};
}

}  // namespace orders
