/// promotions_pages.h - the shopkeeper's pages for coupons and automatic rules; their rows are in
/// routes.cpp. Needs the permission `marketing`.
#pragma once

#include "shop.h"
#include "web/web.h"

namespace admin {

/// GET /admin/promotions: all of them, the newest first; ?q= words, before= an id.
web::Response promotions_page(const web::Request& request, Shop& shop);
/// GET /admin/promotions.csv: the same list as a file.
web::Response promotions_file(const web::Request& request, Shop& shop);
/// GET /admin/promotions/new: an empty form.
web::Response promotion_new_page(const web::Request& request, Shop& shop);
/// POST /admin/promotions/new: makes a promotion.
web::Response post_promotion_new(const web::Request& request, Shop& shop);
/// GET /admin/promotions/{id}: the form of one promotion.
web::Response promotion_edit_page(const web::Request& request, Shop& shop);
/// POST /admin/promotions/{id}: saves what was typed, if nobody else did meanwhile.
web::Response post_promotion_edit(const web::Request& request, Shop& shop);

}  // namespace admin
