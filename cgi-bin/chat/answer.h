/// answer.h - what an act found, before it is put into words.
///
/// Every name and number that an answer says is a Value with the cell of the database that it came
/// from. A sentence is a key of templates/messages.<language>.txt and the values put into it.
#pragma once

#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "chat/proposal.h"

namespace chat {

/// The source of words that the visitor used himself.
inline constexpr const char* kFromQuestion = "question";

struct Value {
  std::string text{};
  std::string source{};  // "product 42 price_cents"
  bool is_key = false;   // `text` is a key of the message file: "country.us"
};

struct Line {
  std::string key{};
  std::vector<Value> values{};
};

struct Answer {
  std::vector<Line> lines{};
  std::vector<std::int64_t> products{};  // shown as cards, in this order
  std::vector<Proposal> proposals{};     // buttons
  std::string not_found{};               // what was asked for and nothing matches
  bool wants_person = false;             // staff are to see it

  void say(std::string key, std::vector<Value> values = {}) {
    lines.push_back({std::move(key), std::move(values)});
  }
};

/// A cell of a product: {"Aurora Lamp", "product 42 name"}.
Value name_of(const catalog::ProductCard& product);
Value price_of(const catalog::ProductCard& product, const std::string& currency);
Value stock_of(const catalog::ProductCard& product);
Value rating_of(const catalog::ProductCard& product);   // "4.5"
Value reviews_of(const catalog::ProductCard& product);  // how many

/// A number of rows that were counted.
Value count_of(std::int64_t number, std::string what);

/// Words of the visitor's, quoted.
Value quoted(std::string words);

}  // namespace chat
