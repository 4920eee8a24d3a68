#include "model_eval/rows.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <ostream>
#include <stdexcept>

#include "base/text.h"

namespace model_eval {

Verdict verdict_of(const Row& row) {
  const double low = row.rerun ? row.gain.low : row.ours.low - row.baseline;
  const double high = row.rerun ? row.gain.high : row.ours.high - row.baseline;
  if (low <= 0 && high >= 0) return Verdict::tie;
  return (low > 0) != row.smaller_is_better ? Verdict::better : Verdict::worse;
}

void print(const std::vector<Row>& rows, std::ostream& out) {
  out << std::left << std::setw(15) << "data" << std::setw(34) << "figure" << std::right
      << std::setw(9) << "ours" << std::setw(20) << "95 % interval" << std::setw(10) << "baseline"
      << std::setw(10) << "rerun"
      << "  verdict\n";
  for (const Row& row : rows) {
    const int digits = row.ours.value >= 10 ? 2 : 4;
    out << std::left << std::setw(15) << row.data << std::setw(34) << row.figure << std::right
        << std::fixed << std::setprecision(digits) << std::setw(9) << row.ours.value
        << std::setw(10) << row.ours.low << " …" << std::setw(8) << row.ours.high << std::setw(10)
        << row.baseline;
    if (row.rerun) {
      out << std::setw(10) << *row.rerun;
    } else {
      out << std::setw(10) << "-";
    }
    switch (verdict_of(row)) {
      case Verdict::better: out << "  better\n"; break;
      case Verdict::tie: out << "  tie\n"; break;
      case Verdict::worse: out << "  worse\n"; break;
    }
  }
  out.flush();
}

std::size_t Table::column(const std::string& name) const {
  const auto found = std::find(head.begin(), head.end(), name);
  if (found == head.end()) throw std::runtime_error(file + ": no column \"" + name + "\"");
  return static_cast<std::size_t>(found - head.begin());
}

Table read_table(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  Table table;
  table.file = file.string();
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> fields;
    for (const std::string_view field : split(line, '\t')) fields.emplace_back(field);
    if (table.head.empty()) {
      table.head = std::move(fields);
    } else if (fields.size() >= table.head.size()) {
      table.lines.push_back(std::move(fields));
    } else {
      throw std::runtime_error(file.string() + ": line " + std::to_string(table.lines.size() + 2) +
                               " has too few fields");
    }
  }
  return table;
}

int Numbers::of(const std::string& name) {
  const auto [place, is_new] = number_of_.try_emplace(name, count());
  if (is_new) names_.push_back(name);
  return place->second;
}

}  // namespace model_eval
