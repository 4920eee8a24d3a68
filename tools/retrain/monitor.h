/// monitor.h - how the published models do, day by day: what they promised beside what came, and
/// whether the customers are still those they learnt from.
#pragma once

#include <ostream>

#include "retrain/run.h"

namespace retrain {

/// Writes the day's rows of model_metric, before the lists are made anew. Asks for a roll-back of a
/// model whose live figure is below its promise (setting rollback_share) for at least a hundred
/// customers, when an earlier version is there.
void monitor(const Databases& databases, const Settings& settings, Instant now, std::ostream& log);

}  // namespace retrain
