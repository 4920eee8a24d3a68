/// api_routes.h - the rows of the JSON API in the site's one table (routes.cpp).
#pragma once

#include <span>

#include "web/route.h"

std::span<const web::Route> api_routes();
