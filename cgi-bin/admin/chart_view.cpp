#include "admin/chart_view.h"

#include <array>
#include <cstdio>

#include "_chart.tpl.varnames.h"
#include "analytics/chart.h"
#include "base/text.h"

namespace admin {
namespace {

constexpr std::size_t kMostWords = 26;  // characters beside a bar
constexpr double kWordsGap = 8;
constexpr double kBelow = 30;    // room for words below columns
constexpr double kBaseline = 5;  // from the middle of a line of words to its foot

/// One decimal is finer than any screen.
std::string coordinate(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

void fill_columns(ctemplate::TemplateDictionary& chart, const Picture& picture) {
  auto& columns = *chart.AddSectionDictionary(k_c_COLUMNS);
  columns.SetIntValue(k_c_COLUMNS_WIDTH, analytics::kChartWidth);
  columns.SetValue(k_c_COLUMNS_FLOOR, coordinate(analytics::kColumnsHeight - kBelow));
  columns.SetValue(k_c_COLUMNS_WORDS_Y, coordinate(analytics::kColumnsHeight - kWordsGap));
  columns.SetValue(k_c_COLUMNS_TOP, picture.top);
  columns.SetValue(k_c_COLUMNS_FIRST, picture.labels.front());
  columns.SetValue(k_c_COLUMNS_LAST, picture.labels.back());
  const auto boxes = analytics::columns_of(picture.values);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    auto& column = *columns.AddSectionDictionary(k_c_COLUMN);
    column.SetValue(k_c_COLUMN_X, coordinate(boxes[i].x));
    column.SetValue(k_c_COLUMN_Y, coordinate(boxes[i].y));
    column.SetValue(k_c_COLUMN_WIDTH, coordinate(boxes[i].width));
    column.SetValue(k_c_COLUMN_HEIGHT, coordinate(boxes[i].height));
    column.SetValue(k_c_COLUMN_TITLE, picture.labels[i] + ": " + picture.numbers[i]);
  }
}

void fill_bars(ctemplate::TemplateDictionary& chart, const Picture& picture) {
  const auto boxes = analytics::bars_of(picture.values);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const analytics::Box& box = boxes[i];
    auto& bar = *chart.AddSectionDictionary(k_c_BAR);
    bar.SetValue(k_c_BAR_X, coordinate(box.x));
    bar.SetValue(k_c_BAR_Y, coordinate(box.y));
    bar.SetValue(k_c_BAR_WIDTH, coordinate(box.width));
    bar.SetValue(k_c_BAR_HEIGHT, coordinate(box.height));
    bar.SetValue(k_c_BAR_WORDS, shortened(picture.labels[i], kMostWords));
    bar.SetValue(k_c_BAR_WORDS_X, coordinate(box.x - kWordsGap));
    bar.SetValue(k_c_BAR_WORDS_Y, coordinate(box.y + box.height / 2 + kBaseline));
    bar.SetValue(k_c_BAR_NUMBER, picture.numbers[i]);
    bar.SetValue(k_c_BAR_NUMBER_X, coordinate(box.x + box.width + kWordsGap));
  }
}

}  // namespace

void fill_chart(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& marker,
                const Picture& picture) {
  if (picture.values.empty()) return;
  auto& chart = *page.AddIncludeDictionary(marker);
  chart.SetFilename("admin/_chart.tpl");
  const bool is_columns = picture.drawing == analytics::Drawing::columns;
  chart.SetIntValue(k_c_WIDTH, analytics::kChartWidth);
  chart.SetIntValue(k_c_HEIGHT,
                    is_columns ? analytics::kColumnsHeight
                               : analytics::kBarHeight * static_cast<int>(picture.values.size()));
  chart.SetValue(k_c_LABEL, picture.label);
  if (is_columns) {
    fill_columns(chart, picture);
  } else {
    fill_bars(chart, picture);
  }
}

}  // namespace admin
