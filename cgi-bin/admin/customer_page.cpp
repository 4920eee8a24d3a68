/// customer_page.cpp - GET and POST /admin/customers/{id}: one account's details.
///
/// Template: templates/admin/customer_page.tpl
/// Test:     tests/page/customers_page_test.cpp

#include "accounts/account_form.h"
#include "admin/customer_view.h"
#include "admin/people_pages.h"
#include "shop.h"

namespace admin {

web::Response customer_page(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  return show_customer(request, shop, person, person.profile, web::Form(request));
}

web::Response post_customer(const web::Request& request, Shop& shop) {
  const accounts::Person person = person_of_path(request, shop);
  const accounts::Reach reach = reach_over(request, person);
  web::Form form(request);
  const accounts::Profile profile = accounts::read_profile(request, form);
  const std::string version = web::form_text(request, "version", 20);
  if (form.has_problems()) return show_customer(request, shop, person, profile, form);

  const std::string path = path_of(person.id);
  switch (accounts::edit_person(shop.db, person.id, reach, version, profile)) {
    case accounts::ChangeOutcome::done: return web::redirect_after_post(path, {"customer.saved"});
    case accounts::ChangeOutcome::email_taken:
      form.add_problem("email", {"register.email_taken"});
      return show_customer(request, shop, person, profile, form);
    case accounts::ChangeOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"customer.changed_meanwhile"});
    case accounts::ChangeOutcome::last_admin:
      return web::redirect_with_warning(path, {"customer.last_admin"});
  }
  throw std::logic_error("unknown ChangeOutcome");
}

}  // namespace admin
