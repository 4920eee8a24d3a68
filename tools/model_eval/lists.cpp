#include "model_eval/lists.h"

#include <algorithm>
#include <functional>
#include <set>

#include "model_eval/retail.h"
#include "recommend/buy_again.h"
#include "recommend/ease.h"
#include "recommend/quality.h"
#include "recommend/window.h"

namespace model_eval {
namespace {

using recommend::Past;

/// Adds a score for each item to the zeros it is given.
using Scorer = std::function<void(const Past&, std::vector<float>&)>;

struct Split {
  recommend::History train{};             // what the model may learn from
  std::vector<Past> known{};              // what it may know of a person when asked
  std::vector<std::set<int>> held_out{};  // empty: this person is not asked about
};

/// One number per person asked about.
struct Figures {
  std::vector<double> recalls{};
  std::vector<double> ndcgs{};
};

struct Protocol {
  int recall_at = 20;
  int ndcg_at = 10;
  bool may_repeat = false;  // items that the person has are proposed too
};

std::vector<int> owned(const Past& past) {
  std::vector<int> items;
  for (const auto& basket : past)
    items.insert(items.end(), basket.items.begin(), basket.items.end());
  return items;
}

Figures measure(const Split& split, const Protocol& protocol, const Scorer& score) {
  Figures figures;
  for (std::size_t person = 0; person < split.known.size(); ++person) {
    if (split.held_out[person].empty()) continue;
    std::vector<float> scores(static_cast<std::size_t>(split.train.items), 0.0F);
    score(split.known[person], scores);
    const auto without = protocol.may_repeat ? std::vector<int>{} : owned(split.known[person]);
    const auto list =
        recommend::best_items(scores, std::max(protocol.recall_at, protocol.ndcg_at), without);
    figures.recalls.push_back(
        recommend::recall_at(list, split.held_out[person], protocol.recall_at));
    figures.ndcgs.push_back(recommend::ndcg_at(list, split.held_out[person], protocol.ndcg_at));
  }
  return figures;
}

/// The last basket of everybody with two or more; with `may_repeat` false only its new items.
Split leave_last_basket_out(const recommend::History& history, bool may_repeat) {
  Split split{history, {}, {}};
  for (Past& past : split.train.people) {
    std::set<int>& held_out = split.held_out.emplace_back();
    if (past.size() < 2) continue;
    held_out.insert(past.back().items.begin(), past.back().items.end());
    past.pop_back();
    if (may_repeat) continue;
    for (const int item : owned(past)) held_out.erase(item);
  }
  split.known = split.train.people;
  return split;
}

Row make_row(const std::string& data, const std::string& figure, const std::vector<double>& ours,
             double baseline, const std::vector<double>* rerun) {
  Row row{data, figure, analytics::bootstrap_mean(ours), baseline};
  if (rerun == nullptr) return row;
  std::vector<double> gains(ours);
  for (std::size_t person = 0; person < gains.size(); ++person) gains[person] -= (*rerun)[person];
  row.gain = analytics::bootstrap_mean(gains);
  row.rerun = row.ours.value - row.gain.value;
  return row;
}

struct Baseline {
  double recall = 0;
  double ndcg = 0;
  const Figures* rerun = nullptr;
};

void add_rows(std::vector<Row>& rows, const std::string& data, const std::string& name,
              const Figures& ours, const Protocol& protocol, const Baseline& baseline) {
  const Figures* rerun = baseline.rerun;
  rows.push_back(make_row(data, name + " Recall@" + std::to_string(protocol.recall_at),
                          ours.recalls, baseline.recall,
                          rerun != nullptr ? &rerun->recalls : nullptr));
  rows.push_back(make_row(data, name + " NDCG@" + std::to_string(protocol.ndcg_at), ours.ndcgs,
                          baseline.ndcg, rerun != nullptr ? &rerun->ndcgs : nullptr));
}

/// A person's items in order of time, each a basket of its own.
void read_steps(const std::filesystem::path& file, const std::string& time, Numbers& people,
                Numbers& items, std::vector<Past>& pasts) {
  const Table table = read_table(file);
  const std::size_t user = table.column("user");
  const std::size_t item = table.column("item");
  const std::size_t when = table.column(time);
  for (const auto& line : table.lines) {
    const auto person = static_cast<std::size_t>(people.of(line[user]));
    if (pasts.size() <= person) pasts.resize(person + 1);
    pasts[person].push_back({std::stod(line[when]), {items.of(line[item])}});
  }
}

void sort_steps(std::vector<Past>& pasts) {
  for (Past& past : pasts) {
    std::stable_sort(past.begin(), past.end(),
                     [](const auto& a, const auto& b) { return a.day < b.day; });
  }
}

std::vector<std::set<int>> read_held_out(const std::filesystem::path& file, const std::string& time,
                                         Numbers& people, Numbers& items) {
  std::vector<Past> pasts;
  read_steps(file, time, people, items, pasts);
  std::vector<std::set<int>> held_out(static_cast<std::size_t>(people.count()));
  for (std::size_t person = 0; person < pasts.size(); ++person) {
    for (const int item : owned(pasts[person])) held_out[person].insert(item);
  }
  return held_out;
}

Scorer window_scorer(const recommend::Neighbours& neighbours, float step_decay) {
  return [&neighbours, step_decay](const Past& past, std::vector<float>& scores) {
    recommend::add_window_scores(neighbours, past, step_decay, scores);
  };
}

}  // namespace

std::vector<Row> retail_list_rows(const std::filesystem::path& data) {
  const Retail retail = read_retail(data / "online_retail");
  const recommend::TextIndex texts(recommend::word_vectors(retail.texts));
  const recommend::EaseSettings settings;
  const recommend::EaseSettings plain{500, 0, 1, 1e9F};
  std::vector<Row> rows;

  const Protocol new_items;
  Split split = leave_last_basket_out(retail.history, false);
  const recommend::Matrix hybrid = recommend::fit_ease(split.train, &texts, settings);
  const auto score_by = [](const recommend::Matrix& weights, const recommend::EaseSettings& how) {
    return [&weights, &how](const Past& past, std::vector<float>& scores) {
      recommend::add_ease_scores(
          weights, recommend::weigh_past(past, how.step_decay, how.decay_days), scores);
    };
  };
  {
    const recommend::Matrix published = recommend::fit_ease(split.train, nullptr, plain);
    const Figures rerun = measure(split, new_items, score_by(published, plain));
    add_rows(rows, "online_retail", "new items",
             measure(split, new_items, score_by(hybrid, settings)), new_items,
             {.121, .087, &rerun});
  }
  const Protocol repeats{20, 10, true};
  split = leave_last_basket_out(retail.history, true);
  const recommend::BuyAgainSettings again;
  const auto rates = recommend::fit_return_rates(split.train, again);
  const Figures rerun = measure(split, repeats, [](const Past& past, std::vector<float>& scores) {
    for (const int item : owned(past)) ++scores[static_cast<std::size_t>(item)];
  });
  const auto next_basket = [&](const Past& past, std::vector<float>& scores) {
    score_by(hybrid, settings)(past, scores);
    recommend::add_buy_again_scores(rates, past, again, scores);
  };
  add_rows(rows, "online_retail", "next basket with repeats", measure(split, repeats, next_basket),
           repeats, {.294, .268, &rerun});
  return rows;
}

std::vector<Row> beauty_rows(const std::filesystem::path& data) {
  Numbers people;
  Numbers items;
  Split split;
  const std::filesystem::path folder = data / "amazon";
  read_steps(folder / "Beauty_train.tsv", "position", people, items, split.train.people);
  split.known = split.train.people;
  // As the published models: the last item but one is known when asked, but nothing learnt from it.
  read_steps(folder / "Beauty_valid.tsv", "position", people, items, split.known);
  sort_steps(split.train.people);
  sort_steps(split.known);
  split.held_out = read_held_out(folder / "Beauty_test.tsv", "position", people, items);
  split.known.resize(split.held_out.size());
  split.train.items = items.count();
  const recommend::WindowSettings settings{.both_ways = true, .together_weight = 0.5F};
  const recommend::Neighbours neighbours = recommend::fit_window(split.train, settings);
  const Protocol protocol{10, 10, false};
  std::vector<Row> rows;
  add_rows(rows, "amazon Beauty", "undirected",
           measure(split, protocol, window_scorer(neighbours, settings.step_decay)), protocol,
           {.076, .0472});
  return rows;
}

std::vector<Row> movielens_rows(const std::filesystem::path& data) {
  Numbers people;
  Numbers items;
  Split split;
  const std::filesystem::path folder = data / "movielens";
  read_steps(folder / "ml100k_train.tsv", "time", people, items, split.train.people);
  sort_steps(split.train.people);
  split.known = split.train.people;
  split.held_out = read_held_out(folder / "ml100k_test.tsv", "time", people, items);
  split.known.resize(split.held_out.size());
  split.train.items = items.count();
  const recommend::WindowSettings settings;
  const recommend::Neighbours neighbours = recommend::fit_window(split.train, settings);
  const Protocol protocol{10, 10, false};
  std::vector<Row> rows;
  add_rows(rows, "movielens-100k", "last item",
           measure(split, protocol, window_scorer(neighbours, settings.step_decay)), protocol,
           {.168, .090});
  return rows;
}

}  // namespace model_eval
