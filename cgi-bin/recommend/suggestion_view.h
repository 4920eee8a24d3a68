/// suggestion_view.h - suggestions as product cards with their reasons.
#pragma once

#include <vector>

#include "catalog/finished_cards_view.h"
#include "recommend/recommend.h"
#include "web/request.h"
#include "web/template.h"

namespace recommend {

/// Shows `section` with one card per suggestion at `place`, unless there is none.
void fill_suggestions(ctemplate::TemplateDictionary& page, const web::Request& request,
                      catalog::FinishedCards& cards, const ctemplate::TemplateString& section,
                      const ctemplate::TemplateString& place,
                      const std::vector<Suggestion>& suggestions);

/// "Bought together with Lamp in 14 of 52 orders"; without a count, that it is like it.
std::string reason_of(const web::Request& request, const Suggestion& suggestion);

}  // namespace recommend
