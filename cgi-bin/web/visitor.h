/// visitor.h - the person behind a request, as the database knows him now.
#pragma once

#include <cstdint>
#include <string>

namespace web {

enum class Role { guest, customer, staff, admin };

struct Visitor {
  std::int64_t account_id = 0;  // 0: a guest
  Role role = Role::guest;
  std::string name{};  // first name, or user name: for the page's head
  int cart_pieces = 0;

  bool is_signed_in() const { return account_id != 0; }
  bool is_staff() const { return role == Role::staff || role == Role::admin; }
};

}  // namespace web
