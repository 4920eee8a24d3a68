/// site_parts.h - parts of the layout that are the same on every page for everybody: finished once
/// when they change instead of at every page.
#pragma once

#include <string>
#include <vector>

#include "web/site.h"

namespace web {

void set_navigation(Site& site, std::vector<NavigationLink> navigation);
/// An empty list offers nothing.
void set_popular_searches(Site& site, const std::vector<std::string>& searches);

}  // namespace web
