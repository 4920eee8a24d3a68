/// json_items.h - the elements of a JSON list one by one, each with its line, so that one broken
/// element costs itself only.
///
/// Source: RFC 8259. Both "[…]" and an object that holds the list ("{"products": […], …}") are
/// read. Errors: Refused when there is no list or it does not end.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace importer {

struct JsonItem {
  std::int64_t line = 0;    // where it begins in the file, from 1
  std::string_view text{};  // its bytes
};

/// `name` is the file's, for the error.
std::vector<JsonItem> json_items(std::string_view bytes, const std::string& name);

/// An element as a JSON object; nothing when it is no JSON, no object or nested too deeply.
std::optional<nlohmann::json> parse_item(std::string_view text);

/// The text below `key`, without spaces around it; empty when it is missing or no text. A text that
/// the database cannot hold (NUL) or longer than `most` characters is nothing.
std::optional<std::string> text_of(const nlohmann::json& object, const char* key, std::size_t most);

/// The whole number below `key` within [least, most]; nothing when it is anything else.
std::optional<std::int64_t> whole_of(const nlohmann::json& object, const char* key,
                                     std::int64_t least, std::int64_t most);

/// The number below `key` within [0, most]; nothing when it is anything else.
std::optional<double> number_of(const nlohmann::json& object, const char* key, double most);

}  // namespace importer
