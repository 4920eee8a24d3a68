/// visitor.h - the person behind a request, as the database knows him now.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace web {

enum class Role { guest, customer, staff, admin };

/// What a member of staff may be allowed, area by area; an admin may all of it.
enum class Permission {
  orders,
  products,
  stock,
  customers,
  conversations,
  marketing,  // promotions, reviews
  reports,
  settings,
};
inline constexpr std::array<std::pair<std::string_view, Permission>, 8> kPermissions{{
    {"orders", Permission::orders},
    {"products", Permission::products},
    {"stock", Permission::stock},
    {"customers", Permission::customers},
    {"conversations", Permission::conversations},
    {"marketing", Permission::marketing},
    {"reports", Permission::reports},
    {"settings", Permission::settings},
}};

struct Visitor {
  std::int64_t account_id = 0;  // 0: a guest
  Role role = Role::guest;
  std::string name{};                              // first name, or user name: for the page's head
  std::function<int()> count_cart{};               // asked only by pages whose head shows the cart
  std::bitset<kPermissions.size()> permissions{};  // of a member of staff
  bool is_machine = false;  // came with an API key: it has no orders, cart or profile of its own
  bool lacks_second_factor = false;  // staff who must set one up first
  std::string username{};

  int cart_pieces() const { return count_cart ? count_cart() : 0; }
  bool is_signed_in() const { return account_id != 0; }
  bool is_staff() const { return role == Role::staff || role == Role::admin; }
  bool may(Permission permission) const {
    return role == Role::admin ||
           (role == Role::staff && permissions.test(static_cast<std::size_t>(permission)));
  }
};

}  // namespace web
