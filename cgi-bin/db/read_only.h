/// read_only.h - looking without leaving a trace.
#pragma once

#include "db/db.h"

namespace db {

/// Nothing that is done while this lives stays, and nothing that writes works.
class ReadOnly {
 public:
  explicit ReadOnly(Connection& db) : transaction_(db) {
    db.run_script("SET TRANSACTION READ ONLY");
  }

 private:
  Transaction transaction_;  // never committed
};

}  // namespace db
