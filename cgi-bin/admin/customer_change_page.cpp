/// customer_change_page.cpp - POST /admin/customers/{id}/lock, /reset, /delete, /role and
/// /second-factor-off.
///
/// Test: tests/page/customers_page_test.cpp

#include <algorithm>

#include "accounts/links.h"
#include "accounts/second_factor.h"
#include "admin/customer_view.h"
#include "admin/people_pages.h"
#include "shop.h"

namespace admin {
namespace {

web::Response after(accounts::ChangeOutcome outcome, const std::string& path, web::Message done) {
  switch (outcome) {
    case accounts::ChangeOutcome::done: return web::redirect_after_post(path, std::move(done));
    case accounts::ChangeOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"customer.changed_meanwhile"});
    case accounts::ChangeOutcome::last_admin:
      return web::redirect_with_warning(path, {"customer.last_admin"});
    case accounts::ChangeOutcome::email_taken: break;
  }
  throw std::logic_error("an outcome that this change does not have");
}

}  // namespace

web::Response post_customer_lock(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  const accounts::Reach reach = reach_over(request, person);
  const bool locked = web::form_integer(request, "locked", 0, 1) == 1;
  return after(accounts::set_locked(shop.db, person.id, reach, locked, request.now),
               path_of(person.id), {locked ? "customer.locked" : "customer.unlocked"});
}

web::Response post_customer_reset(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  reach_over(request, person);
  accounts::request_reset(shop.db, person.profile.email);
  return web::redirect_after_post(path_of(person.id),
                                  {"customer.reset_sent", {person.profile.email}});
}

web::Response post_customer_delete(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  const accounts::Reach reach = reach_over(request, person);
  if (web::form_text(request, "username", 40) != person.username) {
    return web::redirect_with_warning(path_of(person.id), {"customer.name_differs"});
  }
  const auto outcome = accounts::delete_person(shop.db, person.id, reach);
  const bool is_done = outcome == accounts::ChangeOutcome::done;
  return after(outcome, is_done ? "/admin/customers" : path_of(person.id),
               {"customer.deleted", {person.username}});
}

web::Response post_customer_role(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  const std::string role = web::form_text(request, "role", 10);
  if (role != "customer" && role != "staff" && role != "admin") {
    throw web::BadRequest("there is no such role");
  }
  const std::vector<std::string> permissions = request.form.all("may");
  for (const std::string& name : permissions) {
    const bool is_known = std::any_of(web::kPermissions.begin(), web::kPermissions.end(),
                                      [&](const auto& entry) { return entry.first == name; });
    if (!is_known) throw web::BadRequest("there is no such permission");
  }
  return after(accounts::set_role(shop.db, person.id, role, permissions), path_of(person.id),
               {"customer.role_saved"});
}

web::Response post_customer_second_factor(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  accounts::switch_off_second_factor(shop.db, person.id);
  return web::redirect_after_post(path_of(person.id), {"customer.second_factor_off"});
}

}  // namespace admin
