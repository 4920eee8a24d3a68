/// visitor.h - who is asking: turns the signed cookie into a person that the database knows now.
///
/// Stands beside main.cpp because it looks at accounts and orders at once, in one query.
#pragma once

#include "shop.h"
#include "web/request.h"

/// Fills request.visitor. A session whose account is gone or which was logged out everywhere
/// becomes a guest's. When staff change something, the database is told who they are, for the audit
/// log. Costs no query for visitors without a cookie. Throws db::Unreachable.
void identify_visitor(web::Request& request, Shop& shop);
