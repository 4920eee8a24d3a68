/// recovery_codes_page.cpp - the recovery codes, shown once.
///
/// Template: templates/accounts/recovery_codes_page.tpl

#include "accounts/accounts_pages.h"
#include "recovery_codes_page.tpl.varnames.h"
#include "web/web.h"

namespace accounts {

web::Response show_recovery_codes(const web::Request& request,
                                  const std::vector<std::string>& codes) {
  web::Page page(request, "accounts/recovery_codes_page.tpl",
                 request.say({"title.recovery_codes"}));
  page.set_noindex();
  for (const std::string& code : codes) {
    page.body().AddSectionDictionary(krcp_CODE)->SetValue(krcp_CODE_TEXT, code);
  }
  return page.render();
}

}  // namespace accounts
