/// countries.h - the list of countries in forms. Codes are ISO 3166-1 alpha-2; names come from the
/// message file.
#pragma once

#include <string>
#include <string_view>

#include "web/request.h"
#include "web/template.h"

namespace web {

bool is_country(const Request& request, std::string_view code);

/// The country's name, or the code itself when it is unknown.
std::string country_name(const Request& request, std::string_view code);

/// Fills the include {{>COUNTRIES}} of a page with templates/web/_countries.tpl: the options,
/// sorted by name.
void fill_countries(const Request& request, ctemplate::TemplateDictionary& page,
                    std::string_view chosen);

}  // namespace web
