/// keys_page.cpp - GET and POST /admin/settings/keys, its file, and revoking a key.
///
/// Template: templates/admin/keys_page.tpl
/// Test:     tests/page/keys_page_test.cpp

#include <algorithm>

#include "accounts/api_keys.h"
#include "admin/machines_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "keys_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings/keys";
constexpr int kShown = 50;
constexpr int kInFile = 100'000;
constexpr std::size_t kMostWords = 100;
constexpr std::size_t kLongestName = 100;
constexpr int kMostDays = 3650;

std::string read_words(const web::Request& request) {
  return shortened(trimmed(request.query.get("q")), kMostWords);
}

const char* state_of(const accounts::ApiKey& key, Instant now) {
  if (key.revoked_at) return "revoked";
  return key.expires_at && *key.expires_at <= now ? "expired" : "good";
}

std::string permissions_text(const web::Request& request, const accounts::ApiKey& key) {
  std::string text;
  for (const std::string& name : key.permissions) {
    text += (text.empty() ? "" : ", ") + request.say({"permission." + name});
  }
  return text.empty() ? request.say({"key.no_permissions"}) : text;
}

void fill_key(ctemplate::TemplateDictionary& row, const web::Request& request,
              const accounts::ApiKey& key) {
  const std::string state = state_of(key, request.now);
  row.SetValue(kkp_KEY_NAME, key.name);
  row.SetValue(kkp_KEY_PREFIX, key.prefix);
  row.SetValue(kkp_KEY_MAY, permissions_text(request, key));
  row.SetValue(kkp_KEY_WRITES, request.say({key.may_write ? "key.writes" : "key.reads"}));
  row.SetValue(kkp_KEY_MAKER, key.maker);
  row.SetValue(kkp_KEY_MADE, to_day_text(key.created_at));
  row.SetValue(kkp_KEY_ENDS,
               key.expires_at ? to_day_text(*key.expires_at) : request.say({"key.never_ends"}));
  row.SetValue(kkp_KEY_USED,
               key.last_used_at ? to_minute_text(*key.last_used_at) : request.say({"key.unused"}));
  row.SetValue(kkp_KEY_STATE, request.say({"key.state_" + state}));
  if (state == "good") {
    auto& revoke = *row.AddSectionDictionary(kkp_KEY_REVOKE);
    revoke.SetIntValue(kkp_KEY_REVOKE_ID, key.id);
    revoke.SetValue(kkp_KEY_REVOKE_CSRF, request.csrf_token());
  }
}

void fill_list(ctemplate::TemplateDictionary& body, const web::Request& request, Shop& shop) {
  const std::string words = read_words(request);
  auto keys =
      accounts::find_keys(shop.db, words, to_integer(request.query.get("before"), 1), kShown + 1);
  body.SetValue(kkp_QUERY, words);
  body.SetValue(kkp_FILE_URL, std::string(kPath) + ".csv?q=" + url_encoded(words));
  if (keys.empty()) return body.ShowSection(kkp_NONE);
  if (keys.size() > kShown) {
    keys.pop_back();
    body.SetValueAndShowSection(kkp_MORE_URL,
                                std::string(kPath) + "?q=" + url_encoded(words) +
                                    "&before=" + std::to_string(keys.back().id),
                                kkp_MORE);
  }
  auto& table = *body.AddSectionDictionary(kkp_TABLE);
  for (const accounts::ApiKey& key : keys) {
    fill_key(*table.AddSectionDictionary(kkp_KEY), request, key);
  }
}

void fill_form(ctemplate::TemplateDictionary& body, const web::Request& request,
               const web::Form& form) {
  body.SetValue(kkp_CSRF, request.csrf_token());
  body.SetValue(kkp_NAME, form.value("name"));
  body.SetValue(kkp_DAYS, form.value("days"));
  if (form.checked("may_write")) body.ShowSection(kkp_WRITES);
  const auto ticked = request.form.all("permission");
  for (const auto& [name, permission] : web::kPermissions) {
    if (!request.visitor.may(permission)) continue;  // nobody hands on what he has not himself
    auto& choice = *body.AddSectionDictionary(kkp_MAY);
    choice.SetValue(kkp_MAY_VALUE, std::string(name));
    choice.SetValue(kkp_MAY_NAME, request.say({"permission." + std::string(name)}));
    if (std::ranges::find(ticked, name) != ticked.end()) choice.ShowSection(kkp_MAY_TICKED);
  }
  form.fill_problems(body);
}

web::Response show(const web::Request& request, Shop& shop, const web::Form& form,
                   const accounts::NewKey* made) {
  web::Page page(request, "admin/keys_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.keys"}));
  page.set_noindex();
  auto& body = page.body();
  if (made != nullptr) {
    auto& fresh = *body.AddSectionDictionary(kkp_MADE);
    fresh.SetValue(kkp_MADE_NAME, made->key.name);
    fresh.SetValue(kkp_MADE_SECRET, made->secret);
  }
  fill_form(body, request, form);
  fill_list(body, request, shop);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

void require_person(const web::Request& request) {
  if (request.has_bearer) throw web::Forbidden("a key makes no keys", {"api.key_needs_person"});
}

web::Response keys_page(const web::Request& request, Shop& shop) {
  return show(request, shop, web::Form(request), nullptr);
}

web::Response keys_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("api-keys");
  add_csv_line(response.body, {"id", "name", "begins_with", "permissions", "may_write", "made_by",
                               "created_at", "expires_at", "last_used_at", "revoked_at"});
  const auto moment = [](const std::optional<Instant>& at) { return at ? to_iso(*at) : ""; };
  for (const accounts::ApiKey& key :
       accounts::find_keys(shop.db, read_words(request), std::nullopt, kInFile)) {
    std::string permissions;
    for (const std::string& name : key.permissions) {
      permissions += (permissions.empty() ? "" : " ") + name;
    }
    add_csv_line(response.body,
                 {std::to_string(key.id), key.name, key.prefix, permissions,
                  key.may_write ? "yes" : "no", key.maker, to_iso(key.created_at),
                  moment(key.expires_at), moment(key.last_used_at), moment(key.revoked_at)});
  }
  return response;
}

web::Response post_key_new(const web::Request& request, Shop& shop) {
  require_person(request);
  web::Form form(request);
  accounts::KeyWish wish{.account_id = request.visitor.account_id,
                         .name = form.text("name", kLongestName, true),
                         .permissions = request.form.all("permission"),
                         .may_write = form.checked("may_write")};
  for (const std::string& name : wish.permissions) {
    if (!web::may_by_name(request.visitor, name))
      throw web::Forbidden("may not give " + shortened(name, 40));
  }
  if (!form.value("days").empty()) {
    const auto days = form.integer("days", 1, kMostDays);
    wish.expires_at = request.now + std::chrono::days(days);
  }
  if (form.has_problems()) return show(request, shop, form, nullptr);
  const accounts::NewKey made = accounts::make_key(shop.db, wish, request.now);
  // Not by way of a redirect: what is shown once must not be kept in a cookie or an address.
  web::Request fresh = request;
  fresh.form = {};
  web::Response response = show(fresh, shop, web::Form(fresh), &made);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

web::Response post_key_revoke(const web::Request& request, Shop& shop) {
  require_person(request);
  if (!accounts::revoke_key(shop.db, request.captured_id("id"), request.now)) {
    return web::redirect_with_warning(kPath, {"key.revoked_before"});
  }
  return web::redirect_after_post(kPath, {"key.revoked"});
}

}  // namespace admin
