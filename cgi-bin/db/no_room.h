/// no_room.h - the database is there, but has no room: on its disk, or for temporary files.
#pragma once

#include "db/db.h"

namespace db {

class NoRoom : public Unreachable {
 public:
  using Unreachable::Unreachable;
};

}  // namespace db
