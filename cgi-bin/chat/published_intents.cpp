#include "chat/published_intents.h"

#include "base/hex.h"
#include "base/log.h"
#include "chat/intent_version.h"
#include "chat_intents.sql.h"

namespace chat {

const IntentModel* PublishedIntents::refresh(db::Connection& db, Instant now) {
  constexpr auto kFresh = std::chrono::seconds(30);
  if (now >= looked_at_ && now < looked_at_ + kFresh) return model_ ? &*model_ : nullptr;
  const auto row = db.first(sql::chat_intents::published, version_);
  const std::int64_t version = row ? row->integer("id") : 0;
  if (version != version_) {
    model_.reset();
    try {
      if (row) model_ = IntentVersion::load(from_hex(row->text("artifact"))).model;
    } catch (const IntentModelError& error) {
      logging::error("", "intent version " + std::to_string(version) + ": " + error.what());
    }
    version_ = version;
  }
  looked_at_ = now;
  return model_ ? &*model_ : nullptr;
}

}  // namespace chat
