/// imports_page.cpp - GET and POST /admin/imports, apply, undo, and the files to take away.
///
/// Template: templates/admin/imports_page.tpl
/// Test:     tests/page/imports_page_test.cpp

#include "admin/imports_pages.h"
#include "base/text.h"
#include "catalog/product_csv.h"
#include "imports_page.tpl.varnames.h"
#include "inventory/csv_imports.h"
#include "inventory/stock_csv.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/imports";
constexpr int kRows = 50;

using Exporter = void (*)(db::Connection&, const std::function<bool(std::string_view)>&);

web::Response file_of(Shop& shop, Exporter exporter, const std::string& name) {
  web::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  response.stream = [&shop, exporter](web::Stream& stream) {
    exporter(shop.db, [&](std::string_view piece) { return stream.write(piece); });
  };
  return response;
}

/// Staff for products alone may not change the stock.
void require_kind(const web::Request& request, const std::string& kind) {
  if (kind != "products" && kind != "stock") throw web::BadRequest("'kind' is no kind of file");
  if (kind == "stock" && !request.visitor.may(web::Permission::stock)) {
    throw web::Forbidden("needs stock");
  }
}

void fill_row(ctemplate::TemplateDictionary& row, const inventory::ImportRow& import,
              const web::Request& request) {
  row.SetValue(kip_IMPORT_ID, std::to_string(import.id));
  row.SetValue(kip_IMPORT_FILE, import.file_name);
  row.ShowSection(import.kind == "stock" ? kip_IMPORT_STOCK : kip_IMPORT_PRODUCTS);
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

}  // namespace

web::Response products_file(const web::Request&, Shop& shop) {
  return file_of(shop, catalog::export_products, "products");
}

web::Response stock_file(const web::Request&, Shop& shop) {
  return file_of(shop, inventory::export_stock, "stock");
}

web::Response imports_page(const web::Request& request, Shop& shop) {
  const auto before = to_integer(request.query.get("before"), 1);
  auto rows = inventory::list_imports(shop.db, before, kRows + 1);
  const bool has_more = rows.size() > kRows;
  if (has_more) rows.pop_back();

  web::Page page(request, "admin/imports_page.tpl", request.say({"title.imports"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kip_CSRF, request.csrf_token());
  if (request.visitor.may(web::Permission::stock)) body.ShowSection(kip_MAY_STOCK);
  if (rows.empty()) {
    body.ShowSection(kip_NONE);
    return page.render();
  }
  auto& list = *body.AddSectionDictionary(kip_LIST);
  for (const inventory::ImportRow& import : rows) {
    fill_row(*list.AddSectionDictionary(kip_IMPORT), import, request);
  }
  if (has_more) {
    body.SetValueAndShowSection(
        kip_MORE_URL, std::string(kPath) + "?before=" + std::to_string(rows.back().id), kip_MORE);
  }
  return page.render();
}

web::Response post_import_upload(const web::Request& request, Shop& shop) {
  const std::string kind = web::form_text(request, "kind", 20);
  require_kind(request, kind);
  if (request.files.size() != 1 || request.files[0].data.empty()) {
    return web::redirect_with_warning(kPath, {"csv.no_file"});
  }
  const web::Upload& file = request.files[0];
  const std::int64_t id = inventory::keep_upload(shop.db, {kind, file.filename, file.data},
                                                 request.visitor.account_id, request.now);
  return web::redirect_after_post(std::string(kPath) + "/" + std::to_string(id));
}

web::Response post_import_apply(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto upload = inventory::find_upload(shop.db, id, request.visitor.account_id);
  if (!upload) return web::redirect_with_warning(kPath, {"csv.gone"});
  require_kind(request, upload->kind);
  // The second click finds nothing to apply.
  if (!inventory::drop_upload(shop.db, id)) {
    return web::redirect_with_warning(kPath, {"csv.gone"});
  }
  const catalog::CsvImport import{upload->file_name, request.visitor.account_id, false};
  try {
    const catalog::CsvReport report =
        upload->kind == "stock"
            ? inventory::import_stock(shop.db, upload->bytes, import, request.now)
            : catalog::import_products(shop.db, upload->bytes, import, request.now);
    if (report.import_id == 0) return web::redirect_with_warning(kPath, {"csv.nothing_to_do"});
    return web::redirect_after_post(
        kPath, {"csv.applied",
                {std::to_string(report.created), std::to_string(report.changed),
                 std::to_string(report.bad)}});
  } catch (const catalog::NotThatCsv& refusal) {
    return web::redirect_with_warning(kPath, not_that(refusal));
  }
}

web::Response post_import_undo(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto kind = inventory::kind_of_import(shop.db, id);
  if (!kind) throw web::NotFound("import");
  require_kind(request, *kind);
  const inventory::Undone undone = inventory::undo_import(shop.db, id, request.now);
  switch (undone.outcome) {
    case inventory::UndoOutcome::undone:
      return web::redirect_after_post(
          kPath, {"csv.undone", {std::to_string(undone.undone), std::to_string(undone.left)}});
    case inventory::UndoOutcome::undone_before:
      return web::redirect_with_warning(kPath, {"csv.undone_before"});
    case inventory::UndoOutcome::no_such_import: throw web::NotFound("import");
  }
  throw std::logic_error("unknown UndoOutcome");
}

}  // namespace admin
