#include "web/page.h"

#include <ctemplate/template.h>

#include <filesystem>
#include <stdexcept>

#include "layout.tpl.varnames.h"
#include "web/logo.h"

namespace web {
namespace {

/// Appends to a std::string that has its room already.
constexpr std::size_t kUsualPage = 24 * 1024;

const std::pair<Permission, ctemplate::StaticTemplateString> kStaffSections[] = {
    {Permission::orders, kl_STAFF_BAR_ORDERS},
    {Permission::products, kl_STAFF_BAR_PRODUCTS},
    {Permission::stock, kl_STAFF_BAR_STOCK},
    {Permission::customers, kl_STAFF_BAR_CUSTOMERS},
    {Permission::conversations, kl_STAFF_BAR_CONVERSATIONS},
    {Permission::marketing, kl_STAFF_BAR_MARKETING},
    {Permission::reports, kl_STAFF_BAR_REPORTS},
    {Permission::settings, kl_STAFF_BAR_SETTINGS},
};

void expand_into(std::string& text, const std::string& file,
                 const ctemplate::TemplateDictionary& dictionary) {
  ctemplate::StringEmitter emitter(&text);
  if (!ctemplate::ExpandTemplate(file, ctemplate::STRIP_BLANK_LINES, &dictionary, &emitter)) {
    throw std::logic_error("template " + file + " cannot be expanded");
  }
}

constexpr const char* kStandardLogo = "/static/logo.svg";

std::string& current_logo() {
  static std::string url = kStandardLogo;
  return url;
}

}  // namespace

const std::string& logo_url() {
  return current_logo();
}

void set_logo_url(std::string url) {
  current_logo() = url.empty() ? kStandardLogo : std::move(url);
}

Page::Page(const Request& request, std::string file, std::string_view title)
    : request_(request), file_(std::move(file)), layout_("layout"), body_("body") {
  layout_.SetValue(kl_TITLE, std::string(title));
}

void Page::set_description(std::string_view text) {
  is_described_ = true;
  layout_.SetValueAndShowSection(kl_HAS_DESCRIPTION_TEXT, std::string(text), kl_HAS_DESCRIPTION);
}

void Page::set_canonical(std::string_view path) {
  if (request_.site->base_url.empty()) return;
  layout_.SetValueAndShowSection(kl_HAS_CANONICAL_URL, request_.site->base_url + std::string(path),
                                 kl_HAS_CANONICAL);
}

void Page::set_noindex() {
  layout_.ShowSection(kl_NOINDEX);
}

void Page::set_search_text(std::string_view text) {
  layout_.SetValue(kl_SEARCH_TEXT, std::string(text));
}

void Page::fill_bar() {
  if (request_.visitor.is_staff() && request_.path.starts_with("/admin")) {
    auto& bar = *layout_.AddSectionDictionary(kl_STAFF_BAR);
    for (const auto& [permission, section] : kStaffSections) {
      if (request_.visitor.may(permission)) bar.ShowSection(section);
    }
    return;
  }
  layout_.SetValueWithoutCopy(kl_SHOP_BAR, request_.site->shop_bar);
}

void Page::fill_layout() {
  const Site& site = *request_.site;
  const Visitor& visitor = request_.visitor;
  layout_.SetValueWithoutCopy(kl_SHOP_NAME, site.shop_name);
  layout_.SetValueWithoutCopy(kl_LOGO, current_logo());
  layout_.SetValueWithoutCopy(kl_LANGUAGE, site.language);
  if (!is_described_) set_description(request_.say({"site.description", {site.shop_name}}));
  layout_.SetValueWithoutCopy(kl_ASSET_VERSION, site.asset_version);
  fill_bar();
  if (!site.popular_searches.empty()) {
    layout_.SetValueWithoutCopy(kl_POPULAR_SEARCHES, site.popular_searches);
    layout_.ShowSection(kl_HAS_POPULAR);
  }
  if (visitor.is_signed_in()) {
    auto& signed_in = *layout_.AddSectionDictionary(kl_SIGNED_IN);
    signed_in.SetValueWithoutCopy(kl_SIGNED_IN_NAME, visitor.name);
    signed_in.SetValue(kl_SIGNED_IN_CSRF, request_.csrf_token());
    if (visitor.is_staff()) layout_.ShowSection(kl_STAFF);
  } else {
    layout_.ShowSection(kl_SIGNED_OUT);
  }
  if (const int pieces = visitor.cart_pieces(); pieces > 0) {
    layout_.AddSectionDictionary(kl_CART_PIECES)->SetIntValue(kl_CART_PIECES_COUNT, pieces);
  }
  if (!request_.notice.empty()) {
    const std::string sentence = request_.say(request_.notice);
    if (request_.notice_is_warning) {
      layout_.SetValueAndShowSection(kl_WARNING_TEXT, sentence, kl_WARNING);
    } else {
      layout_.SetValueAndShowSection(kl_NOTICE_TEXT, sentence, kl_NOTICE);
    }
  }
}

std::string Page::expand_layout(std::string_view body) {
  fill_layout();
  layout_.SetValueWithoutCopy(kl_BODY, ctemplate::TemplateString(body.data(), body.size()));
  std::string text;
  text.reserve(body.size() + kUsualPage);
  expand_into(text, "layout.tpl", layout_);
  return text;
}

Response Page::render(int status) {
  std::string body;
  body.reserve(kUsualPage);
  expand_into(body, file_, body_);
  Response response;
  response.status = status;
  response.body = expand_layout(body);
  return response;
}

Page::Halves Page::render_halves() {
  // A mark that no value can contain: NUL never passes into a request.
  static const std::string kCut("\0cut\0", 5);
  const std::string whole = expand_layout(kCut);
  const std::size_t at = whole.find(kCut);
  if (at == std::string::npos) throw std::logic_error("layout.tpl shows no body");
  return {whole.substr(0, at), whole.substr(at + kCut.size())};
}

std::string expand(const std::string& file, const ctemplate::TemplateDictionary& dictionary) {
  std::string text;
  expand_into(text, file, dictionary);
  return text;
}

void load_templates(const std::string& folder) {
  namespace fs = std::filesystem;
  auto* cache = ctemplate::mutable_default_template_cache();
  cache->SetTemplateRootDirectory(folder);
  if (!fs::is_directory(folder)) throw std::runtime_error(folder + ": no such folder of templates");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".tpl") continue;
    const std::string name = fs::relative(entry.path(), folder).string();
    if (!cache->LoadTemplate(name, ctemplate::STRIP_BLANK_LINES)) {
      throw std::runtime_error("template " + name + " is broken");
    }
  }
  // Frozen: no look at the files for each page. A changed template needs a reload (SIGHUP).
  cache->Freeze();
}

}  // namespace web
