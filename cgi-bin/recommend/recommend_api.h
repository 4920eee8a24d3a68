/// recommend_api.h - recommendations for machines and apps.
#pragma once

#include "web/route.h"

namespace recommend {

/// POST /ai/recommendations: what a customer may like, or what goes with a product.
web::Response api_recommendations(const web::Request& request, Shop& shop);

}  // namespace recommend
