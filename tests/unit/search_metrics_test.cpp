#include <boost/test/unit_test.hpp>

#include "search_eval/metrics.h"

using search_eval::measure;

namespace tt = boost::test_tools;

BOOST_AUTO_TEST_SUITE(search_metrics)

// The expected figures are those of the scoring script that comes with the judged sets.
BOOST_AUTO_TEST_CASE(figures_are_those_of_the_judges_script) {
  const search_eval::Ranking ranking = {{"12", 2}, {"10", 3}, {"11", 2}, {"99", 1}};
  const search_eval::Judgments judgments = {{"10", 1.33}, {"11", 3}, {"12", 2.67}, {"13", 2.5}};

  auto figures = measure(ranking, judgments, {});

  BOOST_TEST(figures["NDCG@10_lin"] == 0.6151, tt::tolerance(0.0002));
  BOOST_TEST(figures["NDCG@10_exp"] == 0.6000, tt::tolerance(0.0002));
  BOOST_TEST(figures["Recall@10"] == 2.0 / 3, tt::tolerance(0.0002));
  BOOST_TEST(figures["MRR"] == 0.5);
  BOOST_TEST(figures["Success@1"] == 0);
  BOOST_TEST(figures["P@10"] == 0.2);
}

BOOST_AUTO_TEST_CASE(a_query_without_relevant_products_has_no_recall) {
  const auto figures = measure({{"1", 1}}, {{"1", 1.0}}, {});
  BOOST_TEST(!figures.contains("Recall@10"));
  BOOST_TEST(!figures.contains("NDCG@10_lin"));
}

BOOST_AUTO_TEST_CASE(an_empty_ranking_scores_nothing) {
  auto figures = measure({}, {{"1", 3.0}}, {});
  BOOST_TEST(figures["NDCG@10_lin"] == 0);
  BOOST_TEST(figures["MRR"] == 0);
}

BOOST_AUTO_TEST_CASE(averages_leave_out_what_a_query_does_not_define) {
  search_eval::Summary summary;
  summary.add({{"MRR", 1.0}, {"P@10", 0.5}});
  summary.add({{"P@10", 0.1}});
  auto averages = summary.averages();
  BOOST_TEST(averages["MRR"] == 1.0);
  BOOST_TEST(averages["P@10"] == 0.3, tt::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
