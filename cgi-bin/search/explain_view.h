/// explain_view.h - why products stand where they stand, for staff who ask with ?explain=1: a table
/// on the listing page, an array in the API.
#pragma once

#include "search/listing_view.h"
#include "web/json_text.h"

namespace search {

/// True when staff asked for it and the order is one of fit.
bool wants_explanation(const web::Request& request, const Results& results);

/// A link to it for staff, or the table itself when it was asked for; nothing for everybody else.
void fill_explanation(ctemplate::TemplateDictionary& page, const ListingView& view,
                      const Index& index);

/// An array beside the products shown.
void add_explanation(web::JsonText& json, const Index& index, const Results& results);

}  // namespace search
