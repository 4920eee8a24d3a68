/// reviews_pages.h - what customers say, for those who answer for it. Needs the permission
/// `marketing`.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/reviews: ?show=open (what waits or was reported), shown, hidden, all; ?q= words,
/// ?before= a review.
web::Response admin_reviews_page(const web::Request& request, Shop& shop);
/// GET /admin/reviews.csv: the same list as a file.
web::Response admin_reviews_file(const web::Request& request, Shop& shop);
/// POST /admin/reviews/{id}: `act` show or hide; settles its reports.
web::Response post_review_moderated(const web::Request& request, Shop& shop);

}  // namespace admin
