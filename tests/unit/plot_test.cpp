#include <boost/test/unit_test.hpp>

#include "analytics/plot.h"

using namespace analytics;

BOOST_AUTO_TEST_SUITE(plots)

BOOST_AUTO_TEST_CASE(points_lie_within_the_edges_and_large_values_are_at_the_top) {
  const PlotRange range{0, 1, 0, 1};
  const PlotPoint points[] = {{0, 0}, {1, 1}, {2, 5}};

  BOOST_TEST(polyline_of(range, points) == "24.0,176.0 296.0,24.0 296.0,24.0");
}

BOOST_AUTO_TEST_CASE(a_single_value_has_a_picture_too) {
  const PlotPoint point[] = {{0, 7}};

  BOOST_TEST(polyline_of(range_of(point), point) == "160.0,100.0");
  BOOST_TEST(polyline_of(range_of({}), {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
