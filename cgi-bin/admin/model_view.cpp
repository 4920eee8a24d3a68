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

/// A parameter as people write it: moments as days, numbers without the dust of their conversion.
std::string in_words_of(const nlohmann::json& value) {
  if (value.is_number_float()) return plain_number(value.get<double>());
  if (value.is_array()) {
    std::string words;
    for (const auto& item : value) words += (words.empty() ? "" : ", ") + in_words_of(item);
    return words;
  }
  if (!value.is_string()) return value.dump();
  constexpr std::string_view kMidnight = "T00:00:00Z";
  std::string text = value.get<std::string>();
  if (text.ends_with(kMidnight)) text.resize(text.size() - kMidnight.size());
  return text;
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
    words += name + ": " + in_words_of(value);
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
