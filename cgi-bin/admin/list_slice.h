/// list_slice.h - a page of a list that is short enough to be in memory as a whole: those behind
/// the row that the page before ended with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace admin {

template <class Item>
struct Slice {
  std::vector<Item> items{};
  bool has_more = false;
};

/// `id_of` tells an item's id. Behind an id that is not there (any more) nothing is left out.
template <class Item, class IdOf>
Slice<Item> slice_behind(const std::vector<Item>& all, IdOf id_of, std::int64_t behind,
                         std::size_t limit) {
  auto from = std::ranges::find_if(all, [&](const Item& item) { return id_of(item) == behind; });
  from = from == all.end() ? all.begin() : from + 1;
  const auto left = static_cast<std::size_t>(all.end() - from);
  const auto shown = static_cast<std::ptrdiff_t>(std::min(left, limit));
  return {{from, from + shown}, left > limit};
}

}  // namespace admin
