#include "admin/customer_view.h"

#include <algorithm>

#include "customer_page.tpl.varnames.h"
#include "shop.h"
#include "web/countries.h"

namespace admin {
namespace {

constexpr int kOrdersShown = 10;

bool may_change(const web::Request& request, const accounts::Person& person) {
  return person.role == "customer" || request.visitor.role == web::Role::admin;
}

void fill_facts(ctemplate::TemplateDictionary& body, const web::Request& request,
                const accounts::Person& person) {
  body.SetValue(kcp_USERNAME, person.username);
  body.SetValue(kcp_ROLE, request.say({"customer.role." + person.role}));
  body.SetValue(kcp_SINCE, to_day_text(person.created_at));
  if (person.last_login_at) {
    body.SetValueAndShowSection(kcp_SEEN_TEXT, to_minute_text(*person.last_login_at), kcp_SEEN);
  }
  if (person.locked_at) {
    body.SetValueAndShowSection(kcp_LOCKED_SINCE, to_minute_text(*person.locked_at), kcp_LOCKED);
  }
  body.ShowSection(person.email_verified ? kcp_CONFIRMED : kcp_UNCONFIRMED);
  if (person.has_second_factor) body.ShowSection(kcp_SECOND_FACTOR);
  body.SetIntValue(kcp_ORDERS, person.orders);
  body.SetValue(kcp_SPENT, to_text(person.spent, request.site->currency));
  body.SetIntValue(kcp_REVIEWS, person.reviews);
  body.SetIntValue(kcp_CONVERSATIONS, person.conversations);
  body.SetValue(kcp_EMAIL_NOW, person.profile.email);
}

void fill_orders(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const std::vector<accounts::PersonOrder>& orders) {
  for (const accounts::PersonOrder& order : orders) {
    auto& row = *body.AddSectionDictionary(kcp_ORDER);
    row.SetIntValue(kcp_ORDER_ID, order.id);
    row.SetValue(kcp_ORDER_NUMBER, order.number);
    row.SetValue(kcp_ORDER_STATE, request.say({"staff.state." + order.state}));
    row.SetValue(kcp_ORDER_PAYMENT, request.say({"order.payment." + order.payment_state}));
    row.SetValue(kcp_ORDER_TOTAL, to_text(order.total, request.site->currency));
    row.SetValue(kcp_ORDER_PLACED, to_day_text(order.placed_at));
  }
}

void fill_form(ctemplate::TemplateDictionary& part, const web::Request& request,
               const accounts::Person& person, const accounts::Profile& profile,
               const web::Form& form) {
  part.SetIntValue(kcp_CHANGE_ID, person.id);
  part.SetValue(kcp_CHANGE_CSRF, request.csrf_token());
  part.SetValue(kcp_CHANGE_VERSION, person.version);
  part.SetValue(kcp_CHANGE_EMAIL, profile.email);
  part.SetValue(kcp_CHANGE_FIRST_NAME, profile.first_name);
  part.SetValue(kcp_CHANGE_LAST_NAME, profile.last_name);
  part.SetValue(kcp_CHANGE_PHONE, profile.phone);
  part.SetValue(kcp_CHANGE_STREET, profile.street);
  part.SetValue(kcp_CHANGE_POSTAL_CODE, profile.postal_code);
  part.SetValue(kcp_CHANGE_CITY, profile.city);
  web::fill_countries(request, part, profile.country);
  part.ShowSection(person.locked_at ? kcp_CHANGE_UNLOCK : kcp_CHANGE_LOCK);
  form.fill_problems(part);
}

void fill_rights(ctemplate::TemplateDictionary& part, const web::Request& request,
                 const accounts::Person& person) {
  part.SetIntValue(kcp_RIGHTS_ID, person.id);
  part.SetValue(kcp_RIGHTS_CSRF, request.csrf_token());
  for (const char* role : {"customer", "staff", "admin"}) {
    auto& choice = *part.AddSectionDictionary(kcp_ROLE_CHOICE);
    choice.SetValue(kcp_ROLE_CHOICE_CODE, role);
    choice.SetValue(kcp_ROLE_CHOICE_NAME, request.say({std::string("customer.role.") + role}));
    if (person.role == role) choice.ShowSection(kcp_ROLE_CHOICE_CHOSEN);
  }
  for (const auto& [name, permission] : web::kPermissions) {
    auto& choice = *part.AddSectionDictionary(kcp_MAY);
    choice.SetValue(kcp_MAY_CODE, std::string(name));
    choice.SetValue(kcp_MAY_NAME, request.say({"permission." + std::string(name)}));
    const auto& held = person.permissions;
    if (std::find(held.begin(), held.end(), name) != held.end()) choice.ShowSection(kcp_MAY_CHOSEN);
  }
  if (person.has_second_factor) {
    auto& off = *part.AddSectionDictionary(kcp_FACTOR_OFF);
    off.SetIntValue(kcp_FACTOR_OFF_ID, person.id);
    off.SetValue(kcp_FACTOR_OFF_CSRF, request.csrf_token());
  }
}

}  // namespace

accounts::Person person_of_path(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  auto person = accounts::find_person(shop.db, id);
  if (!person) throw web::NotFound("account " + std::to_string(id));
  return *person;
}

accounts::Reach reach_over(const web::Request& request, const accounts::Person& person) {
  if (!may_change(request, person)) throw web::Forbidden("only an admin changes staff");
  return request.visitor.role == web::Role::admin ? accounts::Reach::everybody
                                                  : accounts::Reach::customers;
}

std::string path_of(std::int64_t id) {
  return "/admin/customers/" + std::to_string(id);
}

web::Response show_customer(const web::Request& request, Shop& shop, const accounts::Person& person,
                            const accounts::Profile& profile, const web::Form& form) {
  web::Page page(request, "admin/customer_page.tpl", person.username);
  page.set_noindex();
  auto& body = page.body();
  fill_facts(body, request, person);
  const auto orders = accounts::orders_of_person(shop.db, person.id, kOrdersShown);
  fill_orders(body, request, orders);
  if (orders.empty()) body.ShowSection(kcp_NO_ORDERS);
  if (may_change(request, person)) {
    fill_form(*body.AddSectionDictionary(kcp_CHANGE), request, person, profile, form);
  } else {
    body.ShowSection(kcp_OUT_OF_REACH);
  }
  if (request.visitor.role == web::Role::admin) {
    fill_rights(*body.AddSectionDictionary(kcp_RIGHTS), request, person);
  }
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace admin
