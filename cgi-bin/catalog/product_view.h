/// product_view.h - how the product page looks, for GET and for a review that was refused.
#pragma once

#include "catalog/detail.h"
#include "catalog/finished_cards_view.h"
#include "web/web.h"

namespace catalog {

/// A review as it was sent, with what is wrong with it.
struct ReviewAttempt {
  ReviewText text{};
  const web::Form* form = nullptr;  // nullptr: nothing was sent
};

/// The whole page; status 422 when a review was refused.
web::Response show_product(const web::Request& request, const ProductDetail& detail,
                           const ToCustomer& customer, FinishedCards& cards,
                           const ReviewAttempt& attempt = {});

}  // namespace catalog
