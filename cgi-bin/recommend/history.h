/// history.h - what people bought, as the models read it: items and people are numbers from 0.
///
/// Units: `day` is days since 1970 in UTC, with fractions.
#pragma once

#include <vector>

namespace recommend {

/// One purchase: different items, in the order in which they were taken.
struct Basket {
  double day = 0;
  std::vector<int> items{};
};

/// One person's purchases, the oldest first.
using Past = std::vector<Basket>;

struct History {
  int items = 0;  // every item is less than this
  std::vector<Past> people{};
};

}  // namespace recommend
