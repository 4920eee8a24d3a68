/// growth.h - a catalogue of any size, made from a small one: what search costs as a shop grows.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index.h"

namespace search_eval {

/// `count` products made from real ones: their words, in turn a series name that makes each copy
/// its own thing, and brand, category, colour, material, price and stock that a shop has and a list
/// of titles has not. The same every time.
std::vector<search::Document> grown(const std::vector<search::Document>& real, std::size_t count);

/// Two hundred categories in twenty groups, as `grown` uses them.
std::vector<search::CategoryNode> grown_categories();

}  // namespace search_eval
