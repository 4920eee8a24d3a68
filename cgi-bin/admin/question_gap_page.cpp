/// question_gap_page.cpp - GET /admin/conversations/gaps/mend: a synonym, or a wording with its
/// meaning or answer, tried on past questions before it is saved; POST
/// /admin/conversations/templates saves a wording, …/{id}/remove forgets it.
///
/// Template: templates/admin/question_gap_page.tpl
/// Test:     tests/page/question_gap_page_test.cpp

#include "admin/conversations_pages.h"
#include "base/text.h"
#include "chat/chat_view.h"
#include "chat/gaps.h"
#include "chat/question_form.h"
#include "question_gap_page.tpl.varnames.h"
#include "shop.h"
#include "web/json_list.h"

namespace admin {
namespace {

constexpr const char* kList = "/admin/conversations/gaps";
constexpr auto kTriedDays = std::chrono::days(90);
constexpr std::size_t kAnswerShown = 200;  // characters

enum class Kind { means, answer, synonym };

struct Lesson {
  Kind kind = Kind::means;
  std::string wording{};
  std::string text{};
};

Kind read_kind(const std::string& text) {
  return text == "answer" ? Kind::answer : text == "synonym" ? Kind::synonym : Kind::means;
}

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::means: return "means";
    case Kind::answer: return "answer";
    case Kind::synonym: return "synonym";
  }
  throw std::logic_error("unknown Kind");
}

void check_words(web::Form& form, std::string_view field, const std::string& text) {
  if (form.has_problem(field)) return;
  const std::vector<std::string> words = search::read_words(text);
  if (words.size() > search::kMostSynonyms) {
    form.add_problem(field, {"synonym.too_many", {std::to_string(search::kMostSynonyms)}});
  }
  for (const std::string& word : words) {
    const std::size_t parts = search::words_of(word).size();
    const bool is_word = parts >= 1 && parts <= search::kMostPhrase &&
                         count_characters(word) <= search::kMostRuleText;
    if (is_word || form.has_problem(field)) continue;
    form.add_problem(field, {"synonym.no_word", {shortened(word, 40)}});
  }
}

/// What a form holds; its problems are with the form.
Lesson read_lesson(web::Form& form) {
  Lesson lesson{.kind = read_kind(form.value("kind"))};
  lesson.wording = form.text("wording", chat::kLongestWording, true);
  lesson.text = form.text(
      "text", lesson.kind == Kind::means ? chat::kLongestWording : chat::kLongestOwnAnswer, true);
  if (lesson.kind == Kind::synonym) {
    check_words(form, "wording", lesson.wording);
    check_words(form, "text", lesson.text);
  } else if (chat::normalise(lesson.wording).empty() && !form.has_problem("wording")) {
    form.add_problem("wording", {"template.no_words"});
  }
  return lesson;
}

chat::AnswerTemplate template_of(const Lesson& lesson) {
  chat::AnswerTemplate meant{.wording = lesson.wording};
  (lesson.kind == Kind::means ? meant.means : meant.answer) = lesson.text;
  return meant;
}

chat::Addition addition_of(const Lesson& lesson) {
  if (lesson.kind != Kind::synonym) return {.templates = {template_of(lesson)}};
  return {.rules = {{.kind = search::RuleKind::also,
                     .words = search::read_words(lesson.wording),
                     .means = search::read_words(lesson.text)}}};
}

void fill_save(ctemplate::TemplateDictionary& effect, const web::Request& request,
               const Lesson& lesson) {
  if (lesson.kind != Kind::synonym) {
    auto& save = *effect.AddSectionDictionary(kqgp_SAVE_TEMPLATE);
    save.SetValue(kqgp_SAVE_TEMPLATE_CSRF, request.csrf_token());
    save.SetValue(kqgp_SAVE_TEMPLATE_KIND, name_of(lesson.kind));
    save.SetValue(kqgp_SAVE_TEMPLATE_WORDING, lesson.wording);
    save.SetValue(kqgp_SAVE_TEMPLATE_TEXT, lesson.text);
  } else if (request.visitor.may(web::Permission::products)) {
    auto& save = *effect.AddSectionDictionary(kqgp_SAVE_SYNONYM);
    save.SetValue(kqgp_SAVE_SYNONYM_CSRF, request.csrf_token());
    save.SetValue(kqgp_SAVE_SYNONYM_WORDS, lesson.wording);
    save.SetValue(kqgp_SAVE_SYNONYM_MEANS, lesson.text);
  } else {
    effect.ShowSection(kqgp_MAY_NOT);
  }
}

void fill_effect(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const chat::AdditionEffect& found, const Lesson& lesson) {
  auto& effect = *body.AddSectionDictionary(kqgp_EFFECT);
  effect.SetIntValue(kqgp_EFFECT_ANSWERED, found.answered);
  effect.SetIntValue(kqgp_EFFECT_GAPS, found.gaps);
  effect.SetIntValue(kqgp_EFFECT_UNDERSTOOD, found.understood);
  effect.SetIntValue(kqgp_EFFECT_CHANGED, found.changed);
  if (!found.answered_examples.empty()) {
    auto& table = *effect.AddSectionDictionary(kqgp_ANSWERED);
    for (const auto& example : found.answered_examples) {
      auto& row = *table.AddSectionDictionary(kqgp_ANSWERED_EXAMPLE);
      row.SetValue(kqgp_ANSWERED_EXAMPLE_QUESTION, example.question);
      row.SetIntValue(kqgp_ANSWERED_EXAMPLE_TIMES, example.times);
      row.SetValue(kqgp_ANSWERED_EXAMPLE_ANSWER, shortened(example.answer, kAnswerShown));
    }
  }
  if (!found.changed_examples.empty()) {
    auto& table = *effect.AddSectionDictionary(kqgp_CHANGED);
    for (const auto& example : found.changed_examples) {
      auto& row = *table.AddSectionDictionary(kqgp_CHANGED_EXAMPLE);
      row.SetValue(kqgp_CHANGED_EXAMPLE_QUESTION, example.question);
      row.SetIntValue(kqgp_CHANGED_EXAMPLE_TIMES, example.times);
      row.SetValue(kqgp_CHANGED_EXAMPLE_ANSWER, shortened(example.answer, kAnswerShown));
    }
  }
  fill_save(effect, request, lesson);
}

web::Response show(const web::Request& request, Shop& shop, web::Form& form, bool is_trial) {
  web::Page page(request, "admin/question_gap_page.tpl", request.say({"title.question_gap"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kqgp_WORDING, form.value("wording"));
  body.SetValue(kqgp_TEXT, form.value("text"));
  const Kind kind = read_kind(form.value("kind"));
  body.ShowSection(kind == Kind::means    ? kqgp_IS_MEANS
                   : kind == Kind::answer ? kqgp_IS_ANSWER
                                          : kqgp_IS_SYNONYM);
  if (!is_trial) return page.render();
  const Lesson lesson = read_lesson(form);
  form.fill_problems(body);
  if (form.has_problems()) return page.render(422);
  const auto found =
      chat::try_out(shop.db, chat::assistant_of(shop), chat::wording_of(shop.site),
                    shop.site.currency, addition_of(lesson), request.now - kTriedDays, request.now);
  fill_effect(body, request, found, lesson);
  return page.render();
}

}  // namespace

web::Response question_gap_page(const web::Request& request, Shop& shop) {
  web::QueryForm form(request);
  return show(request, shop, form, request.query.has("try"));
}

web::Response post_answer_template(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Lesson lesson = read_lesson(form);
  if (lesson.kind == Kind::synonym) throw web::BadRequest("synonyms are saved elsewhere");
  if (form.has_problems()) {
    web::Form again(request);
    return show(request, shop, again, true);
  }
  const chat::AnswerTemplate taught = template_of(lesson);
  auto learnt = chat::assistant_of(shop).lesson_of(shop.db, taught, request.now);
  if (learnt) learnt->account = request.visitor.account_id;
  switch (chat::add_template(shop.db, taught, learnt)) {
    case chat::TemplateOutcome::done: return web::redirect_after_post(kList, {"template.saved"});
    case chat::TemplateOutcome::wording_taken:
    case chat::TemplateOutcome::changed_meanwhile:
      return web::redirect_with_warning(kList, {"template.taken"});
  }
  throw std::logic_error("unknown TemplateOutcome");
}

web::Response post_answer_template_remove(const web::Request& request, Shop& shop) {
  const int version = static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
  const auto outcome = chat::remove_template(shop.db, request.captured_id("id"), version);
  if (outcome == chat::TemplateOutcome::done) {
    return web::redirect_after_post(kList, {"template.removed"});
  }
  return web::redirect_with_warning(kList, {"template.gone"});
}

}  // namespace admin
