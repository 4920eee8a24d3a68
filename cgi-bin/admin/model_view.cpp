#include "admin/model_view.h"

#include <cmath>

namespace admin {
namespace {

std::string decimal(double value, int digits) {
  const double scale = std::pow(10, digits);
  const auto whole = static_cast<std::int64_t>(std::llround(std::abs(value) * scale));
  std::string text = std::to_string(whole);
  const auto least = static_cast<std::size_t>(digits) + 1;
  if (text.size() < least) text.insert(0, least - text.size(), '0');
  text.insert(text.size() - static_cast<std::size_t>(digits), ".");
  if (value < 0 && whole != 0) text.insert(0, 1, '-');
  return text;
}

}  // namespace

std::string figure_text(double value) {
  return decimal(value, std::abs(value) >= 10 ? 2 : 4);
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

}  // namespace admin
