/// query.h - what a search is asked: words, filters, order, page.
///
/// Units: prices are whole cents; `page` counts from 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"

namespace search {

class WordRules;
struct Taste;

enum class Sort { relevance, price_up, price_down, rating, newest, popular };

/// "<", ">", "=" and a number: what the shop's own filter form offers for price and stock.
struct Comparison {
  char sign = '<';
  std::int64_t value = 0;  // cents, or pieces
};

struct AttributeFilter {
  std::string name{};
  std::vector<std::string> values{};  // any of them
};

struct Query {
  std::string text{};
  bool exact = false;                 // neither mend the spelling nor think of other words
  bool plain = false;                 // words are words: none is read as a filter
  std::string category{};             // slug; a parent stands for its children as well
  std::vector<std::string> brands{};  // any of them
  std::optional<Money> min_price{};
  std::optional<Money> max_price{};
  std::optional<Comparison> price{};
  std::optional<Comparison> stock{};
  bool in_stock_only = false;
  int min_stars = 0;
  std::vector<AttributeFilter> attributes{};
  Sort sort = Sort::relevance;
  int page = 1;
  int per_page = 24;
  std::int64_t after = 0;            // the product that the last page ended with, instead of `page`
  const WordRules* rules = nullptr;  // instead of the index's own: to try them out
  const Taste* taste = nullptr;      // of the visitor, if he has shown one: moves near ties
};

}  // namespace search
