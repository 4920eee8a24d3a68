/// policy_edit_page.cpp - GET and POST /admin/settings/policies/{slug}.
///
/// Template: templates/admin/policy_edit_page.tpl
/// Test:     tests/page/settings_page_test.cpp

#include "admin/settings_pages.h"
#include "base/hash.h"
#include "base/text.h"
#include "catalog/policies.h"
#include "policy_edit_page.tpl.varnames.h"
#include "settings.sql.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr std::string_view kMark = "## ";
constexpr std::size_t kLongestText = 20000;
constexpr std::size_t kLongestHeading = 120;

/// The paragraphs as one text, a heading's line starting with "## ".
std::string to_one_text(const catalog::Policy& policy) {
  std::string text;
  for (const catalog::PolicyParagraph& paragraph : policy.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += std::string(kMark) + paragraph.heading + "\n" + paragraph.body;
  }
  return text;
}

/// Nothing when text stands before the first heading, or a heading stands without text.
std::optional<std::vector<catalog::PolicyParagraph>> read_paragraphs(std::string_view text) {
  std::vector<catalog::PolicyParagraph> paragraphs;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with(kMark)) {
      paragraphs.push_back({std::string(trimmed(line.substr(kMark.size()))), ""});
    } else if (!paragraphs.empty()) {
      paragraphs.back().body.append(line).append("\n");
    } else if (!trimmed(line).empty()) {
      return std::nullopt;
    }
  }
  for (catalog::PolicyParagraph& paragraph : paragraphs) {
    paragraph.body = std::string(trimmed(paragraph.body));
    if (paragraph.heading.empty() || paragraph.body.empty()) return std::nullopt;
    if (count_characters(paragraph.heading) > kLongestHeading) return std::nullopt;
  }
  if (paragraphs.empty()) return std::nullopt;
  return paragraphs;
}

std::string version_of(const catalog::Policy& policy) {
  return sha256(policy.title + "\n" + to_one_text(policy));
}

catalog::Policy policy_of_path(const web::Request& request, Shop& shop) {
  const std::string& slug = request.captured_text("slug");
  auto policy = catalog::find_policy(shop.db, slug);
  if (!policy) throw web::NotFound("policy " + slug);
  return *policy;
}

web::Response show_form(const web::Request& request, const web::Form& form,
                        const catalog::Policy& policy, const std::string& title,
                        const std::string& text) {
  web::Page page(request, "admin/policy_edit_page.tpl", policy.title);
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kpep_CSRF, request.csrf_token());
  body.SetValue(kpep_SLUG, policy.slug);
  body.SetValue(kpep_VERSION, version_of(policy));
  body.SetValue(kpep_TITLE, title);
  body.SetValue(kpep_TEXT, text);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

void save(db::Connection& db, const std::string& slug, const std::string& title,
          const std::vector<catalog::PolicyParagraph>& paragraphs) {
  std::vector<std::string> headings;
  std::vector<std::string> bodies;
  for (const catalog::PolicyParagraph& paragraph : paragraphs) {
    headings.push_back(paragraph.heading);
    bodies.push_back(paragraph.body);
  }
  db.run(sql::settings::set_policy, slug, title,
         db::array_of(std::span<const std::string>(headings)),
         db::array_of(std::span<const std::string>(bodies)));
}

}  // namespace

web::Response policy_edit_page(const web::Request& request, Shop& shop) {
  const catalog::Policy policy = policy_of_path(request, shop);
  return show_form(request, web::Form(request), policy, policy.title, to_one_text(policy));
}

web::Response post_policy_edit(const web::Request& request, Shop& shop) {
  db::Transaction transaction(shop.db);
  shop.db.run(sql::settings::lock_policy, request.captured_text("slug"));
  const catalog::Policy policy = policy_of_path(request, shop);
  const std::string path = "/admin/settings/policies/" + policy.slug;
  if (web::form_text(request, "version", 60) != version_of(policy)) {
    return web::redirect_with_warning(path, {"settings.stale"});
  }
  web::Form form(request);
  const std::string title = form.text("title", 80, true);
  const std::string text = form.lines("text", kLongestText, true);
  const auto paragraphs = read_paragraphs(text);
  if (!paragraphs) form.add_problem("text", {"settings.policy_shape"});
  if (form.has_problems()) return show_form(request, form, policy, title, text);
  save(shop.db, policy.slug, title, *paragraphs);
  transaction.commit();
  return web::redirect_after_post(path, {"settings.saved"});
}

}  // namespace admin
