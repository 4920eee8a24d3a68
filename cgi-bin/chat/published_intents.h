/// published_intents.h - the intent model that tools/retrain published, as one process knows it.
///
/// Source: table model_version, query in sql/queries/chat_intents.sql.
/// Errors: a version that cannot be read is logged, and none serves.
#pragma once

#include <optional>

#include "chat/intent_model.h"
#include "db/db.h"

namespace chat {

class PublishedIntents {
 public:
  /// Asks the database twice a minute at most. nullptr: no version is published.
  const IntentModel* refresh(db::Connection& db, Instant now);

 private:
  std::int64_t version_ = 0;
  Instant looked_at_{};
  std::optional<IntentModel> model_;
};

}  // namespace chat
