// What visitors' choices say of products, wherever these stood.
#include <boost/test/unit_test.hpp>

#include "search/behaviour.h"

using search::ShownSearch;

namespace {

/// `times` searches that showed these products; of each ten, the first `takers` took what stood at
/// `place`.
void add(std::vector<ShownSearch>& searches, std::vector<std::int64_t> shown, std::size_t place,
         int takers, int times = 100) {
  for (int i = 0; i < times; ++i) {
    ShownSearch one{.shown = shown, .taken = std::vector<bool>(shown.size())};
    one.taken[place] = i % 10 < takers;
    searches.push_back(one);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_behaviour)

BOOST_AUTO_TEST_CASE(what_is_taken_though_it_stands_low_is_liked_more_than_what_stands_high) {
  std::vector<ShownSearch> searches;
  // 1 and 2 change places, so that the places are known: the first one is looked at twice as much.
  add(searches, {1, 2, 9}, 0, 4);
  add(searches, {2, 1, 9}, 0, 4);
  add(searches, {1, 2, 9}, 1, 2);
  add(searches, {2, 1, 9}, 1, 2);
  // 3 is taken as often as 4, but 4 had the better place.
  add(searches, {9, 3}, 1, 3);
  add(searches, {4, 9}, 0, 3);

  const auto model = search::fit_clicks(searches);

  BOOST_TEST(model.appeal.at(3) > 1.3 * model.appeal.at(4));
  BOOST_TEST(model.appeal.at(1) == model.appeal.at(2), boost::test_tools::tolerance(0.01));
  BOOST_TEST(model.rareness(0) == 1);
  BOOST_TEST(model.rareness(1) > 1.5);
  const auto factors = search::factors_of(model, 0.4);
  BOOST_TEST(factors.at(3) > 1);
  BOOST_TEST(factors.at(9) < 1);  // nobody ever took it
}

BOOST_AUTO_TEST_CASE(what_was_shown_once_has_nearly_the_usual_appeal) {
  std::vector<ShownSearch> searches;
  add(searches, {1, 2}, 0, 3);
  add(searches, {7, 2}, 0, 10, 1);

  const auto factors = search::factors_of(search::fit_clicks(searches), 0.4);

  BOOST_TEST((factors.contains(7) ? factors.at(7) : 1) < 1.1);
  BOOST_TEST((factors.contains(8) ? 0 : 1) == 1);
}

BOOST_AUTO_TEST_CASE(factors_stay_within_a_half_and_two) {
  std::vector<ShownSearch> searches;
  add(searches, {1, 2}, 0, 9, 10'000);

  for (const auto& [product, factor] : search::factors_of(search::fit_clicks(searches), 5)) {
    BOOST_TEST(factor >= 0.5F);
    BOOST_TEST(factor <= 2.0F);
  }
}

BOOST_AUTO_TEST_CASE(without_searches_there_is_nothing_to_say) {
  BOOST_TEST(search::factors_of(search::fit_clicks({}), 1).empty());
}

BOOST_AUTO_TEST_SUITE_END()
