#include "predict/tabular.h"

#include <cstdlib>
#include <limits>
#include <set>

namespace predict {
namespace {

double to_number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' ? std::numeric_limits<double>::quiet_NaN() : value;
}

}  // namespace

void learn_categories(std::vector<Column>& columns, const std::vector<Line>& lines) {
  for (Column& column : columns) {
    if (column.kind != Column::Kind::category) continue;
    std::set<std::string> values;
    for (const Line& line : lines) values.insert(line.at(column.place));
    column.values.assign(values.begin(), values.end());
  }
}

Numbers encode(const std::vector<Column>& columns, const std::vector<Line>& lines) {
  Numbers rows{encoded_names(columns).size(), {}};
  for (const Line& line : lines) {
    for (const Column& column : columns) {
      const std::string& text = line.at(column.place);
      if (column.kind == Column::Kind::number) {
        rows.values.push_back(to_number(text));
      } else {
        for (const std::string& value : column.values) rows.values.push_back(text == value ? 1 : 0);
      }
    }
  }
  return rows;
}

std::vector<std::string> encoded_names(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) {
    if (column.kind == Column::Kind::number) names.push_back(column.name);
    for (const std::string& value : column.values) names.push_back(column.name + "=" + value);
  }
  return names;
}

}  // namespace predict
