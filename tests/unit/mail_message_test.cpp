#include <boost/test/unit_test.hpp>

#include "mail/message.h"

namespace {

using namespace std::chrono;

const Instant kNoon{sys_days(year(2026) / March / 1) + hours(12)};

std::string message_of(const mail::Letter& letter) {
  return mail::compose({"Lüm & Co", "", "shop@shop.example", "USD"},
                       {"alice@example.com", "key-1", kNoon}, letter);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_message)

BOOST_AUTO_TEST_CASE(says_when_it_was_written_and_keeps_its_name_at_every_try) {
  const std::string first = message_of({"Hello", "text", "<p>html</p>"});

  BOOST_TEST(holds(first, "Date: Sun, 01 Mar 2026 12:00:00 +0000\r\n"));
  BOOST_TEST(holds(first, "Message-ID: <key-1@shop.example>\r\n"));
  BOOST_TEST(first == message_of({"Hello", "text", "<p>html</p>"}));
}

BOOST_AUTO_TEST_CASE(has_no_line_longer_than_mail_servers_take) {
  const std::string text = message_of({std::string(300, 'x'), std::string(5000, 'y'), "é"});
  std::size_t begin = text.find("\r\n\r\n");
  for (std::size_t end = 0; end != std::string::npos; begin = end + 2) {
    end = text.find("\r\n", begin);
    BOOST_TEST(text.substr(begin, end - begin).size() <= 76u);
  }
}

BOOST_AUTO_TEST_CASE(text_beyond_ascii_travels_encoded) {
  const std::string text = message_of({"Grüße aus Köln", "naïve = café\n", "ü"});

  BOOST_TEST(holds(text, "Subject: =?UTF-8?B?R3LDvMOfZSBhdXMgS8O2bG4=?=\r\n"));
  BOOST_TEST(holds(text, "From: =?UTF-8?B?TMO8bSAmIENv?= <shop@shop.example>"));
  BOOST_TEST(holds(text, "na=C3=AFve =3D caf=C3=A9\r\n"));
}

BOOST_AUTO_TEST_CASE(long_subjects_are_cut_between_characters) {
  std::string subject;
  for (int i = 0; i < 40; ++i) subject += "ü";
  const std::string encoded = mail::encoded_header(subject);

  // 45 bytes would end within the 23rd letter; 44 do not.
  BOOST_TEST(encoded.starts_with("=?UTF-8?B?w7zDvMO8"));
  BOOST_TEST(encoded.find("?=\r\n =?UTF-8?B?") == 10u + 60u);
}

BOOST_AUTO_TEST_CASE(spaces_at_line_ends_survive) {
  BOOST_TEST(mail::quoted_printable("-- \nShop") == "--=20\r\nShop");
}

BOOST_AUTO_TEST_CASE(an_address_that_would_change_the_headers_is_not_written_to) {
  for (const char* address :
       {"", "alice", "@example.com", "alice@", "a\r\nBcc: b@example.com", "a b@example.com",
        "<a@example.com>", "a@example.com,b@example.com", "-oQ@example.com", "a\x01@example.com"}) {
    BOOST_TEST(!mail::is_sendable_address(address), address);
  }
  BOOST_TEST(mail::is_sendable_address("alice+shop@example.com"));
  BOOST_TEST(mail::is_sendable_address("jörg@exämple.de"));
}

BOOST_AUTO_TEST_SUITE_END()
