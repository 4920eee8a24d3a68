/// import_preview_page.cpp - GET /admin/imports/{id}: what a CSV file would change.
///
/// Template: templates/admin/import_preview_page.tpl
/// Test:     tests/page/imports_page_test.cpp

#include "admin/imports_pages.h"
#include "import_preview_page.tpl.varnames.h"

namespace admin {
namespace {

void fill_report(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const std::string& kind, const CsvReport& report) {
  body.SetValue(kipp_SUBJECT, request.say({"csv.subject_" + kind}));
  body.SetValue(kipp_ROWS, std::to_string(report.rows));
  body.SetValue(kipp_CREATED, std::to_string(report.created));
  body.SetValue(kipp_CHANGED, std::to_string(report.changed));
  body.SetValue(kipp_SAME, std::to_string(report.same));
  body.SetValue(kipp_BAD, std::to_string(report.bad));
  for (const std::string& column : report.ignored) {
    body.AddSectionDictionary(kipp_IGNORED)->SetValue(kipp_IGNORED_NAME, column);
  }
  if (!report.problems.empty()) {
    auto& problems = *body.AddSectionDictionary(kipp_PROBLEMS_LIST);
    for (const RowProblem& problem : report.problems) {
      auto& row = *problems.AddSectionDictionary(kipp_PROBLEM);
      row.SetValue(kipp_PROBLEM_LINE, std::to_string(problem.line));
      row.SetValue(kipp_PROBLEM_TEXT,
                   request.say({"csv.problem_" + problem.code, {problem.detail}}));
    }
  }
  if (report.changes.empty()) return;
  auto& changes = *body.AddSectionDictionary(kipp_CHANGES_LIST);
  for (const RowChange& change : report.changes) {
    auto& row = *changes.AddSectionDictionary(kipp_CHANGE);
    row.SetValue(kipp_CHANGE_LINE, std::to_string(change.line));
    row.SetValue(kipp_CHANGE_SUBJECT, change.subject);
    row.SetValue(kipp_CHANGE_FIELD, request.say({"csv.field_" + change.field}));
    row.SetValue(kipp_CHANGE_BEFORE, change.before);
    row.SetValue(kipp_CHANGE_AFTER, change.after);
  }
}

}  // namespace

web::Message not_that(const NotThatCsv& refusal) {
  return {std::string("csv.not_that_") + refusal.what(), {refusal.detail()}};
}

web::Response import_preview_page(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto upload = csv::find_upload(shop.db, id, request.visitor.account_id);
  if (!upload) throw web::NotFound("upload " + std::to_string(id), {"csv.gone"});
  const csv::Kind& kind = require_kind(request, upload->kind);

  web::Page page(request, "admin/import_preview_page.tpl", request.say({"title.import_preview"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kipp_FILE, upload->file_name);
  try {
    const CsvReport report = kind.read(shop.db, upload->bytes,
                                       {.file_name = upload->file_name,
                                        .account_id = request.visitor.account_id,
                                        .dry_run = true,
                                        .currency = shop.config.currency},
                                       request.now);
    fill_report(body, request, upload->kind, report);
    if (report.created + report.changed == 0) {
      body.ShowSection(kipp_NOTHING);
      return page.render();
    }
    auto& apply = *body.AddSectionDictionary(kipp_APPLY);
    apply.SetValue(kipp_APPLY_ID, std::to_string(id));
    apply.SetValue(kipp_APPLY_CSRF, request.csrf_token());
    return page.render();
  } catch (const NotThatCsv& refusal) {
    // Nobody can use it, and it may hold what must not be kept.
    csv::drop_upload(shop.db, id);
    return web::redirect_with_warning("/admin/imports", not_that(refusal));
  }
}

}  // namespace admin
