/// once_api.h - Idempotency-Key: the same request with the same key is done once and answered
/// twice.
#pragma once

#include <functional>

#include "web/route.h"

namespace accounts {

/// Does `work` unless it was done before, and keeps its answer for a day. The token that `work`
/// gets is the same for the same key, for the domain to recognise what it has done already even
/// when a process died before its answer was kept. Without a key: a new token each time.
web::Response once(const web::Request& request, Shop& shop,
                   const std::function<web::Response(const std::string& token)>& work);

}  // namespace accounts
