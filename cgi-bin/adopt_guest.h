/// adopt_guest.h - what a guest had collected becomes his account's when he signs in.
///
/// Stands beside visitor.cpp because it touches orders and conversations at once.
#pragma once

#include <cstdint>
#include <string>

#include "db/db.h"

/// The guest's cart lines join the account's cart (quantities add up, at most what is in stock),
/// and his conversations become the account's. Nothing happens for a key without either.
void adopt_guest(db::Connection& db, const std::string& visitor, std::int64_t account_id);
