/// chart_view.h - a report as a picture.
#pragma once

#include <string>
#include <vector>

#include "analytics/reports.h"
#include "web/template.h"

namespace admin {

/// What a picture shows: one value for each label, and the value as words.
struct Picture {
  std::string label{};  // what a screen reader says of the whole
  analytics::Drawing drawing = analytics::Drawing::bars;
  std::vector<std::string> labels{};
  std::vector<std::int64_t> values{};
  std::vector<std::string> numbers{};
  std::string top{};  // the number at the top line of columns
};

/// Fills the include `marker` with the partial _chart.tpl.
void fill_chart(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& marker,
                const Picture& picture);

}  // namespace admin
