/// health_api.h - is the shop alive?
#pragma once

#include "web/route.h"

/// GET /health: {"status", "database", "version"}; 503 when the database is away.
web::Response api_health(const web::Request& request, Shop& shop);
