#include "shop.h"

#include "chat/assistant.h"
#include "search/index.h"

Shop::Shop(db::Connection& database, const Config& settings, const web::Site& pages)
    : db(database), config(settings), site(pages), index(std::make_unique<search::Index>()) {}

Shop::~Shop() = default;
