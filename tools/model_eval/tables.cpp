// tables.cpp - yes or no from any table that comes with folds.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/text.h"
#include "model_eval/forecasts.h"
#include "predict/stacked.h"
#include "predict/tabular.h"

namespace model_eval {
namespace {

struct Description {
  std::string features{};
  std::string truth{};
  std::string truth_column{};
  std::string folds{};
  std::string fold_column{};
  std::string id{};
  double baseline = 0.5;
  std::vector<predict::Column> columns{};
};

Description read_description(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  Description description;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream words(line);
    std::string what;
    if (!(words >> what) || what.front() == '#') continue;
    if (what == "features") {
      words >> description.features;
    } else if (what == "truth") {
      words >> description.truth >> description.truth_column;
    } else if (what == "folds") {
      words >> description.folds >> description.fold_column;
    } else if (what == "id") {
      words >> description.id;
    } else if (what == "baseline") {
      words >> description.baseline;
    } else if (what == "number" || what == "category") {
      std::string name;
      std::getline(words >> std::ws, name);
      description.columns.push_back(
          {what == "number" ? predict::Column::Kind::number : predict::Column::Kind::category,
           std::string(trimmed(name)),
           0,
           {}});
    } else {
      throw std::runtime_error(file.string() + ": line " + std::to_string(number) +
                               " starts with the unknown word \"" + what + "\"");
    }
  }
  return description;
}

/// A column of one of the files, by id.
std::map<std::string, std::string> read_column(const std::filesystem::path& file,
                                               const std::string& id, const std::string& column) {
  const Table table = read_table(file);
  std::map<std::string, std::string> values;
  for (const auto& line : table.lines) values[line[table.column(id)]] = line[table.column(column)];
  return values;
}

struct Examples {
  std::vector<predict::Line> lines{};
  std::vector<int> truths{};
  std::vector<std::int64_t> groups{};
};

std::vector<double> answer(const Description& description, const Examples& lesson,
                           const std::vector<predict::Line>& asked) {
  std::vector<predict::Column> columns = description.columns;
  predict::learn_categories(columns, lesson.lines);
  const predict::Numbers rows = predict::encode(columns, lesson.lines);
  predict::require_trainable(rows, lesson.truths, predict::encoded_names(columns));
  predict::StackedSettings settings;
  settings.trees = {.trees = 200, .depth = 3, .rate = 0.05, .least_weight = 10};
  const predict::Stacked model(rows, lesson.truths, lesson.groups, settings);
  return model.chances(predict::encode(columns, asked));
}

}  // namespace

std::vector<Row> tabular_rows(const std::filesystem::path& data,
                              const std::filesystem::path& columns) {
  Description description = read_description(columns);
  const Table table = read_table(data / description.features);
  for (predict::Column& column : description.columns) column.place = table.column(column.name);
  const auto truth =
      read_column(data / description.truth, description.id, description.truth_column);
  const auto fold = read_column(data / description.folds, description.id, description.fold_column);
  std::set<std::string> folds;
  for (const auto& [id, number] : fold) folds.insert(number);
  std::vector<double> said;
  std::vector<int> came;
  double area = 0;
  for (const std::string& held_out : folds) {
    Examples lesson;
    Examples asked;
    std::int64_t number = 0;
    for (const auto& line : table.lines) {
      const std::string& id = line[table.column(description.id)];
      Examples& side = fold.at(id) == held_out ? asked : lesson;
      side.lines.push_back(line);
      side.truths.push_back(std::stoi(truth.at(id)));
      side.groups.push_back(++number);
    }
    const std::vector<double> answers = answer(description, lesson, asked.lines);
    area += analytics::roc_area(answers, asked.truths) / static_cast<double>(folds.size());
    said.insert(said.end(), answers.begin(), answers.end());
    came.insert(came.end(), asked.truths.begin(), asked.truths.end());
  }
  Row row{columns.stem().string(), "AUC, mean of " + std::to_string(folds.size()) + " folds",
          analytics::bootstrap_roc_area(said, came), description.baseline};
  row.ours.value = area;
  return {row};
}

}  // namespace model_eval
