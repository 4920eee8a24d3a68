/// minimise.h - the smallest value of a smooth function of a few numbers, without its slope.
///
/// Source: Nelder and Mead 1965, with the coefficients 1, 2, 1/2, 1/2.
#pragma once

#include <functional>
#include <vector>

namespace predict {

/// Where `value` is smallest near `start`; the same start gives the same answer. Values that are no
/// numbers count as very large.
std::vector<double> minimise(const std::function<double(const std::vector<double>&)>& value,
                             const std::vector<double>& start, int most_steps = 4000);

}  // namespace predict
