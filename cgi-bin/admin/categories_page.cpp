/// categories_page.cpp - GET /admin/categories, /admin/categories.csv and the forms in its rows.
///
/// Template: templates/admin/categories_page.tpl
/// Test:     tests/page/categories_page_test.cpp

#include <map>

#include "admin/list_slice.h"
#include "admin/products_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "categories_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/categories";
constexpr int kMostPosition = 10000;
constexpr std::size_t kShown = 50;

/// A refusal as a sentence; the tree shows what is true, so nothing typed need be kept.
web::Response say(catalog::GroupOutcome outcome, const char* done) {
  switch (outcome) {
    case catalog::GroupOutcome::done: return web::redirect_after_post(kPath, {done});
    case catalog::GroupOutcome::changed_meanwhile:
      return web::redirect_with_warning(kPath, {"category.changed_meanwhile"});
    case catalog::GroupOutcome::slug_taken:
      return web::redirect_with_warning(kPath, {"category.slug_taken"});
    case catalog::GroupOutcome::not_empty:
      return web::redirect_with_warning(kPath, {"category.not_empty"});
    case catalog::GroupOutcome::circle:
      return web::redirect_with_warning(kPath, {"category.circle"});
    case catalog::GroupOutcome::too_deep:
      return web::redirect_with_warning(kPath, {"category.too_deep"});
    case catalog::GroupOutcome::no_such_parent:
      return web::redirect_with_warning(kPath, {"category.no_such_parent"});
  }
  throw std::logic_error("unknown GroupOutcome");
}

/// Nothing when the name is missing or a field cannot be.
std::optional<catalog::CategoryDraft> read_draft(const web::Request& request) {
  web::Form form(request);
  catalog::CategoryDraft draft;
  draft.name = form.text("name", catalog::kMostGroupName, true);
  draft.slug = form.text("slug", catalog::kMostGroupName, false);
  draft.parent_id = web::form_integer(request, "parent", 0, INT64_MAX);
  draft.position = static_cast<int>(form.integer("position", -kMostPosition, kMostPosition));
  if (form.has_problems()) return std::nullopt;
  return draft;
}

std::string read_words(const web::Request& request) {
  return shortened(trimmed(request.query.get("q")), kMostWords);
}

/// The categories with these words in name or address, in the order of the tree.
std::vector<catalog::TreeCategory> found_in(const std::vector<catalog::TreeCategory>& tree,
                                            const std::string& words) {
  std::vector<catalog::TreeCategory> found;
  for (const catalog::TreeCategory& category : tree) {
    const std::string text = to_lower(category.name + " " + category.slug);
    if (text.find(to_lower(words)) != std::string::npos) found.push_back(category);
  }
  return found;
}

void fill_parents(ctemplate::TemplateDictionary& row,
                  const std::vector<catalog::TreeCategory>& tree, std::int64_t own,
                  std::int64_t chosen) {
  for (const catalog::TreeCategory& category : tree) {
    if (category.id == own) continue;
    auto& option = *row.AddSectionDictionary(kcp_PARENT);
    option.SetIntValue(kcp_PARENT_ID, category.id);
    option.SetValue(kcp_PARENT_NAME, indented_name(category));
    if (category.id == chosen) option.ShowSection(kcp_PARENT_CHOSEN);
  }
}

}  // namespace

web::Response categories_page(const web::Request& request, Shop& shop) {
  web::Page page(request, "admin/categories_page.tpl", request.say({"title.categories"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kcp_CSRF, request.csrf_token());
  const auto tree = catalog::list_tree(shop.db);
  const std::string words = read_words(request);
  const auto slice = slice_behind(
      found_in(tree, words), [](const auto& one) { return one.id; },
      to_integer(request.query.get("behind"), 1).value_or(0), kShown);
  body.SetValue(kcp_QUERY, words);
  body.SetValue(kcp_FILE_URL, std::string(kPath) + ".csv?q=" + url_encoded(words));
  if (slice.items.empty()) body.ShowSection(kcp_NONE);
  if (slice.has_more) {
    body.SetValueAndShowSection(kcp_MORE_URL,
                                std::string(kPath) + "?q=" + url_encoded(words) +
                                    "&behind=" + std::to_string(slice.items.back().id),
                                kcp_MORE);
  }
  for (const catalog::TreeCategory& category : slice.items) {
    auto& row = *body.AddSectionDictionary(kcp_CATEGORY);
    row.SetIntValue(kcp_CATEGORY_ID, category.id);
    row.SetIntValue(kcp_CATEGORY_VERSION, category.version);
    row.SetValue(kcp_CATEGORY_NAME, category.name);
    row.SetValue(kcp_CATEGORY_SLUG, category.slug);
    row.SetValue(kcp_CATEGORY_INDENTED, indented_name(category));
    row.SetIntValue(kcp_CATEGORY_POSITION, category.position);
    row.SetValue(kcp_CATEGORY_PRODUCTS, std::to_string(category.products));
    fill_parents(row, tree, category.id, category.parent_id);
  }
  auto& fresh = *body.AddSectionDictionary(kcp_NEW);
  fill_parents(fresh, tree, 0, 0);
  return page.render();
}

web::Response categories_file(const web::Request& request, Shop& shop) {
  const auto tree = catalog::list_tree(shop.db);
  std::map<std::int64_t, std::string> paths;  // parents come before their children
  for (const catalog::TreeCategory& category : tree) {
    const auto parent = paths.find(category.parent_id);
    paths[category.id] = (parent == paths.end() ? "" : parent->second + " > ") + category.name;
  }
  web::Response response = web::csv_response("categories");
  add_csv_line(response.body, {"id", "category", "slug", "position", "products"});
  for (const catalog::TreeCategory& category : found_in(tree, read_words(request))) {
    add_csv_line(response.body,
                 {std::to_string(category.id), paths[category.id], category.slug,
                  std::to_string(category.position), std::to_string(category.products)});
  }
  return response;
}

web::Response post_category_new(const web::Request& request, Shop& shop) {
  const auto draft = read_draft(request);
  if (!draft) return web::redirect_with_warning(kPath, {"category.fields"});
  return say(catalog::create_category(shop.db, *draft), "category.created");
}

web::Response post_category(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const int version = static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
  const auto draft = read_draft(request);
  if (!draft) return web::redirect_with_warning(kPath, {"category.fields"});
  return say(catalog::save_category(shop.db, id, version, *draft), "category.saved");
}

web::Response post_category_delete(const web::Request& request, Shop& shop) {
  return say(catalog::delete_category(shop.db, request.captured_id("id")), "category.deleted");
}

}  // namespace admin
