/// json_text.h - JSON written straight into a text, for answers that are asked for often: building
/// a tree of values first costs three times as much.
///
///   web::JsonText json;
///   json.open('{').key("id").number(7).key("name").text(name).close('}');
///
/// Commas are put by itself; brackets are the caller's to pair. Texts must be clean UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/money.h"
#include "web/response.h"

namespace web {

class JsonText {
 public:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  JsonText& key(std::string_view name);
  JsonText& text(std::string_view value);
  JsonText& number(std::int64_t value);
  JsonText& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonText& null() { return raw("null"); }
  /// JSON that is written already.
  JsonText& raw(std::string_view json);
  /// "name": "19.99", "name_cents": 1999
  JsonText& money(std::string_view name, Money amount);
  /// A text, or null when it is empty.
  JsonText& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }

  const std::string& str() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  void before_value();
  void add_quoted(std::string_view value);
  std::string text_{};
  bool needs_comma_ = false;
};

/// 200 with this JSON.
Response json_text_response(std::string json);

}  // namespace web
