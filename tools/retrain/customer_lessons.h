/// customer_lessons.h - the time split that churn and spending share.
///
///   from … lessons' cut-offs … | their labels … | cut-off of the examination … its labels | to
///
/// Labels of every lesson end before the examination's cut-off.
#pragma once

#include <vector>

#include "predict/customers.h"
#include "retrain/trainer.h"

namespace retrain {

/// Throws Refused when the window is too short, or when a feature looks ahead.
std::vector<predict::Lesson> read_lessons(const Task& task);

/// The newest customers whose future is known.
predict::Lesson read_examination(const Task& task);

/// As read_lessons() and the examination use them: the oldest first, the examination's last.
std::vector<Instant> cut_offs(const Task& task);

/// Those who are customers today: their future is to be told.
predict::Features read_present(const Task& task);

}  // namespace retrain
