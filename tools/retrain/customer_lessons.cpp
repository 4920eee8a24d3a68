#include "retrain/customer_lessons.h"

#include <algorithm>

namespace retrain {
namespace {

constexpr auto kDay = std::chrono::hours(24);
constexpr int kLessons = 6;
constexpr int kDaysBetween = 30;
constexpr int kFewestDaysBefore = 30;  // of history in front of a lesson's cut-off

predict::Lesson read_lesson(const Task& task, Instant cut) {
  return {predict::read_features(task.read, cut),
          predict::read_outcomes(task.read, cut, task.horizon_days), task.horizon_days};
}

}  // namespace

std::vector<Instant> cut_offs(const Task& task) {
  const Instant examination = task.to - task.horizon_days * kDay;
  std::vector<Instant> cuts = {examination};
  for (int lesson = 0; lesson < kLessons; ++lesson) {
    const Instant cut = examination - (task.horizon_days + lesson * kDaysBetween) * kDay;
    if (cut < task.from + kFewestDaysBefore * kDay) break;
    cuts.push_back(cut);
  }
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

std::vector<predict::Lesson> read_lessons(const Task& task) {
  std::vector<Instant> cuts = cut_offs(task);
  cuts.pop_back();
  if (cuts.empty()) {
    throw Refused(
        "the window is too short: " + std::to_string(2 * task.horizon_days + kFewestDaysBefore) +
        " days of orders are needed to learn from one time and test on a later one");
  }
  for (const std::string_view name : predict::features_that_look_ahead(task.primary, cuts.back())) {
    throw Refused("the feature " + std::string(name) + " looks into the future");
  }
  std::vector<predict::Lesson> lessons;
  for (const Instant cut : cuts) {
    task.progress(10 + static_cast<int>(lessons.size()) * 5, "customers of " + to_iso(cut));
    lessons.push_back(read_lesson(task, cut));
  }
  return lessons;
}

predict::Lesson read_examination(const Task& task) {
  return read_lesson(task, task.to - task.horizon_days * kDay);
}

predict::Features read_present(const Task& task) {
  return predict::read_features(task.read, task.to);
}

}  // namespace retrain
