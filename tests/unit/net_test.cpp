// Which addresses are nobody else's business.
#include "base/net.h"

#include <boost/test/unit_test.hpp>

#include "base/hash.h"

BOOST_AUTO_TEST_SUITE(net)

BOOST_AUTO_TEST_CASE(machines_of_ones_own_are_special_in_every_spelling) {
  for (const char* address : {"127.0.0.1",
                              "127.9.9.9",
                              "10.0.0.1",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "169.254.169.254",
                              "0.0.0.0",
                              "100.64.0.1",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::1",
                              "::",
                              "fe80::1",
                              "fc00::1",
                              "fd12::1",
                              "::ffff:10.0.0.1",
                              "64:ff9b::7f00:1",
                              "2002:7f00:1::",
                              "2001:db8::1",
                              "ff02::1",
                              "nonsense",
                              ""}) {
    BOOST_TEST(is_special_address(address), address);
  }
}

BOOST_AUTO_TEST_CASE(public_machines_are_not) {
  for (const char* address : {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1",
                              "2606:4700:4700::1111", "::ffff:8.8.8.8"}) {
    BOOST_TEST(!is_special_address(address), address);
    BOOST_TEST(!is_inside_address(address), address);
  }
}

BOOST_AUTO_TEST_CASE(inside_is_loopback_and_private_networks) {
  for (const char* address : {"127.0.0.1", "::1", "10.1.2.3", "192.168.0.9", "fd00::1"}) {
    BOOST_TEST(is_inside_address(address), address);
  }
  BOOST_TEST(!is_inside_address("169.254.169.254"));
  BOOST_TEST(!is_inside_address("192.0.2.1"));
}

BOOST_AUTO_TEST_CASE(a_mac_is_that_of_the_standard) {
  // RFC 4231, test case 2.
  BOOST_TEST(hmac_sha256("Jefe", "what do ya want for nothing?") ==
             "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
  // Nothing stays of the last key, and an empty one is a key too (RFC 2104, section 2).
  BOOST_TEST(hmac_sha256_hex("", "") ==
             "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

BOOST_AUTO_TEST_SUITE_END()
