#include "admin/model_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "analytics/models.h"

namespace admin {
namespace {

std::string decimal(double value, int digits) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 63))};
}

}  // namespace

std::string figure_text(double value) {
  return decimal(value, std::abs(value) >= 10 ? 2 : 4);
}

std::string plain_number(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.4g", value);
  return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 31))};
}

std::string percent_text(double share) {
  return decimal(share * 100, 1) + " %";
}

std::string feature_name(const web::Request& request, const std::string& feature) {
  const std::string key = "model.feature." + feature;
  return request.site->messages.has(key) ? request.say({key}) : feature;
}

std::string metric_name(const web::Request& request, const std::string& metric) {
  constexpr std::string_view kDrift = "psi:";
  if (metric.starts_with(kDrift)) {
    const std::string feature = feature_name(request, metric.substr(kDrift.size()));
    return request.say({"model.metric.drift", {feature}});
  }
  return request.say({"model.metric." + metric});
}

std::string in_words(const std::string& parameters) {
  const auto json = nlohmann::json::parse(parameters, nullptr, false);
  if (!json.is_object()) return parameters;
  std::string words;
  for (const auto& [key, value] : json.items()) {
    std::string name = key;
    std::replace(name.begin(), name.end(), '_', ' ');
    if (!words.empty()) words += "; ";
    words += name + ": " + (value.is_string() ? value.get<std::string>() : value.dump());
  }
  return words;
}

int horizon_days(db::Connection& db) {
  for (const analytics::ModelSetting& setting : analytics::list_model_settings(db)) {
    if (setting.name == "horizon_days") return static_cast<int>(std::lround(setting.value));
  }
  throw std::logic_error("no setting horizon_days");
}

}  // namespace admin
