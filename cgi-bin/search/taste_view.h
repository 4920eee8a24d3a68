/// taste_view.h - what the search may know of who asks.
#pragma once

#include "search/taste.h"
#include "shop.h"
#include "web/request.h"

namespace search {

/// The taste of a customer who is logged in; nothing for guests, for staff, for whoever sends
/// Global Privacy Control or refused to be tracked, and for a query without words.
std::optional<Taste> taste_of(const web::Request& request, Shop& shop, const Query& query);

}  // namespace search
