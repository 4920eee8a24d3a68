/// judge.h - asks an index the queries of a judged set and scores its answers.
#pragma once

#include <string>
#include <vector>

#include "search/steps.h"
#include "search_eval/judged_set.h"
#include "search_eval/metrics.h"

namespace search_eval {

/// Microseconds of this process's own work so far.
double cpu_microseconds();

/// The first hundred products for these words. `exact`: without mending the spelling.
Ranking rank(const search::Index& index, const std::string& text, bool exact);

/// One step of the search, by name and switch.
struct NamedStep {
  const char* name = "";
  bool search::Steps::*is_on = nullptr;
};

/// Those that a set of texts, queries and judgments says something about: it holds no synonyms,
/// stock, sales, or what visitors took.
const std::vector<NamedStep>& measured_steps();

struct Figures {
  std::vector<double> ndcg{};  // @10 with linear gain, by query
  std::vector<double> recall{};
  std::vector<double> costs{};  // microseconds of CPU
};

/// How well an index with these steps answers; a query that leaves a figure undefined has NaN.
Figures judge(const std::vector<search::Document>& products, const search::Steps& steps,
              const std::vector<JudgedQuery>& queries, const Grades& grades);

/// A mean, and half the width of its 95 % interval.
struct Mean {
  double value = 0;
  double half_width = 0;
};
/// Over the values that are numbers; 0 without any.
Mean mean_of(const std::vector<double>& values);
/// Of what `b` has more than `a`, query by query.
Mean mean_difference(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace search_eval
