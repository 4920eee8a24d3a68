/// log_ins_page.cpp - GET /account/log-ins, POST /account/log-ins/end.
///
/// Template: templates/accounts/log_ins_page.tpl
/// Test:     tests/page/log_ins_page_test.cpp

#include "accounts/accounts_pages.h"
#include "accounts/log_ins.h"
#include "log_ins_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace accounts {

web::Response log_ins_page(const web::Request& request, Shop& shop) {
  web::Page page(request, "accounts/log_ins_page.tpl", request.say({"title.log_ins"}));
  page.set_noindex();
  for (const LogIn& log_in :
       list_log_ins(shop.db, request.visitor.account_id, request.session.visitor)) {
    auto& row = *page.body().AddSectionDictionary(klip_LOG_IN);
    row.SetValue(klip_LOG_IN_AT, to_minute_text(log_in.at));
    row.SetValue(klip_LOG_IN_ADDRESS, log_in.address);
    row.SetValue(klip_LOG_IN_BROWSER, log_in.browser);
    row.SetIntValue(klip_LOG_IN_ID, log_in.id);
    row.SetValue(klip_LOG_IN_CSRF, request.csrf_token());
    if (log_in.is_this_one) row.ShowSection(klip_LOG_IN_THIS);
  }
  return page.render();
}

web::Response post_log_in_end(const web::Request& request, Shop& shop) {
  const std::int64_t id = web::form_integer(request, "log_in", 1, INT64_MAX);
  switch (
      end_log_in(shop.db, request.visitor.account_id, id, request.session.visitor, request.now)) {
    case EndOutcome::ended: return web::redirect_after_post("/account/log-ins", {"log_ins.ended"});
    case EndOutcome::ended_this_one: {
      web::Response response = web::redirect_after_post("/", {"login.logged_out"});
      response.new_session = web::new_session(request.now);
      return response;
    }
    case EndOutcome::no_such_log_in: throw web::NotFound("log-in " + std::to_string(id));
  }
  throw std::logic_error("unknown EndOutcome");
}

}  // namespace accounts
