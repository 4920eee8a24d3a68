/// events.h - what visitors do, written down for the models and reports.
///
/// Source: table visit_event (by the month), queries in sql/queries/analytics_events.sql.
/// Rules:  accounts that said no (account.no_tracking) and accounts or products that are gone
///         meanwhile are passed over. Erased with the account.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"

namespace analytics {

struct Event {
  Instant at{};
  std::string kind{};           // as the table's constraint lists them
  std::int64_t account_id = 0;  // 0: a guest
  std::string visitor{};        // a guest's random key; empty: a page without a session
  std::int64_t product_id = 0;  // 0: none
  std::string detail{};
};

/// Writes all of them in one statement.
void write_events(db::Connection& db, const std::vector<Event>& events);

/// From now on nothing is written about this account, and what was written is erased.
void refuse_tracking(db::Connection& db, std::int64_t account_id);
void allow_tracking(db::Connection& db, std::int64_t account_id);

/// Whether the account said no; false for an unknown one.
bool is_tracking_refused(db::Connection& db, std::int64_t account_id);

/// Makes the months to come, two ahead. Needs the owner's rights.
void prepare_event_months(db::Connection& db, Instant now);

/// Drops whole months that are older than the model setting event_months allows; returns how many.
/// Needs the owner's rights; a db::Error when visitors' pages were writing for too long.
int drop_old_event_months(db::Connection& db, Instant now);

}  // namespace analytics
