/// letters_page.cpp - GET /admin/mail and /admin/mail.csv, POST /admin/mail/again.
///
/// Template: templates/admin/letters_page.tpl
/// Test:     tests/page/letters_page_test.cpp

#include "admin/admin_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "letters_page.tpl.varnames.h"
#include "mail/outbox.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kLettersShown = 50;
constexpr int kRowsInFile = 10000;

struct Filter {
  std::string state{};  // empty: any
  std::string recipient{};
  std::optional<std::int64_t> before{};
};

Filter read_filter(const web::Request& request) {
  Filter filter;
  const std::string& state = request.query.get("state");
  if (state == "waiting" || state == "sent" || state == "dead") filter.state = state;
  filter.recipient = shortened(trimmed(request.query.get("q")), 254);
  filter.before = to_integer(request.query.get("before"), 1);
  return filter;
}

std::string address_of(const Filter& filter, std::int64_t before) {
  return "/admin/mail?state=" + filter.state + "&q=" + url_encoded(filter.recipient) +
         "&before=" + std::to_string(before);
}

void fill_counts(ctemplate::TemplateDictionary& body, const mail::MailCounts& counts,
                 const std::string& csrf) {
  body.SetIntValue(klp_WAITING, counts.waiting);
  body.SetIntValue(klp_SENT, counts.sent);
  body.SetIntValue(klp_DEAD, counts.dead);
  if (counts.dead > 0) body.AddSectionDictionary(klp_AGAIN)->SetValue(klp_AGAIN_CSRF, csrf);
}

void fill_letters(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const std::vector<mail::StoredMail>& letters) {
  for (const mail::StoredMail& letter : letters) {
    auto& row = *body.AddSectionDictionary(klp_LETTER);
    row.SetIntValue(klp_LETTER_ID, letter.id);
    row.SetValue(klp_LETTER_KIND, request.say({"letter.kind." + letter.kind}));
    row.SetValue(klp_LETTER_RECIPIENT, letter.recipient);
    row.SetValue(klp_LETTER_STATE, request.say({"letter.state." + letter.state}));
    row.SetIntValue(klp_LETTER_ATTEMPTS, letter.attempts);
    row.SetValue(klp_LETTER_MADE, to_minute_text(letter.created_at));
    row.SetValue(klp_LETTER_ERROR, letter.last_error);
  }
}

}  // namespace

web::Response letters_page(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  const auto letters =
      mail::list_mail(shop.db, filter.state, filter.recipient, filter.before, kLettersShown);

  web::Page page(request, "admin/letters_page.tpl", request.say({"title.letters"}));
  page.set_noindex();
  auto& body = page.body();
  fill_counts(body, mail::count_mail(shop.db), request.csrf_token());
  body.SetValue(klp_QUERY, filter.recipient);
  const std::string chosen = filter.state.empty() ? "any" : filter.state;
  for (const auto& [state, section] :
       {std::pair{"any", klp_ANY_CHOSEN}, std::pair{"waiting", klp_WAITING_CHOSEN},
        std::pair{"sent", klp_SENT_CHOSEN}, std::pair{"dead", klp_DEAD_CHOSEN}}) {
    if (chosen == state) body.ShowSection(section);
  }
  fill_letters(body, request, letters);
  body.SetValue(klp_FILE,
                "/admin/mail.csv?state=" + filter.state + "&q=" + url_encoded(filter.recipient));
  body.ShowSection(letters.empty() ? klp_NONE : klp_TABLE);
  if (static_cast<int>(letters.size()) == kLettersShown) {
    body.SetValueAndShowSection(klp_OLDER_URL, address_of(filter, letters.back().id), klp_OLDER);
  }
  return page.render();
}

web::Response letters_file(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  web::Response response = web::csv_response("letters");
  add_csv_line(response.body,
               {"id", "kind", "recipient", "state", "attempts", "queued_at", "last_error"});
  for (const mail::StoredMail& letter :
       mail::list_mail(shop.db, filter.state, filter.recipient, filter.before, kRowsInFile)) {
    add_csv_line(response.body,
                 {std::to_string(letter.id), letter.kind, letter.recipient, letter.state,
                  std::to_string(letter.attempts), to_iso(letter.created_at), letter.last_error});
  }
  return response;
}

web::Response post_letters_again(const web::Request& request, Shop& shop) {
  std::optional<std::int64_t> letter;
  if (request.form.has("letter")) letter = web::form_integer(request, "letter", 1, INT64_MAX);
  const std::int64_t count = mail::send_again(shop.db, letter, request.now);
  return web::redirect_after_post("/admin/mail", {"letter.again", {std::to_string(count)}});
}

}  // namespace admin
