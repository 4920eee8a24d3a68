#include "web/json_text.h"

#include <array>
#include <charconv>
#include <cstring>

namespace web {

void JsonText::before_value() {
  if (needs_comma_) text_ += ',';
  needs_comma_ = true;
}

namespace {

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Where the next letter that needs an escape stands, or the end. Eight letters at a time: hardly
/// any needs one. Source of the tests for a byte inside a word: Hacker's Delight, section 6-1.
std::size_t next_escape(std::string_view value, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  for (; at + 8 <= value.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, value.data() + at, 8);
    const auto is_zero = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHighs; };
    const std::uint64_t is_control = (eight - kOnes * 0x20) & ~eight & kHighs;
    if ((is_control | is_zero(eight ^ (kOnes * '"')) | is_zero(eight ^ (kOnes * '\\'))) != 0) break;
  }
  while (at < value.size() && !needs_escape(value[at])) ++at;
  return at;
}

}  // namespace

/// As RFC 8259, section 7, demands; everything else is sent as it is.
void JsonText::add_quoted(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  text_ += '"';
  std::size_t plain = 0;  // where what needs no escape began
  for (std::size_t at = next_escape(value, 0); at < value.size(); at = next_escape(value, at + 1)) {
    const char c = value[at];
    const auto byte = static_cast<unsigned char>(c);
    text_.append(value, plain, at - plain);
    plain = at + 1;
    switch (c) {
      case '"': text_ += "\\\""; break;
      case '\\': text_ += "\\\\"; break;
      case '\n': text_ += "\\n"; break;
      case '\r': text_ += "\\r"; break;
      case '\t': text_ += "\\t"; break;
      default:
        text_ += "\\u00";
        text_ += kHex[byte >> 4U];
        text_ += kHex[byte & 0xFU];
    }
  }
  text_.append(value, plain);
  text_ += '"';
}

JsonText& JsonText::open(char bracket) {
  before_value();
  text_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  before_value();
  add_quoted(name);
  text_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  before_value();
  add_quoted(value);
  return *this;
}

JsonText& JsonText::number(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

JsonText& JsonText::raw(std::string_view json) {
  before_value();
  text_ += json;
  return *this;
}

JsonText& JsonText::money(std::string_view name, Money amount) {
  key(name).text(to_decimal(amount));
  return key(std::string(name) + "_cents").number(amount.cents);
}

Response json_text_response(std::string json) {
  Response response;
  response.content_type = "application/json";
  response.body = std::move(json);
  response.is_api = true;
  return response;
}

}  // namespace web
