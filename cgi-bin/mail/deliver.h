/// deliver.h - one round of the sender: everything that is due leaves, or is put off.
///
/// A letter is claimed (and its try counted) in a transaction of its own before the server is
/// asked, and marked sent afterwards; no transaction is open meanwhile. Whatever dies in between,
/// the letter is tried again when its pause is over, with the same Message-ID: it cannot be lost,
/// and a server that had taken it already can tell.
#pragma once

#include <functional>

#include "db/db.h"
#include "mail/letter.h"
#include "mail/transport.h"

namespace mail {

struct Round {
  int sent = 0;
  int put_off = 0;
  int dead = 0;
  std::string unreachable{};  // why the round ended early
};

/// Sends until nothing is due, the server is away, or `wants_stop` says so between two letters.
Round deliver_waiting(db::Connection& db, Transport& transport, const Sender& sender,
                      const std::function<Instant()>& clock,
                      const std::function<bool()>& wants_stop);

}  // namespace mail
