/// api_keys_api.cpp - GET and POST /api/keys, DELETE /api/keys/{id}.
///
/// Test: tests/page/machines_api_test.cpp

#include "accounts/api_keys_api.h"

#include "accounts/api_keys.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace accounts {
namespace {

web::Json to_json(const ApiKey& key) {
  return {{"id", key.id},
          {"name", key.name},
          {"prefix", key.prefix},
          {"permissions", key.permissions},
          {"may_write", key.may_write},
          {"created_at", to_iso(key.created_at)},
          {"expires_at", web::to_json(key.expires_at)},
          {"last_used_at", web::to_json(key.last_used_at)},
          {"revoked_at", web::to_json(key.revoked_at)}};
}

std::vector<std::string> read_permissions(const web::Request& request, web::JsonForm& form) {
  std::vector<std::string> permissions;
  const web::Json& sent = form.value("permissions");
  const bool is_list = sent.is_null() || sent.is_array();
  if (!is_list) form.add_problem("permissions", {"api.permissions"});
  for (const web::Json& name : sent.is_array() ? sent : web::Json::array()) {
    // Nobody hands on what he has not himself.
    if (name.is_string() && web::may_by_name(request.visitor, name.get<std::string>())) {
      permissions.push_back(name.get<std::string>());
    } else {
      form.add_problem("permissions", {"api.permissions_given"});
    }
  }
  return permissions;
}

/// A key makes no keys: else a stolen one could never be revoked for good.
void require_person(const web::Request& request) {
  if (request.has_bearer && request.token_family == 0) {
    throw web::Forbidden("a key makes no keys", {"api.key_needs_person"});
  }
}

}  // namespace

web::Response api_keys(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  const KeyPage page = list_keys(shop.db, wish.after, wish.per_page);
  web::Json items = web::Json::array();
  for (const ApiKey& key : page.keys) items.push_back(to_json(key));
  return web::json_response(web::list_answer(request, std::move(items), page.total,
                                             page.has_more ? page.keys.back().id : 0));
}

web::Response api_key_create(const web::Request& request, Shop& shop) {
  require_person(request);
  web::JsonForm form(request);
  KeyWish wish{.account_id = request.visitor.account_id,
               .name = form.text("name", 100, true),
               .permissions = read_permissions(request, form),
               .may_write = form.boolean("may_write", false)};
  const std::int64_t days = form.integer("expires_in_days", 1, 3650, 0);
  form.require_good();
  if (days > 0) wish.expires_at = request.now + std::chrono::days(days);
  const NewKey made = make_key(shop.db, wish, request.now);
  web::Json json = to_json(made.key);
  json["key"] = made.secret;
  return web::json_response(json, 201);
}

web::Response api_key_revoke(const web::Request& request, Shop& shop) {
  require_person(request);
  if (!revoke_key(shop.db, request.captured_id("id"), request.now)) throw web::NotFound("key");
  return web::no_content();
}

}  // namespace accounts
