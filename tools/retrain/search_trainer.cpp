// search_trainer.cpp - which products visitors take when a search shows them, as a factor on their
// score. Held out: the searches of the newest 14 days that led to a product. They are searched
// again with and without the factors; what counts is how far up the product stands that was taken.
// Takings far down a list count more, as few people look there. How strongly the factors pull is
// chosen on the 14 days before.
#include <algorithm>
#include <array>
#include <span>

#include "retrain/trainer.h"
#include "search/search.h"
#include "search_learned.sql.h"

namespace retrain {
namespace {

using search::ShownSearch;

constexpr auto kHeldOut = std::chrono::hours(24 * 14);
constexpr std::array kExponents = {0.1, 0.2, 0.4, 0.8};
constexpr int kMostSearches = 100'000;        // of the newest, that are learnt from
constexpr std::size_t kMostReplayed = 2'000;  // of the newest held-out ones
constexpr std::size_t kEnough = 50;           // that led to a product, to tell anything by them
constexpr int kLookedAt = 100;                // results; a product further down counts nothing

/// Searches that led to a product, with how much each counts.
struct Exam {
  std::vector<ShownSearch> searches{};
  std::vector<double> weights{};  // 1 on average
};

Exam exam_of(std::span<const ShownSearch> searches, const search::ClickModel& model) {
  Exam exam;
  for (const ShownSearch& search : searches) {
    if (search.has_taken()) exam.searches.push_back(search);
  }
  if (exam.searches.size() > kMostReplayed) {
    exam.searches.erase(exam.searches.begin(), exam.searches.end() - kMostReplayed);
  }
  double sum = 0;
  for (const ShownSearch& search : exam.searches) {
    exam.weights.push_back(model.rareness(search.first_taken()));
    sum += exam.weights.back();
  }
  for (double& weight : exam.weights) weight *= static_cast<double>(exam.weights.size()) / sum;
  return exam;
}

/// 1 / place of the highest product that was taken.
double reciprocal_rank(const search::Index& index, const ShownSearch& asked) {
  const search::Results results = search::find(index, {.text = asked.text, .per_page = kLookedAt});
  for (std::size_t place = 0; place < results.products.size(); ++place) {
    const auto shown = std::ranges::find(asked.shown, results.products[place]->id);
    if (shown == asked.shown.end()) continue;
    if (asked.taken[static_cast<std::size_t>(shown - asked.shown.begin())]) {
      return 1 / (1 + static_cast<double>(place));
    }
  }
  return 0;
}

std::vector<double> replay(search::Index& index, const Exam& exam, search::LearnedFactors factors) {
  index.set_learned(std::move(factors));
  std::vector<double> values;
  for (std::size_t i = 0; i < exam.searches.size(); ++i) {
    values.push_back(exam.weights[i] * reciprocal_rank(index, exam.searches[i]));
  }
  return values;
}

/// The searches of the window, parted where the held-out ones begin.
struct Searches {
  explicit Searches(const Task& task)
      : all(search::read_shown_searches(task.read, task.from, task.to)),
        cut(split_at(task.to - kHeldOut)) {}
  std::span<const ShownSearch> before() const { return std::span(all).first(cut); }
  std::span<const ShownSearch> held_out() const { return std::span(all).subspan(cut); }
  std::size_t split_at(Instant moment) const {
    const auto later = std::ranges::lower_bound(all, moment, {}, &ShownSearch::at);
    return static_cast<std::size_t>(later - all.begin());
  }

  std::vector<ShownSearch> all;
  std::size_t cut;
};

void require_enough(std::span<const ShownSearch> searches, const std::string& when) {
  const auto count = std::ranges::count_if(searches, &ShownSearch::has_taken);
  if (static_cast<std::size_t>(count) >= kEnough) return;
  throw NothingYet(std::to_string(count) + " searches " + when + " led to a product, " +
                   std::to_string(kEnough) + " are needed to tell anything by them");
}

double choose_exponent(const Task& task, search::Index& index, const Searches& searches) {
  const std::size_t cut = searches.split_at(task.to - 2 * kHeldOut);
  const auto model = search::fit_clicks(searches.before().first(cut));
  const Exam exam = exam_of(searches.before().subspan(cut), model);
  double best = kExponents[0];
  double best_sum = -1;
  for (const double exponent : kExponents) {
    double sum = 0;
    for (const double value : replay(index, exam, search::factors_of(model, exponent)))
      sum += value;
    if (sum > best_sum) {
      best_sum = sum;
      best = exponent;
    }
  }
  return best;
}

std::string train(const Task& task) {
  task.progress(5, "reading searches");
  const Searches searches(task);
  require_enough(searches.held_out(), "of the newest 14 days");
  require_enough(searches.before(), "before the newest 14 days");
  search::Index index;
  index.refresh(task.read);
  task.progress(20, "trying strengths");
  const double exponent = choose_exponent(task, index, searches);
  task.progress(60, "telling products from places");
  const auto model = search::fit_clicks(searches.before());
  Json factors = Json::object();
  for (const auto& [product, factor] : search::factors_of(model, exponent)) {
    factors[std::to_string(product)] = factor;
  }
  return Json{{"exponent", exponent}, {"factors", factors}}.dump();
}

std::map<std::int64_t, double> factors_in(const std::string& artifact) {
  const Json json = Json::parse(artifact);
  std::map<std::int64_t, double> factors;
  for (const auto& [product, factor] : json.at("factors").items()) {
    factors[std::stoll(product)] = factor.get<double>();
  }
  return factors;
}

Evaluation judge(const Task& task, const std::map<std::int64_t, double>& factors) {
  const Searches searches(task);
  search::Index index;
  index.refresh(task.read);
  search::LearnedFactors learned;
  for (const auto& [product, factor] : factors) learned[product] = static_cast<float>(factor);
  const Exam exam = exam_of(searches.held_out(), search::fit_clicks(searches.before()));
  Evaluation evaluation{replay(index, exam, std::move(learned)), {}, Json::object()};
  evaluation.details = {{"searches", exam.searches.size()}, {"products", factors.size()}};
  return evaluation;
}

Evaluation evaluate(const Task& task, const std::string& artifact) {
  return judge(task, factors_in(artifact));
}

Evaluation evaluate_plain(const Task& task) {
  return judge(task, {});
}

void publish(const Task&, db::Connection& db, const std::string& artifact, std::int64_t) {
  search::write_factors(db, factors_in(artifact));
}

Json parameters(const Task&) {
  return {
      {"method", "position-based click model"}, {"exponents", kExponents}, {"held_out_days", 14}};
}

Window window_of_searches(db::Connection& read, Instant now, int days) {
  const auto span = read.first(sql::search_learned::searches_span, now, kMostSearches);
  if (span->is_null("since")) throw NothingYet("nobody has searched yet");
  const Instant to = span->instant("until");
  return {std::max(span->instant("since"), to - days * std::chrono::hours(24)), to};
}

/// Searches come by the hundred: time alone starts a training.
int no_samples(db::Connection&, Instant, int) {
  return 0;
}

Trainer make_trainer() {
  Trainer trainer{"search", "reciprocal rank", false,   train,
                  evaluate, evaluate_plain,    publish, parameters};
  trainer.window = window_of_searches;
  trainer.new_samples = no_samples;
  trainer.plain = "by words, stock and sales alone";
  return trainer;
}

}  // namespace

const Trainer kSearchTrainer = make_trainer();

}  // namespace retrain
