/// people_pages.h - the shopkeeper's pages for customers, staff and the audit log.
///
/// Staff with the permission `customers` see everybody and change customers; only an admin changes
/// staff and admins.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/customers: ?q= a part of a name, role=, locked=1, before= an account's id.
web::Response customers_page(const web::Request& request, Shop& shop);
/// GET /admin/customers.csv: all that the same filter finds.
web::Response customers_file(const web::Request& request, Shop& shop);
/// GET /admin/customers/{id}: one account, what hangs on it, and what may be done.
web::Response customer_page(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}: saves the details, if nobody else did meanwhile.
web::Response post_customer(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}/lock: `locked` 1 or 0.
web::Response post_customer_lock(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}/reset: mails a link for a new password.
web::Response post_customer_reset(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}/delete: `username` typed once more.
web::Response post_customer_delete(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}/role: `role` and `may` several times. Admins only.
web::Response post_customer_role(const web::Request& request, Shop& shop);
/// POST /admin/customers/{id}/second-factor-off: for who lost phone and codes. Admins only.
web::Response post_customer_second_factor(const web::Request& request, Shop& shop);

/// GET /admin/audit: who changed what; ?table=, key=, actor=, from=, to=, before= an entry. Admins
/// only.
web::Response audit_page(const web::Request& request, Shop& shop);
/// GET /admin/audit.csv: the same entries as a file.
web::Response audit_file(const web::Request& request, Shop& shop);

}  // namespace admin
