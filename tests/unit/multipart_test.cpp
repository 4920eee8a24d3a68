#include <boost/test/unit_test.hpp>

#include <random>

#include "web/http_error.h"
#include "web/multipart.h"
#include "web/request.h"

using web::BadRequest;
using web::Fields;
using web::Upload;

namespace {

const std::string kType = "multipart/form-data; boundary=AaB";

struct Parsed {
  Fields fields{};
  std::vector<Upload> files{};
};

Parsed parse(const std::string& body, const std::string& type = kType) {
  Parsed parsed;
  web::parse_multipart(type, body, parsed.fields, parsed.files);
  return parsed;
}

std::string part(const std::string& disposition, const std::string& data) {
  return "--AaB\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + data + "\r\n";
}

const std::string kEnd = "--AaB--\r\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(multipart)

BOOST_AUTO_TEST_CASE(fields_and_files_are_told_apart) {
  const std::string bytes("\x89PNG\r\n\x1A\n\0--AaX", 14);
  const Parsed parsed = parse(part("name=\"csrf\"", "token") +
                              part("name=\"picture\"; filename=\"C:\\pics\\lamp.png\"", bytes) +
                              part("name=\"alt\"", "") + kEnd);
  BOOST_TEST(parsed.fields.get("csrf") == "token");
  BOOST_TEST(parsed.fields.has("alt"));
  BOOST_REQUIRE(parsed.files.size() == 1U);
  BOOST_TEST(parsed.files[0].field == "picture");
  BOOST_TEST(parsed.files[0].filename == "lamp.png");
  BOOST_TEST(parsed.files[0].data == bytes);
}

BOOST_AUTO_TEST_CASE(the_boundary_keeps_its_case_and_may_be_quoted) {
  const std::string body = part("name=a", "1") + kEnd;
  BOOST_TEST(parse(body, "Multipart/Form-Data; charset=x; Boundary=\"AaB\"").fields.get("a") ==
             "1");
  BOOST_CHECK_THROW(parse(body, "multipart/form-data; boundary=aab"), BadRequest);
}

BOOST_AUTO_TEST_CASE(a_file_field_left_empty_gives_no_file) {
  BOOST_TEST(parse(part("name=\"picture\"; filename=\"\"", "") + kEnd).files.empty());
}

BOOST_AUTO_TEST_CASE(what_is_broken_or_cut_off_is_refused) {
  const std::string whole = part("name=\"a\"; filename=\"b\"", "content") + kEnd;
  for (std::size_t length = 0; length < whole.size() - 4; ++length) {
    BOOST_CHECK_THROW(parse(whole.substr(0, length)), BadRequest);
  }
  for (const std::string& type :
       {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
        "multipart/form-data; boundary=" + std::string(71, 'x'),
        std::string("multipart/form-data; boundary=\"AaB")}) {
    BOOST_CHECK_THROW(parse(whole, type), BadRequest);
  }
  BOOST_CHECK_THROW(parse("prologue\r\n" + whole), BadRequest);
  BOOST_CHECK_THROW(parse("--AaB\r\nContent-Type: text/plain\r\n\r\nx\r\n" + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse(part("name=\"a", "x") + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse(part("name=\"a\"", std::string("x\0y", 3)) + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse(part("name=\"a\"", "\xFF") + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse(part("name=\"a\"; filename=\"\xFF\"", "x") + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse("--AaB\r\n" + std::string(5000, 'h') + "\r\n\r\nx\r\n" + kEnd),
                    BadRequest);
}

BOOST_AUTO_TEST_CASE(more_parts_files_or_text_than_any_form_has_are_refused) {
  std::string parts;
  for (int i = 0; i < 501; ++i) parts += part("name=\"a\"", "x");
  BOOST_CHECK_THROW(parse(parts + kEnd), BadRequest);
  std::string files;
  for (int i = 0; i < 21; ++i) files += part("name=\"a\"; filename=\"f\"", "x");
  BOOST_CHECK_THROW(parse(files + kEnd), BadRequest);
  BOOST_CHECK_THROW(parse(part("name=\"a\"", std::string(web::kMostBody + 1, 'x')) + kEnd),
                    web::TooLarge);
}

BOOST_AUTO_TEST_CASE(no_mangled_body_gets_further_than_a_refusal) {
  const std::string whole = part("name=\"csrf\"", "token") +
                            part("name=\"p\"; filename=\"a\\\"b.png\"", "\x89PNG\r\n--AaB?") +
                            part("name=\"e\"", "") + kEnd;
  std::mt19937 chance(4711);
  const auto below = [&](std::size_t most) { return chance() % most; };
  const std::string letters = "\r\n-\"\\;= AaB:\0x";
  for (int round = 0; round < 50000; ++round) {
    std::string body = whole;
    for (std::size_t change = 0; change <= below(4); ++change) {
      const std::size_t at = below(body.size());
      switch (below(4)) {
        case 0: body[at] = letters[below(letters.size())]; break;
        case 1: body.erase(at, 1 + below(8)); break;
        case 2: body.insert(at, 1 + below(3), letters[below(letters.size())]); break;
        default: body.insert(at, body.substr(below(body.size()), below(20)));
      }
      if (body.empty()) body = "-";
    }
    try {
      const Parsed parsed = parse(body);
      std::size_t bytes = 0;
      for (const Upload& file : parsed.files) bytes += file.data.size();
      for (const auto& [name, value] : parsed.fields.entries()) bytes += value.size();
      BOOST_REQUIRE(bytes < body.size());
    } catch (const web::HttpError&) {
      continue;
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
