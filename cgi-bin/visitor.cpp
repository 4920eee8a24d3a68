#include "visitor.h"

#include "base/text.h"
#include "visitor.sql.h"

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

void identify_visitor(web::Request& request, Shop& shop) {
  const web::Session& session = request.session;
  if (session.fresh) return;
  if (!session.is_signed_in()) {
    const auto row = shop.db.first(sql::visitor::guest_by_key, session.visitor);
    if (row) request.visitor.cart_pieces = row->small("cart_pieces");
    return;
  }
  const auto row =
      shop.db.first(sql::visitor::customer_by_session, session.account_id, session.epoch);
  if (!row) {
    request.session = web::new_session(request.now);
    request.session.expired = true;
    return;
  }
  request.visitor = {
      .account_id = session.account_id,
      .role = to_role(row->text("role")),
      .name = row->string("name"),
      .cart_pieces = row->small("cart_pieces"),
      .permissions = to_permissions(row->text("permissions")),
  };
}
