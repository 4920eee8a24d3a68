/// docs_page.h - the API's own description: for people, for programs.
#pragma once

#include "web/route.h"

/// GET /docs: every row of the API, readable, with curl lines.
web::Response docs_page(const web::Request& request, Shop& shop);
/// GET /api/openapi.json: OpenAPI 3.1.
web::Response api_openapi(const web::Request& request, Shop& shop);
/// GET / (as JSON) and GET /api: what this API is and where it begins.
web::Response api_info(const web::Request& request, Shop& shop);
