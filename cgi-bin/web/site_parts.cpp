/// site_parts.cpp - fills templates/web/_shop_bar.tpl and templates/web/_popular_searches.tpl.

#include "web/site_parts.h"

#include "_popular_searches.tpl.varnames.h"
#include "_shop_bar.tpl.varnames.h"
#include "web/page.h"
#include "web/template.h"

namespace web {

void set_navigation(Site& site, std::vector<NavigationLink> navigation) {
  ctemplate::TemplateDictionary bar("shop bar");
  for (const NavigationLink& link : navigation) {
    auto& entry = *bar.AddSectionDictionary(k_sb_CATEGORY);
    entry.SetValue(k_sb_CATEGORY_NAME, link.name);
    entry.SetValue(k_sb_CATEGORY_URL, link.url);
  }
  site.shop_bar = expand("web/_shop_bar.tpl", bar);
  site.navigation = std::move(navigation);
}

void set_popular_searches(Site& site, const std::vector<std::string>& searches) {
  site.popular_searches.clear();
  if (searches.empty()) return;
  ctemplate::TemplateDictionary list("popular searches");
  for (const std::string& text : searches) {
    list.AddSectionDictionary(k_ps_OFFERED)->SetValue(k_ps_OFFERED_TEXT, text);
  }
  site.popular_searches = expand("web/_popular_searches.tpl", list);
}

}  // namespace web
