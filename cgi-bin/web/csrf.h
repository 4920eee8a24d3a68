/// csrf.h - is this unsafe request really wanted by the person whose cookie it carries?
///
/// Source: OWASP CSRF Prevention cheat sheet; Fetch Metadata (W3C), section 2.1.
///   1. A request that a browser marks as coming from another site is refused.
///   2. A session's forms carry its token. A guest may instead show that the request comes from
///      this site: his page may be older than his session (it came from nginx's cache).
///   3. Without any cookie there is nothing to misuse.
#pragma once

#include "web/request.h"

namespace web {

/// Throws Forbidden when the request is not to be trusted.
void require_trusted_origin(const Request& request);

}  // namespace web
