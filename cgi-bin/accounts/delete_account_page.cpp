/// delete_account_page.cpp - GET and POST /account/delete: tells what will happen, then does it.
///
/// Template: templates/accounts/delete_account_page.tpl
/// Test:     tests/page/delete_account_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/people.h"
#include "delete_account_page.tpl.varnames.h"
#include "shop.h"

namespace accounts {
namespace {

void show_count(ctemplate::TemplateDictionary& body, const ctemplate::TemplateString& section,
                const ctemplate::TemplateString& name, int count) {
  if (count > 0) body.AddSectionDictionary(section)->SetIntValue(name, count);
}

web::Response show_form(const web::Request& request, const web::Form& form,
                        const Belongings& belongings) {
  web::Page page(request, "accounts/delete_account_page.tpl",
                 request.say({"title.delete_account"}));
  auto& body = page.body();
  body.SetValue(kdap_CSRF, request.csrf_token());
  body.SetIntValue(kdap_FAVORITES, belongings.favorites);
  body.SetIntValue(kdap_REVIEWS, belongings.reviews);
  body.SetIntValue(kdap_CONVERSATIONS, belongings.conversations);
  show_count(body, kdap_OPEN_ORDERS, kdap_OPEN_ORDERS_COUNT, belongings.open_orders);
  show_count(body, kdap_ON_THE_WAY, kdap_ON_THE_WAY_COUNT, belongings.orders_on_the_way);
  show_count(body, kdap_FINISHED, kdap_FINISHED_COUNT, belongings.finished_orders);
  form.fill_problems(body);
  page.set_noindex();
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response delete_account_page(const web::Request& request, Shop& shop) {
  return show_form(request, web::Form(request), belongings_of(shop.db, request.visitor.account_id));
}

web::Response post_delete_account(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.visitor.account_id;
  web::Form form(request);
  if (!is_password_of(shop.db, id, form.password("password"))) {
    form.add_problem("password", {"password.wrong"});
    return show_form(request, form, belongings_of(shop.db, id));
  }
  if (delete_person(shop.db, id, Reach::everybody) == ChangeOutcome::last_admin) {
    return web::redirect_with_warning("/account/delete", {"customer.last_admin"});
  }
  web::Response response = web::redirect_after_post("/", {"account.deleted"});
  response.new_session = web::new_session(request.now);
  return response;
}

}  // namespace accounts
