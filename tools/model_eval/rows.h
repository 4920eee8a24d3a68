/// rows.h - one line per figure: ours beside the baseline's.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analytics/statistics.h"

namespace model_eval {

struct Row {
  std::string data{};    // "online_retail"
  std::string figure{};  // "new items Recall@20"
  analytics::Estimate ours{};
  double baseline = 0;  // as the data's README lists it
  // The baseline's method run here on the very same people, and what ours has more, pair by pair.
  std::optional<double> rerun{};
  analytics::Estimate gain{};
  bool smaller_is_better = false;
};

/// A tie when the interval of the gain over the rerun holds 0; without a rerun, when our interval
/// holds the baseline.
enum class Verdict { better, tie, worse };
Verdict verdict_of(const Row& row);

void print(const std::vector<Row>& rows, std::ostream& out);

/// Fields of a file of tab-separated lines with a head line. Throws std::runtime_error naming the
/// file and line when it cannot be read, or a line has fewer fields than the head.
struct Table {
  std::vector<std::string> head{};
  std::vector<std::vector<std::string>> lines{};
  /// The place of a column; throws std::runtime_error when the file has none of that name.
  std::size_t column(const std::string& name) const;
  std::string file{};
};
Table read_table(const std::filesystem::path& file);

/// Numbers for names, in the order in which they are met.
class Numbers {
 public:
  int of(const std::string& name);
  int count() const { return static_cast<int>(names_.size()); }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_{};
  std::unordered_map<std::string, int> number_of_{};
};

}  // namespace model_eval
