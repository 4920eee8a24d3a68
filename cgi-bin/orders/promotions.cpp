#include "orders/promotions.h"

#include "base/text.h"
#include "orders/rows.h"
#include "promotions.sql.h"

namespace orders {
namespace {

namespace queries = sql::promotions;

std::string_view to_text(PromotionKind kind) {
  switch (kind) {
    case PromotionKind::percent: return "percent";
    case PromotionKind::amount: return "amount";
    case PromotionKind::free_shipping: return "free_shipping";
  }
  throw std::logic_error("unknown PromotionKind");
}

std::string in_capitals(std::string_view code) {
  std::string capitals(trimmed(code));
  for (char& letter : capitals) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return capitals;
}

std::optional<int> maybe_small(const db::Row& row, std::string_view column) {
  if (row.is_null(column)) return std::nullopt;
  return row.small(column);
}

PromotionOutcome outcome_of(const db::ConstraintError& error) {
  const std::string& name = error.constraint();
  if (name == "promotion_code_taken") return PromotionOutcome::code_taken;
  if (name == "promotion_category_id_fkey") return PromotionOutcome::no_such_category;
  if (name == "promotion_ends_after_start") return PromotionOutcome::ends_too_early;
  if (name == "promotion_total_limit") return PromotionOutcome::limit_below_use;
  throw error;
}

/// Runs create_promotion, or save_promotion with its two further parameters.
template <class... Further>
PromotionSaved write(db::Connection& db, const db::Query& query, const PromotionDraft& draft,
                     const Further&... further) {
  const bool is_percent = draft.kind == PromotionKind::percent;
  const bool is_amount = draft.kind == PromotionKind::amount;
  const auto category =
      draft.category_id == 0 ? std::nullopt : std::optional<std::int64_t>(draft.category_id);
  db::Transaction transaction(db);
  try {
    const auto row =
        db.first(query, draft.name, text_or_null(in_capitals(draft.code)), to_text(draft.kind),
                 is_percent ? std::optional<int>(draft.rate_bp) : std::nullopt,
                 is_amount ? std::optional<Money>(draft.amount) : std::nullopt, draft.minimum,
                 category, draft.first_order, draft.combines, draft.priority, draft.starts,
                 draft.ends, draft.limit_total, draft.limit_per_customer, draft.active, further...);
    if (!row) return {PromotionOutcome::changed_meanwhile, 0};
    transaction.commit();
    return {PromotionOutcome::saved, row->integer("id")};
  } catch (const db::ConstraintError& error) {
    return {outcome_of(error), 0};
  }
}

}  // namespace

CouponOutcome enter_coupon(db::Connection& db, const CartOwner& owner, const std::string& code) {
  const auto changed =
      db.run(queries::enter_coupon, account_of(owner), visitor_of(owner), in_capitals(code));
  if (changed.affected() > 0) return CouponOutcome::entered;
  const bool has_cart =
      !db.run(queries::coupon_of_cart, account_of(owner), visitor_of(owner)).empty();
  return has_cart ? CouponOutcome::unknown : CouponOutcome::no_cart;
}

void drop_coupon(db::Connection& db, const CartOwner& owner) {
  db.run(queries::drop_coupon, account_of(owner), visitor_of(owner));
}

std::optional<EditablePromotion> find_promotion(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::promotion_to_edit, id);
  if (!row) return std::nullopt;
  return EditablePromotion{.id = id,
                           .version = row->small("version"),
                           .draft = {.name = row->string("name"),
                                     .code = row->string("code"),
                                     .kind = to_promotion_kind(row->text("kind")),
                                     .rate_bp = row->small("rate_bp"),
                                     .amount = row->money("amount_cents"),
                                     .minimum = row->money("minimum_cents"),
                                     .category_id = row->integer("category_id"),
                                     .first_order = row->boolean("first_order"),
                                     .combines = row->boolean("combines"),
                                     .priority = row->small("priority"),
                                     .starts = row->maybe_instant("starts_at"),
                                     .ends = row->maybe_instant("ends_at"),
                                     .limit_total = maybe_small(*row, "limit_total"),
                                     .limit_per_customer = maybe_small(*row, "limit_per_customer"),
                                     .active = row->boolean("active")},
                           .used_count = row->small("used_count")};
}

PromotionSaved create_promotion(db::Connection& db, const PromotionDraft& draft) {
  return write(db, queries::create_promotion, draft);
}

PromotionSaved save_promotion(db::Connection& db, std::int64_t id, int version,
                              const PromotionDraft& draft) {
  return write(db, queries::save_promotion, draft, id, version);
}

std::vector<PromotionRow> list_promotions(db::Connection& db, std::optional<std::int64_t> before,
                                          const std::string& words, int limit) {
  std::vector<PromotionRow> rows;
  for (const db::Row row : db.run(queries::promotions_page, before, text_or_null(words), limit)) {
    rows.push_back({.id = row.integer("id"),
                    .name = row.string("name"),
                    .code = row.string("code"),
                    .kind = to_promotion_kind(row.text("kind")),
                    .rate_bp = row.small("rate_bp"),
                    .amount = row.money("amount_cents"),
                    .minimum = row.money("minimum_cents"),
                    .starts = row.maybe_instant("starts_at"),
                    .ends = row.maybe_instant("ends_at"),
                    .limit_total = maybe_small(row, "limit_total"),
                    .used_count = row.small("used_count"),
                    .active = row.boolean("active"),
                    .taken_off = row.money("taken_off_cents")});
  }
  return rows;
}

}  // namespace orders
