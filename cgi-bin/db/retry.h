/// retry.h - doing a transaction again that the database gave up to break a deadlock.
#pragma once

#include "db/db.h"

namespace db {

/// Runs `verb` again when the database broke a deadlock at its cost.
template <class Verb>
auto with_retries(Verb verb) {
  constexpr int kMostTries = 4;
  for (int tries = 1;; ++tries) {
    try {
      return verb();
    } catch (const Error& error) {
      if (!error.may_be_retried() || tries == kMostTries) throw;
    }
  }
}

}  // namespace db
