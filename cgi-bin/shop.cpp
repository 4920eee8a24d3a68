#include "shop.h"

#include "chat/assistant.h"
#include "search/index.h"
#include "search/past.h"

Shop::Shop(db::Connection& database, const Config& settings, const web::Site& pages)
    : db(database),
      config(settings),
      site(pages),
      index(std::make_unique<search::Index>()),
      suggestions(std::make_unique<search::Suggestions>()) {}

Shop::~Shop() = default;
