#include "analytics/events.h"

#include "analytics_events.sql.h"

namespace analytics {
namespace {

namespace queries = sql::analytics_events;

}  // namespace

void write_events(db::Connection& db, const std::vector<Event>& events) {
  std::vector<std::string> moments;
  std::vector<std::string> kinds;
  std::vector<std::int64_t> accounts;
  std::vector<std::string> visitors;
  std::vector<std::int64_t> products;
  std::vector<std::string> details;
  for (const Event& event : events) {
    moments.push_back(db::Param(event.at).text());
    kinds.push_back(event.kind);
    accounts.push_back(event.account_id);
    visitors.push_back(event.visitor);
    products.push_back(event.product_id);
    details.push_back(event.detail);
  }
  db.run(queries::write_events, db::array_of(moments), db::array_of(kinds), db::array_of(accounts),
         db::array_of(visitors), db::array_of(products), db::array_of(details));
}

void refuse_tracking(db::Connection& db, std::int64_t account_id) {
  db::Transaction transaction(db);
  db.run(queries::set_tracking, account_id, true);
  db.run(queries::forget_events, account_id);
  transaction.commit();
}

void allow_tracking(db::Connection& db, std::int64_t account_id) {
  db.run(queries::set_tracking, account_id, false);
}

bool is_tracking_refused(db::Connection& db, std::int64_t account_id) {
  const auto row = db.first(queries::tracking, account_id);
  return row && row->boolean("no_tracking");
}

void prepare_event_months(db::Connection& db, Instant now) {
  db.run(queries::make_months, now);
}

int drop_old_event_months(db::Connection& db, Instant now) {
  db::Transaction transaction(db);
  const auto row = db.first(queries::drop_months, now);
  transaction.commit();
  return row ? row->small("dropped") : 0;
}

}  // namespace analytics
