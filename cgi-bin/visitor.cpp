#include "visitor.h"

#include "accounts/api_keys.h"
#include "api_keys.sql.h"
#include "base/hash.h"
#include "base/text.h"
#include "visitor.sql.h"
#include "web/http_error.h"
#include "web/token.h"

namespace {

web::Role to_role(std::string_view text) {
  if (text == "admin") return web::Role::admin;
  if (text == "staff") return web::Role::staff;
  return web::Role::customer;
}

std::bitset<web::kPermissions.size()> to_permissions(std::string_view names) {
  std::bitset<web::kPermissions.size()> permissions;
  for (const std::string_view name : split(names, ' ')) {
    for (const auto& [known, permission] : web::kPermissions) {
      if (known == name) permissions.set(static_cast<std::size_t>(permission));
    }
  }
  return permissions;
}

}  // namespace

namespace {

/// "Bearer …" in any case of letters; nothing for other schemes.
std::optional<std::string_view> bearer_of(const web::Request& request) {
  const std::string& text = request.header("authorization");
  constexpr std::string_view kScheme = "bearer ";
  if (to_lower(std::string_view(text).substr(0, kScheme.size())) != kScheme) return std::nullopt;
  return trimmed(std::string_view(text).substr(kScheme.size()));
}

void fill_visitor(web::Request& request, std::int64_t account_id, const db::Row& row) {
  request.visitor = {
      .account_id = account_id,
      .role = to_role(row.text("role")),
      .name = row.string("name"),
      .count_cart = [pieces = row.small("cart_pieces")] { return pieces; },
      .permissions = to_permissions(row.text("permissions")),
      .lacks_second_factor = row.boolean("lacks_second_factor"),
      .username = row.string("username"),
  };
}

void identify_bearer(web::Request& request, Shop& shop, std::string_view token) {
  request.has_bearer = true;
  // A token speaks for itself: whatever cookies came along do not count.
  request.session = web::new_session(request.now);
  const auto read = web::read_token(request.site->signer, web::issuer_of(*request.site),
                                    web::kAccessAudience, token, request.now);
  if (const auto* problem = std::get_if<web::TokenProblem>(&read)) {
    request.token_problem = web::to_text(*problem);
    return;
  }
  const web::Claims& claims = std::get<web::Claims>(read);
  const auto row = shop.db.first(sql::visitor::customer_by_token, claims.account_id, claims.epoch,
                                 claims.family);
  if (!row) {
    request.token_problem = "the token was revoked";
    return;
  }
  request.token_family = claims.family;
  fill_visitor(request, claims.account_id, *row);
}

/// A machine: what its key names of what its maker may, as staff.
void identify_key(web::Request& request, Shop& shop, std::string_view key) {
  request.has_bearer = true;
  request.session = web::new_session(request.now);
  const auto row = shop.db.first(sql::api_keys::visitor_by_key, sha256(key), request.now);
  if (!row) {
    request.token_problem = "the API key is unknown, has expired or was revoked";
    return;
  }
  if (!request.is_get() && !row->boolean("may_write")) {
    throw web::Forbidden("a key that only reads", {"api.key_reads_only"});
  }
  request.visitor.account_id = row->integer("account_id");
  request.visitor.role = web::Role::staff;
  request.visitor.is_machine = true;
  request.visitor.lacks_second_factor = row->boolean("lacks_second_factor");
  request.visitor.name = row->string("name");
  request.visitor.username = row->string("username");
  request.visitor.permissions = to_permissions(row->text("permissions"));
}

/// How many pieces are in a guest's cart. Only the page's head shows it, so the question travels
/// with the page's own first query.
std::function<int()> cart_counter(db::Connection& db, const std::string& key) {
  return [pieces = db::Later(db, sql::visitor::guest_by_key, key)] {
    try {
      return pieces.rows()[0].small("cart_pieces");
    } catch (const std::exception&) {
      return 0;  // the page that says that the database is away is written all the same
    }
  };
}

void identify(web::Request& request, Shop& shop) {
  const std::string& key = request.header("x-api-key");
  if (!key.empty()) return identify_key(request, shop, key);
  if (const auto token = bearer_of(request)) {
    const bool is_key = token->starts_with(accounts::kKeyStart);
    return is_key ? identify_key(request, shop, *token) : identify_bearer(request, shop, *token);
  }
  const web::Session& session = request.session;
  if (session.fresh) return;
  if (!session.is_signed_in()) {
    request.visitor.count_cart = cart_counter(shop.db, session.visitor);
    return;
  }
  const auto row = shop.db.first(sql::visitor::customer_by_session, session.account_id,
                                 session.epoch, sha256(session.visitor));
  if (!row) {
    request.session = web::new_session(request.now);
    request.session.expired = true;
    return;
  }
  fill_visitor(request, session.account_id, *row);
}

/// Tells the database whose changes these are: the audit log names him. What anybody else does on
/// the same connection afterwards is not his.
void name_actor(const web::Request& request, Shop& shop) {
  const web::Visitor& visitor = request.visitor;
  const bool acts = visitor.is_staff() && !request.is_get();
  if (!acts && !shop.actor_is_named) return;
  shop.db.run(sql::visitor::set_actor, acts ? std::to_string(visitor.account_id) : "",
              acts ? visitor.username : "", acts ? request.remote_address : "",
              acts ? request.id : "");
  shop.actor_is_named = acts;
}

}  // namespace

void identify_visitor(web::Request& request, Shop& shop) {
  identify(request, shop);
  name_actor(request, shop);
}
