#include "recommend/taste.h"

#include <algorithm>

#include "taste.sql.h"

namespace recommend {
namespace {

/// So that the most frequent one counts 1.
template <class Weights>
void scale(Weights& weights) {
  float most = 0;
  for (const auto& [name, weight] : weights) most = std::max(most, weight);
  for (auto& [name, weight] : weights) weight /= most;
}

}  // namespace

Taste taste_of(db::Connection& db, std::int64_t account, Instant now) {
  constexpr auto kLately = std::chrono::days(180);
  constexpr float kPercent = 0.01F;
  const Instant midnight = std::chrono::floor<std::chrono::days>(now);
  Taste taste;
  for (const db::Row row : db.run(sql::taste::taste, account, midnight - kLately, midnight)) {
    const auto weight = static_cast<float>(row.number("weight"));
    if (!row.is_null("brand")) taste.brands[row.string("brand")] += weight;
    taste.categories[row.integer("category_id")] += weight;
    taste.most = kPercent * static_cast<float>(row.number("percent"));
  }
  scale(taste.brands);
  scale(taste.categories);
  return taste;
}

}  // namespace recommend
