/// search_words_pages.h - the shopkeeper's pages about searching: words that mean the same, words
/// that are passed over, what people searched for. Needs the permission `products`.
#pragma once

#include "shop.h"
#include "web/web.h"

namespace admin {

/// GET /admin/search: the rules, the searches of the last thirty days and those that found nothing.
web::Response search_words_page(const web::Request& request, Shop& shop);
/// GET /admin/search.csv: all different searches of the last ninety days.
web::Response search_words_file(const web::Request& request, Shop& shop);

/// GET /admin/search/rule: a rule as a form (?id=, kind=, words=, means=); with try=save or
/// try=remove also which past searches that would change, and a button that does it.
web::Response search_rule_page(const web::Request& request, Shop& shop);
/// POST /admin/search/rule: makes or changes a rule.
web::Response post_search_rule(const web::Request& request, Shop& shop);
/// POST /admin/search/rule/{id}/remove: switches it off.
web::Response post_search_rule_remove(const web::Request& request, Shop& shop);

}  // namespace admin
