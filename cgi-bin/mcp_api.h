/// mcp_api.h - the shop for assistants elsewhere.
#pragma once

#include "web/route.h"

/// POST /api/mcp: Model Context Protocol over JSON-RPC 2.0.
web::Response api_mcp(const web::Request& request, Shop& shop);
