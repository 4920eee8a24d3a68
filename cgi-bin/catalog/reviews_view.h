/// reviews_view.h - the reviews of a product page, and the form for one's own.
///
/// Template: templates/catalog/_product_reviews.tpl, set as the dictionary's file.
#pragma once

#include "catalog/product_view.h"

namespace catalog {

/// `detail`, `customer` and `attempt` are not copied: they must live until the page is rendered.
void fill_reviews(ctemplate::TemplateDictionary& reviews, const web::Request& request,
                  const ProductDetail& detail, const ToCustomer& customer,
                  const ReviewAttempt& attempt);

}  // namespace catalog
