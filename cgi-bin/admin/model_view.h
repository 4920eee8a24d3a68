/// model_view.h - numbers of models as people read them.
#pragma once

#include <string>
#include <string_view>

#include "db/db.h"
#include "web/request.h"

namespace admin {

/// "0.7562", "422.12".
std::string figure_text(double value);
/// "0.25", "3": four digits at most, none that say nothing.
std::string plain_number(double value);
/// "12.5 %".
std::string percent_text(double share);
/// What the names of metrics begin with that tell how far a feature has moved.
inline constexpr std::string_view kDrift = "psi:";
/// "Customers who took something of their list"; a feature's drift by the feature's name.
std::string metric_name(const web::Request& request, const std::string& metric);
/// "idle_days" in words; the name itself when there are none.
std::string feature_name(const web::Request& request, const std::string& feature);

/// {"horizon_days": 90, "method": "trees"} -> "horizon days: 90; method: trees".
std::string in_words(const std::string& parameters);
/// How many days ahead churn and spending look.
int horizon_days(db::Connection& db);

}  // namespace admin
