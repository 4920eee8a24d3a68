#include "web/countries.h"

#include <algorithm>

#include "_countries.tpl.varnames.h"
#include "base/text.h"

namespace web {

bool is_country(const Request& request, std::string_view code) {
  return code.size() == 2 && request.site->messages.has("country." + to_lower(code));
}

std::string country_name(const Request& request, std::string_view code) {
  if (!is_country(request, code)) return std::string(code);
  return request.site->messages.say("country." + to_lower(code));
}

void fill_countries(const Request& request, ctemplate::TemplateDictionary& page,
                    std::string_view chosen) {
  auto countries = request.site->messages.list("country");
  std::sort(countries.begin(), countries.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  auto& include = *page.AddIncludeDictionary("COUNTRIES");
  include.SetFilename("web/_countries.tpl");
  for (const auto& [key, name] : countries) {
    std::string code = key;
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    auto& country = *include.AddSectionDictionary(k_c_COUNTRY);
    country.SetValue(k_c_COUNTRY_CODE, code);
    country.SetValue(k_c_COUNTRY_NAME, name);
    if (code == chosen) country.ShowSection(k_c_COUNTRY_CHOSEN);
  }
}

}  // namespace web
