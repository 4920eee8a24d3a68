/// policy_page.cpp - GET /policies/{slug}.
///
/// Template: templates/catalog/policy_page.tpl
/// Test:     tests/page/policy_page_test.cpp

#include "catalog/catalog_pages.h"
#include "catalog/policies.h"
#include "policy_page.tpl.varnames.h"

namespace catalog {
namespace {

void fill_others(ctemplate::TemplateDictionary& body, const std::vector<Policy>& policies,
                 const Policy& shown) {
  if (policies.size() < 2) return;
  auto& others = *body.AddSectionDictionary(kpp_OTHERS);
  for (const Policy& policy : policies) {
    if (policy.slug == shown.slug) continue;
    auto& other = *others.AddSectionDictionary(kpp_OTHER);
    other.SetValueWithoutCopy(kpp_OTHER_SLUG, policy.slug);
    other.SetValueWithoutCopy(kpp_OTHER_TITLE, policy.title);
  }
}

}  // namespace

web::Response policy_page(const web::Request& request, Shop& shop) {
  const std::string& slug = request.captured_text("slug");
  const auto policy = find_policy(shop.db, slug);
  if (!policy) throw web::NotFound("policy " + slug);
  const std::vector<Policy> policies = list_policies(shop.db);

  web::Page page(request, "catalog/policy_page.tpl", policy->title);
  page.set_canonical("/policies/" + policy->slug);
  page.set_description(
      request.say({"policy.description", {policy->title, request.site->shop_name}}));
  auto& body = page.body();
  body.SetValueWithoutCopy(kpp_TITLE, policy->title);
  for (const PolicyParagraph& paragraph : policy->paragraphs) {
    auto& part = *body.AddSectionDictionary(kpp_PARAGRAPH);
    part.SetValueWithoutCopy(kpp_PARAGRAPH_HEADING, paragraph.heading);
    part.SetValueWithoutCopy(kpp_PARAGRAPH_BODY, paragraph.body);
  }
  fill_others(body, policies, *policy);
  web::Response response = page.render();
  response.cacheable = request.session.fresh;
  return response;
}

}  // namespace catalog
