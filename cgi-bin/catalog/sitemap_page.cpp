/// sitemap_page.cpp - GET /sitemap.xml.
///
/// Template: templates/catalog/sitemap_page.tpl
/// Test:     tests/page/sitemap_page_test.cpp
/// Source:   https://www.sitemaps.org/protocol.html: whole addresses only, at most 50,000 of them.

#include "catalog/addresses.h"
#include "catalog/catalog_pages.h"
#include "sitemap_page.tpl.varnames.h"

namespace catalog {
namespace {

constexpr int kMostAddresses = 49999;  // the home page is one more

}  // namespace

web::Response sitemap_page(const web::Request& request, Shop& shop) {
  const std::string& base_url = request.site->base_url;
  if (base_url.empty()) throw web::NotFound("no base_url", {"sitemap.no_base_url"});
  const std::vector<std::string> paths = list_addresses(shop.db, kMostAddresses);

  ctemplate::TemplateDictionary sitemap("sitemap");
  sitemap.SetValueWithoutCopy(ksp_BASE_URL, base_url);
  for (const std::string& path : paths) {
    sitemap.AddSectionDictionary(ksp_ADDRESS)->SetValueWithoutCopy(ksp_ADDRESS_PATH, path);
  }
  web::Response response;
  response.content_type = "application/xml; charset=utf-8";
  response.body = web::expand("catalog/sitemap_page.tpl", sitemap);
  response.cacheable = request.session.fresh;
  return response;
}

}  // namespace catalog
