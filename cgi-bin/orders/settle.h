/// settle.h - before an unpaid order ends or is paid another way: whatever could still bring money
/// for it is asked, and shut.
#pragma once

#include <cstdint>

#include "base/config.h"
#include "db/db.h"

namespace orders {

/// True when the order was found to be paid. Waits for the gateway of the settings, if there is
/// one; what cannot be cleared up keeps the order as it is (see is_being_paid).
bool clear_up_payments(db::Connection& db, const Config& config, std::int64_t order_id,
                       Instant now);

}  // namespace orders
