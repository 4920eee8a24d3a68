#include <boost/test/unit_test.hpp>

#include "web/route.h"

using web::Access;
using web::Role;

namespace {

web::Visitor staff_who_may(web::Permission permission) {
  web::Visitor visitor{.account_id = 1, .role = Role::staff};
  visitor.permissions.set(static_cast<std::size_t>(permission));
  return visitor;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(who_may)

BOOST_AUTO_TEST_CASE(staff_may_what_they_were_allowed_and_nothing_else) {
  const web::Visitor packer = staff_who_may(web::Permission::orders);
  BOOST_TEST(is_allowed(Access::staff, packer));
  BOOST_TEST(is_allowed(Access::orders, packer));
  BOOST_TEST(!is_allowed(Access::stock, packer));
  BOOST_TEST(!is_allowed(Access::settings, packer));
  BOOST_TEST(!is_allowed(Access::admin, packer));
}

BOOST_AUTO_TEST_CASE(an_admin_may_everything) {
  const web::Visitor admin{.account_id = 1, .role = Role::admin};
  for (const Access access : {Access::staff, Access::admin, Access::orders, Access::settings}) {
    BOOST_TEST(is_allowed(access, admin));
  }
}

BOOST_AUTO_TEST_CASE(permissions_left_on_a_customer_open_nothing) {
  web::Visitor visitor = staff_who_may(web::Permission::orders);
  visitor.role = Role::customer;
  BOOST_TEST(is_allowed(Access::customer, visitor));
  BOOST_TEST(!is_allowed(Access::orders, visitor));
  BOOST_TEST(!is_allowed(Access::staff, visitor));
}

BOOST_AUTO_TEST_SUITE_END()
