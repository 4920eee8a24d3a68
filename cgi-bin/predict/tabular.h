/// tabular.h - any table of texts as rows of numbers, by a list of its columns: nothing here knows
/// what the columns are about.
///
///   # what       name
///   category     Contract
///   number       MonthlyCharges
///
/// A category becomes one column per value that was met when the encoding was made; a number stays
/// one; an empty or unreadable number is missing (NaN).
#pragma once

#include <string>
#include <vector>

#include "predict/logistic.h"

namespace predict {

struct Column {
  enum class Kind { number, category };
  Kind kind = Kind::number;
  std::string name{};
  std::size_t place = 0;              // in the lines
  std::vector<std::string> values{};  // of a category, sorted
};

using Line = std::vector<std::string>;

/// Fills in the values of the categories. Values are taken from `lines` only.
void learn_categories(std::vector<Column>& columns, const std::vector<Line>& lines);

Numbers encode(const std::vector<Column>& columns, const std::vector<Line>& lines);

/// "Contract=Two year" or "MonthlyCharges": one per encoded column.
std::vector<std::string> encoded_names(const std::vector<Column>& columns);

}  // namespace predict
