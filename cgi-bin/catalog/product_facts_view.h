/// product_facts_view.h - the lists of facts on the product page: categories, pictures, attributes.
#pragma once

#include "catalog/catalog.h"
#include "web/template.h"

namespace catalog {

/// Fills those parts of product_page.tpl. `product` is not copied: it must live until the page is
/// rendered.
void fill_facts(ctemplate::TemplateDictionary& page, const Product& product);

}  // namespace catalog
