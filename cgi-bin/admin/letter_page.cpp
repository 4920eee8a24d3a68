/// letter_page.cpp - GET /admin/mail/{id}: one letter, without its one-time links.
///
/// Template: templates/admin/letter_page.tpl
/// Test:     tests/page/letters_page_test.cpp

#include "admin/admin_pages.h"
#include "letter_page.tpl.varnames.h"
#include "mail/letter.h"
#include "mail/outbox.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

web::Response letter_page(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto stored = mail::find_mail(shop.db, id);
  if (!stored) throw web::NotFound("letter " + std::to_string(id));
  const mail::Sender sender{request.site->shop_name, shop.config.base_url, shop.config.mail_from,
                            shop.config.currency};
  const mail::Letter letter = mail::write_letter(sender, stored->kind, stored->facts);

  web::Page page(request, "admin/letter_page.tpl", letter.subject);
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(klp_SUBJECT, letter.subject);
  body.SetValue(klp_RECIPIENT, stored->recipient);
  body.SetValue(klp_STATE, request.say({"letter.state." + stored->state}));
  body.SetValue(klp_MADE, to_minute_text(stored->created_at));
  body.SetIntValue(klp_ATTEMPTS, stored->attempts);
  body.SetValue(klp_TEXT, letter.text);
  if (stored->sent_at) {
    body.SetValueAndShowSection(klp_SENT_AT_TEXT, to_minute_text(*stored->sent_at), klp_SENT_AT);
  }
  if (stored->state == "waiting") {
    body.SetValueAndShowSection(klp_NEXT_TRY_TEXT, to_minute_text(stored->next_try_at),
                                klp_NEXT_TRY);
  }
  if (!stored->last_error.empty()) {
    body.SetValueAndShowSection(klp_ERROR_TEXT, stored->last_error, klp_ERROR);
  }
  if (stored->state == "dead") {
    auto& again = *body.AddSectionDictionary(klp_AGAIN);
    again.SetValue(klp_AGAIN_CSRF, request.csrf_token());
    again.SetIntValue(klp_AGAIN_ID, stored->id);
  }
  return page.render();
}

}  // namespace admin
