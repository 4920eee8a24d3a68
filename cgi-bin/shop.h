/// shop.h - what one process holds open; built in main.cpp (or by a test) and handed down.
#pragma once

#include <functional>
#include <memory>

#include "base/config.h"
#include "base/time.h"
#include "db/db.h"
#include "web/site.h"

namespace chat {
class Assistant;
}
namespace search {
class Index;
class Suggestions;
}  // namespace search
struct Memory;

struct Shop {
  Shop(db::Connection& database, const Config& settings, const web::Site& pages);
  ~Shop();
  Shop(const Shop&) = delete;
  Shop& operator=(const Shop&) = delete;

  /// Instead of the empty index: one that was made before.
  void take(std::unique_ptr<search::Index> made);

  /// From here on `memory` and `index` are as true as a query now: one round trip, along with what
  /// waits for one (db::Later). False, and no round trip, where nothing can be kept because no
  /// index is loaded: then what is read must be shown and forgotten.
  [[nodiscard]] bool catch_up();
  bool may_keep() const;

  db::Connection& db;
  const Config& config;
  const web::Site& site;
  std::function<Instant()> clock = clock_now;
  /// The database knows a member of staff as the one who acts: see visitor.cpp.
  bool actor_is_named = false;
  /// The catalogue as this process knows it; search/ keeps it equal to the database.
  std::unique_ptr<search::Index> index;
  /// Who answers in the chat; made when somebody asks first.
  std::unique_ptr<chat::Assistant> assistant;
  /// What people search for, a few minutes old.
  std::unique_ptr<search::Suggestions> suggestions;
  /// What pages have read and may show again.
  std::unique_ptr<Memory> memory;
};
