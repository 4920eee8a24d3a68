#include "catalog/changes.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "support/race.h"
#include "support/support.h"
#include "tests.sql.h"
#include "tests_changes.sql.h"
#include "tests_predict.sql.h"

namespace {

using catalog::News;
using support::make_product;

/// `rival` changes, `db` looks.
struct Looking : support::Committed {
  Looking() {
    lamp = product(5);
    changes.listen([this](db::Connection&, const News& told) { news.push_back(told); });
    changes.begin(catalog::Changes::now(db));
  }

  static void change(db::Connection& by, std::int64_t product) {
    by.run(sql::tests::set_price, product, 999);
  }

  /// Whether one look tells of a product.
  bool tells_of(std::int64_t product) {
    news.clear();
    changes.catch_up(db);
    return std::any_of(news.begin(), news.end(), [&](const News& told) {
      return std::count(told.products.begin(), told.products.end(), product) > 0;
    });
  }

  catalog::Changes changes{};
  std::vector<News> news{};
  std::int64_t lamp = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(changes, Looking)

BOOST_AUTO_TEST_CASE(a_changed_product_is_news_once) {
  BOOST_TEST(!tells_of(lamp));
  change(rival, lamp);
  BOOST_TEST(tells_of(lamp));
  BOOST_TEST(!tells_of(lamp));
}

BOOST_AUTO_TEST_CASE(what_ends_after_a_look_is_news_though_it_began_before) {
  db::Transaction transaction(rival);
  change(rival, lamp);
  BOOST_TEST(!tells_of(lamp));
  transaction.commit();
  BOOST_TEST(tells_of(lamp));
  BOOST_TEST(!tells_of(lamp));
}

BOOST_AUTO_TEST_CASE(a_long_transaction_of_others_does_not_make_old_news_new) {
  const db::Transaction long_one(rival);
  rival.run(sql::tests_changes::take_number);
  change(db, lamp);
  BOOST_TEST(tells_of(lamp));
  BOOST_TEST(!tells_of(lamp));
}

BOOST_AUTO_TEST_CASE(what_we_go_on_changing_in_our_own_transaction_is_news_each_time) {
  const auto bulb = product(5);
  BOOST_TEST(tells_of(bulb));
  const db::Transaction transaction(db);
  change(db, lamp);
  BOOST_TEST(tells_of(lamp));
  change(db, bulb);
  BOOST_TEST(tells_of(bulb));
}

BOOST_AUTO_TEST_CASE(what_was_rolled_back_is_no_news) {
  {
    const db::Transaction transaction(rival);
    change(rival, lamp);
  }
  BOOST_TEST(!tells_of(lamp));
}

BOOST_AUTO_TEST_CASE(a_listener_that_fails_is_told_again) {
  bool fails = true;
  changes.listen([&](db::Connection&, const News&) {
    if (fails) throw std::runtime_error("cannot read now");
  });
  change(rival, lamp);
  BOOST_CHECK_THROW(changes.catch_up(db), std::runtime_error);
  fails = false;
  BOOST_TEST(tells_of(lamp));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(change_marks, support::RolledBack)

BOOST_AUTO_TEST_CASE(each_kind_tells_of_itself) {
  const auto lamp = make_product(db);
  const auto bulb = make_product(db);
  catalog::Changes changes;
  News news;
  changes.listen([&](db::Connection&, const News& told) { news = told; });
  const auto told_by = [&](const db::Query& change, auto... params) {
    db.run(sql::tests_changes::old_marks);
    db.run(change, params...);
    // Of no other transaction than this one, which began it all.
    catalog::Changes::Moment moment = catalog::Changes::now(db);
    moment.next = "99999999999";
    changes.begin(std::move(moment));
    news = {};
    changes.catch_up(db);
    return news;
  };
  BOOST_TEST(told_by(sql::tests_changes::rename_category, "home").categories);
  BOOST_TEST(told_by(sql::tests_changes::add_rule).search_rules);
  BOOST_TEST(told_by(sql::tests_changes::add_factor, lamp).search_factors);
  BOOST_TEST(told_by(sql::tests_predict::make_neighbour, lamp, 1, bulb, 3, 9).companions);
  BOOST_TEST(told_by(sql::tests_changes::change_tax).prices);
  BOOST_TEST(told_by(sql::tests_changes::add_promotion).prices);
  BOOST_TEST(!told_by(sql::tests_changes::take_number).prices);
}

BOOST_AUTO_TEST_SUITE_END()
