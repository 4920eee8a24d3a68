/// policies_page.cpp - GET /admin/settings/policies.
///
/// Template: templates/admin/policies_page.tpl
/// Test:     tests/page/settings_page_test.cpp

#include "admin/settings_pages.h"
#include "catalog/policies.h"
#include "policies_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

web::Response policies_page(const web::Request& request, Shop& shop) {
  web::Page page(request, "admin/policies_page.tpl", request.say({"title.policies"}));
  page.set_noindex();
  for (const catalog::Policy& policy : catalog::list_policies(shop.db)) {
    auto& row = *page.body().AddSectionDictionary(kpp_POLICY);
    row.SetValue(kpp_POLICY_SLUG, policy.slug);
    row.SetValue(kpp_POLICY_TITLE, policy.title);
  }
  return page.render();
}

}  // namespace admin
