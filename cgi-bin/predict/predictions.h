/// predictions.h - what is said of today's customers, written into customer_prediction.
///
/// Both run inside the caller's transaction and leave the other's columns as they are.
#pragma once

#include <cstdint>

#include "predict/customers.h"

namespace predict {

void publish_churn(db::Connection& db, const Stacked& model, const Features& customers, Instant cut,
                   int days_ahead, std::int64_t version);

void publish_spending(db::Connection& db, const SpendingModel& model, const Features& customers,
                      Instant cut, int days_ahead, std::int64_t version);

}  // namespace predict
