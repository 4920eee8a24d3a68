#include "shop.h"

#include "chat/assistant.h"
#include "memory.h"
#include "search/index.h"
#include "search/past.h"

Shop::Shop(db::Connection& database, const Config& settings, const web::Site& pages)
    : db(database),
      config(settings),
      site(pages),
      suggestions(std::make_unique<search::Suggestions>()),
      memory(std::make_unique<Memory>()) {
  take(std::make_unique<search::Index>());
}

void Shop::take(std::unique_ptr<search::Index> made) {
  index = std::move(made);
  index->changes().listen(
      [this](db::Connection&, const catalog::News& news) { memory->forget(news); });
}

bool Shop::may_keep() const {
  return index->is_loaded();
}

bool Shop::catch_up() {
  if (!may_keep()) return false;
  index->refresh(db);
  return true;
}

Shop::~Shop() = default;
