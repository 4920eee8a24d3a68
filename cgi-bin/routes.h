/// routes.h - every URL of the site; the table itself is routes.cpp.
#pragma once

#include <span>

#include "web/route.h"

std::span<const web::Route> all_routes();
