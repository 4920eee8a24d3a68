/// imports_page.cpp - GET and POST /admin/imports, its files, and applying and undoing an import.
///
/// Template: templates/admin/imports_page.tpl
/// Test:     tests/page/imports_page_test.cpp

#include "admin/imports_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "imports_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/imports";
constexpr int kRows = 50;
constexpr int kInFile = 100'000;

std::vector<std::string> kinds_of(const web::Request& request) {
  std::vector<std::string> names;
  for (const csv::Kind& kind : csv::kinds()) {
    if (web::may_by_name(request.visitor, kind.name)) names.emplace_back(kind.name);
  }
  if (names.empty()) throw web::Forbidden("needs products, stock, customers or orders");
  return names;
}

web::Response file_of(const web::Request& request, Shop& shop, std::string_view name) {
  const csv::Kind& kind = require_kind(request, name);
  web::Response response = web::csv_response(std::string(name));
  response.stream = [&shop, &kind](web::Stream& stream) {
    kind.write(shop.db, [&](std::string_view piece) { return stream.write(piece); });
  };
  return response;
}

csv::ImportFilter read_filter(const web::Request& request) {
  return {.kinds = kinds_of(request),
          .words = shortened(trimmed(request.query.get("q")), 200),
          .before = to_integer(request.query.get("before"), 1)};
}

std::string kind_name(const web::Request& request, std::string_view kind) {
  return request.say({"csv.kind_" + std::string(kind)});
}

void fill_row(ctemplate::TemplateDictionary& row, const csv::ImportRow& import,
              const web::Request& request) {
  row.SetValue(kip_IMPORT_ID, std::to_string(import.id));
  row.SetValue(kip_IMPORT_FILE, import.file_name);
  row.SetValue(kip_IMPORT_KIND, kind_name(request, import.kind));
  row.SetValue(kip_IMPORT_AT, to_minute_text(import.applied_at));
  row.SetValue(kip_IMPORT_WHO, import.username);
  row.SetIntValue(kip_IMPORT_CREATED, import.created);
  row.SetIntValue(kip_IMPORT_CHANGED, import.changed);
  row.SetIntValue(kip_IMPORT_BAD, import.bad);
  if (import.undone_at) {
    row.SetValueAndShowSection(kip_IMPORT_UNDONE_AT, to_minute_text(*import.undone_at),
                               kip_IMPORT_UNDONE);
  } else {
    row.AddSectionDictionary(kip_IMPORT_UNDO)->SetValue(kip_IMPORT_UNDO_CSRF, request.csrf_token());
  }
}

void fill_kinds(ctemplate::TemplateDictionary& body, const web::Request& request,
                const std::vector<std::string>& kinds) {
  for (const std::string& kind : kinds) {
    auto& option = *body.AddSectionDictionary(kip_KIND);
    option.SetValue(kip_KIND_VALUE, kind);
    option.SetValue(kip_KIND_NAME, kind_name(request, kind));
    auto& file = *body.AddSectionDictionary(kip_FILE);
    const bool is_products = kind == "products";
    file.SetValue(kip_FILE_URL,
                  is_products ? "/admin/products.csv" : std::string(kPath) + "/" + kind + ".csv");
    file.SetValue(kip_FILE_NAME, request.say({"csv.all_" + kind}));
    file.SetValue(kip_FILE_HINT, request.say({"csv.columns_" + kind}));
  }
}

}  // namespace

const csv::Kind& require_kind(const web::Request& request, std::string_view name) {
  const csv::Kind* kind = csv::find_kind(name);
  if (kind == nullptr) throw web::BadRequest("'kind' is no kind of file");
  if (!web::may_by_name(request.visitor, name)) throw web::Forbidden("needs " + std::string(name));
  return *kind;
}

web::Response products_file(const web::Request& request, Shop& shop) {
  return file_of(request, shop, "products");
}

web::Response stock_file(const web::Request& request, Shop& shop) {
  return file_of(request, shop, "stock");
}

web::Response customers_whole_file(const web::Request& request, Shop& shop) {
  return file_of(request, shop, "customers");
}

web::Response orders_whole_file(const web::Request& request, Shop& shop) {
  return file_of(request, shop, "orders");
}

web::Response imports_page(const web::Request& request, Shop& shop) {
  const csv::ImportFilter filter = read_filter(request);
  auto rows = csv::list_imports(shop.db, filter, kRows + 1);
  const bool has_more = rows.size() > kRows;
  if (has_more) rows.pop_back();

  web::Page page(request, "admin/imports_page.tpl", request.say({"title.imports"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kip_CSRF, request.csrf_token());
  body.SetValue(kip_QUERY, filter.words);
  body.SetValue(kip_LIST_URL, std::string(kPath) + ".csv?q=" + url_encoded(filter.words));
  fill_kinds(body, request, filter.kinds);
  if (rows.empty()) {
    body.ShowSection(kip_NONE);
    return page.render();
  }
  auto& list = *body.AddSectionDictionary(kip_LIST);
  for (const csv::ImportRow& import : rows) {
    fill_row(*list.AddSectionDictionary(kip_IMPORT), import, request);
  }
  if (has_more) {
    body.SetValueAndShowSection(kip_MORE_URL,
                                std::string(kPath) + "?q=" + url_encoded(filter.words) +
                                    "&before=" + std::to_string(rows.back().id),
                                kip_MORE);
  }
  return page.render();
}

web::Response imports_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("imports");
  add_csv_line(response.body, {"id", "file", "holds", "applied_at", "by", "new", "changed",
                               "left_out", "undone_at"});
  for (const csv::ImportRow& import : csv::list_imports(shop.db, read_filter(request), kInFile)) {
    add_csv_line(
        response.body,
        {std::to_string(import.id), import.file_name, import.kind, to_iso(import.applied_at),
         import.username, std::to_string(import.created), std::to_string(import.changed),
         std::to_string(import.bad), import.undone_at ? to_iso(*import.undone_at) : ""});
  }
  return response;
}

web::Response post_import_upload(const web::Request& request, Shop& shop) {
  const csv::Kind& kind = require_kind(request, web::form_text(request, "kind", 20));
  if (request.files.size() != 1 || request.files[0].data.empty()) {
    return web::redirect_with_warning(kPath, {"csv.no_file"});
  }
  const web::Upload& file = request.files[0];
  const std::int64_t id =
      csv::keep_upload(shop.db, {std::string(kind.name), file.filename, file.data},
                       request.visitor.account_id, request.now);
  return web::redirect_after_post(std::string(kPath) + "/" + std::to_string(id));
}

web::Response post_import_apply(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto upload = csv::find_upload(shop.db, id, request.visitor.account_id);
  if (!upload) return web::redirect_with_warning(kPath, {"csv.gone"});
  const csv::Kind& kind = require_kind(request, upload->kind);
  // The second click finds nothing to apply.
  if (!csv::drop_upload(shop.db, id)) return web::redirect_with_warning(kPath, {"csv.gone"});
  try {
    const CsvReport report = kind.read(shop.db, upload->bytes,
                                       {.file_name = upload->file_name,
                                        .account_id = request.visitor.account_id,
                                        .dry_run = false,
                                        .currency = shop.config.currency},
                                       request.now);
    if (report.import_id == 0) return web::redirect_with_warning(kPath, {"csv.nothing_to_do"});
    return web::redirect_after_post(
        kPath, {"csv.applied",
                {std::to_string(report.created), std::to_string(report.changed),
                 std::to_string(report.bad)}});
  } catch (const NotThatCsv& refusal) {
    return web::redirect_with_warning(kPath, not_that(refusal));
  }
}

web::Response post_import_undo(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto kind = csv::kind_of_import(shop.db, id);
  if (!kind) throw web::NotFound("import");
  require_kind(request, *kind);
  const csv::Undone undone = csv::undo_import(shop.db, id, request.now);
  switch (undone.outcome) {
    case csv::UndoOutcome::undone:
      return web::redirect_after_post(
          kPath,
          {"csv.undone", {std::to_string(undone.rows.undone), std::to_string(undone.rows.left)}});
    case csv::UndoOutcome::undone_before:
      return web::redirect_with_warning(kPath, {"csv.undone_before"});
    case csv::UndoOutcome::no_such_import: throw web::NotFound("import");
  }
  throw std::logic_error("unknown UndoOutcome");
}

}  // namespace admin
