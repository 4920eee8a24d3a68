/// admin_pages.h - the shopkeeper's pages; staff only, in a pool with a database role of its own.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin: the shop at a glance: what came in, what is to do, what runs out.
web::Response overview_page(const web::Request& request, Shop& shop);

/// GET /admin/mail: letters to customers, newest first (?state=, ?q= a part of the address,
/// ?before= a letter's id).
web::Response letters_page(const web::Request& request, Shop& shop);
/// GET /admin/mail.csv: the same list as a file.
web::Response letters_file(const web::Request& request, Shop& shop);
/// GET /admin/mail/{id}: one letter, without its one-time links.
web::Response letter_page(const web::Request& request, Shop& shop);
/// POST /admin/mail/again: gives the dead letter `letter`, or all of them, new tries.
web::Response post_letters_again(const web::Request& request, Shop& shop);

/// GET /admin/reports: the shop in figures and pictures, ?from= and to= (days, both included).
web::Response reports_page(const web::Request& request, Shop& shop);
/// GET /admin/reports/{report}: one of them as CSV, for the same period.
web::Response report_file(const web::Request& request, Shop& shop);

}  // namespace admin
