/// starters_page.cpp - GET /admin/conversations/starters, .csv and the forms in its rows: the
/// beginnings of a conversation that the chat offers, and how often each was chosen.
///
/// Template: templates/admin/starters_page.tpl
/// Test:     tests/page/starters_page_test.cpp

#include "admin/conversations_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "chat/starters.h"
#include "shop.h"
#include "starters_page.tpl.varnames.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/conversations/starters";
constexpr int kMostPosition = 1000;
constexpr std::size_t kMostWords = 100;

std::string read_words(const web::Request& request) {
  return shortened(trimmed(request.query.get("q")), kMostWords);
}

/// What a form holds; its problems are with the form.
chat::Starter read_starter(web::Form& form) {
  chat::Starter starter;
  starter.title = form.text("title", chat::kMostStarterTitle, true);
  starter.description = form.text("description", chat::kMostStarterText, false);
  starter.opening = form.text("opening", chat::kMostOpening, false);
  if (form.value("position").empty()) return starter;
  starter.position = static_cast<int>(form.integer("position", 0, kMostPosition));
  return starter;
}

web::Response show(const web::Request& request, Shop& shop, const web::Form& form) {
  web::Page page(request, "admin/starters_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.starters"}));
  page.set_noindex();
  auto& body = page.body();
  const std::string words = read_words(request);
  const std::vector<chat::Starter> starters = chat::list_starters(shop.db, words);
  body.SetValue(ksp_CSRF, request.csrf_token());
  body.SetValue(ksp_TITLE, form.value("title"));
  body.SetValue(ksp_DESCRIPTION, form.value("description"));
  body.SetValue(ksp_OPENING, form.value("opening"));
  body.SetValue(ksp_POSITION, form.value("position"));
  form.fill_problems(body);
  body.SetValue(ksp_QUERY, words);
  body.SetValue(ksp_FILE_URL, std::string(kPath) + ".csv?q=" + url_encoded(words));
  if (starters.empty()) body.ShowSection(ksp_NONE);
  for (const chat::Starter& starter : starters) {
    auto& row = *body.AddSectionDictionary(ksp_STARTER);
    row.SetIntValue(ksp_STARTER_ID, starter.id);
    row.SetIntValue(ksp_STARTER_VERSION, starter.version);
    row.SetIntValue(ksp_STARTER_POSITION, starter.position);
    row.SetIntValue(ksp_STARTER_USED, starter.used_count);
    row.SetValue(ksp_STARTER_TITLE, starter.title);
    row.SetValue(ksp_STARTER_DESCRIPTION, starter.description);
    row.SetValue(ksp_STARTER_OPENING, starter.opening);
  }
  return page.render(form.has_problems() ? 422 : 200);
}

web::Response say(chat::StarterOutcome outcome, const char* done) {
  switch (outcome) {
    case chat::StarterOutcome::done: return web::redirect_after_post(kPath, {done});
    case chat::StarterOutcome::title_taken:
      return web::redirect_with_warning(kPath, {"starter.title_taken"});
    case chat::StarterOutcome::changed_meanwhile:
      return web::redirect_with_warning(kPath, {"starter.changed_meanwhile"});
  }
  throw std::logic_error("unknown StarterOutcome");
}

int version_of(const web::Request& request) {
  return static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
}

}  // namespace

web::Response starters_page(const web::Request& request, Shop& shop) {
  return show(request, shop, web::Form(request));
}

web::Response starters_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("starters");
  add_csv_line(response.body, {"id", "position", "title", "description", "opening", "used"});
  for (const chat::Starter& starter : chat::list_starters(shop.db, read_words(request))) {
    add_csv_line(response.body,
                 {std::to_string(starter.id), std::to_string(starter.position), starter.title,
                  starter.description, starter.opening, std::to_string(starter.used_count)});
  }
  return response;
}

web::Response post_starter_new(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const chat::Starter starter = read_starter(form);
  if (form.has_problems()) return show(request, shop, form);
  const chat::StarterOutcome outcome = chat::save_starter(shop.db, starter);
  if (outcome == chat::StarterOutcome::title_taken) {
    form.add_problem("title", {"starter.title_taken"});
    return show(request, shop, form);
  }
  return say(outcome, "starter.added");
}

web::Response post_starter_change(const web::Request& request, Shop& shop) {
  web::Form form(request);
  chat::Starter starter = read_starter(form);
  starter.id = request.captured_id("id");
  starter.version = version_of(request);
  if (form.has_problems()) return web::redirect_with_warning(kPath, {"starter.fields"});
  return say(chat::save_starter(shop.db, starter), "starter.saved");
}

web::Response post_starter_remove(const web::Request& request, Shop& shop) {
  return say(chat::remove_starter(shop.db, request.captured_id("id"), version_of(request)),
             "starter.removed");
}

}  // namespace admin
