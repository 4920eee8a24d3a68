#include "inventory/stock.h"

#include <array>
#include <boost/test/unit_test.hpp>

#include "inventory/centers.h"
#include "inventory/inventory.h"
#include "orders/orders.h"
#include "support/race.h"

using namespace inventory;
using support::make_account;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

struct Shelves : support::RolledBack {
  Shelves() {
    first =
        number_in(db, "SELECT id AS number FROM distribution_center WHERE name = 'Test centre'");
    BOOST_REQUIRE((save_center(db, {0, "Other centre", 52.5, 13.4}, "") == CenterOutcome::saved));
    second =
        number_in(db, "SELECT id AS number FROM distribution_center WHERE name = 'Other centre'");
  }
  StockHand hand() { return {sam, find_stock(db, lamp, 1)->last_change, noon()}; }
  int pieces(std::int64_t center) {
    const ProductStock stock = find_stock(db, lamp, 1).value();
    for (const CenterStock& one : stock.centers) {
      if (one.center_id == center) return one.pieces;
    }
    return -1;
  }
  int counter() { return find_stock(db, lamp, 1)->product.in_stock; }
  StockOutcome counts(int counted, int expected) {
    return correct_stock(db, lamp, {first, counted, expected, "stocktaking"}, hand());
  }

  std::int64_t sam = make_account(db, {.role = "staff"});
  std::int64_t lamp = make_product(db, {.price = {1000}, .in_stock = 5});
  std::int64_t first = 0;
  std::int64_t second = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stock_of_staff, Shelves)

BOOST_AUTO_TEST_CASE(is_received_with_its_cost) {
  BOOST_TEST((receive_stock(db, lamp, second, 3, {700}, hand()) == StockOutcome::done));

  BOOST_TEST(counter() == 8);
  BOOST_TEST(pieces(second) == 3);
  const ProductStock stock = find_stock(db, lamp, 10).value();
  BOOST_TEST(stock.product.value.cents == 5 * 500 + 3 * 700);
  BOOST_REQUIRE(stock.history.size() == 1U);
  BOOST_TEST(stock.history[0].kind == "received");
  BOOST_TEST(stock.history[0].value.cents == 2100);
  BOOST_TEST(stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(moves_between_centres_without_changing_what_can_be_sold) {
  BOOST_TEST((move_stock(db, lamp, first, second, 2, hand()) == StockOutcome::done));

  BOOST_TEST(pieces(first) == 3);
  BOOST_TEST(pieces(second) == 2);
  BOOST_TEST(counter() == 5);
  BOOST_TEST((move_stock(db, lamp, second, first, 3, hand()) == StockOutcome::not_that_many));
  BOOST_TEST((move_stock(db, lamp, first, first, 1, hand()) == StockOutcome::nothing_to_do));
  BOOST_TEST((move_stock(db, lamp, first, 999999999, 1, hand()) == StockOutcome::no_such_place));
  BOOST_TEST(pieces(second) == 2);
  BOOST_TEST(find_stock(db, lamp, 10)->history.size() == 1U);
}

BOOST_AUTO_TEST_CASE(is_corrected_after_counting_and_says_why) {
  BOOST_TEST((counts(3, 5) == StockOutcome::done));
  BOOST_TEST(counter() == 3);
  BOOST_TEST((counts(7, 3) == StockOutcome::done));
  BOOST_TEST(counter() == 7);

  const auto history = find_stock(db, lamp, 10)->history;
  BOOST_REQUIRE(history.size() == 2U);
  BOOST_TEST(history[0].pieces == 4);
  BOOST_TEST(history[1].pieces == -2);
  BOOST_TEST(history[1].value.cents == -1000);
  BOOST_TEST(history[1].reason == "stocktaking");
  BOOST_TEST(find_stock(db, lamp, 10)->product.value.cents == 7 * 500);
  BOOST_TEST((counts(7, 7) == StockOutcome::nothing_to_do));
  BOOST_TEST(stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(is_counted_against_what_the_form_showed) {
  const StockHand before = hand();
  support::make_rules(db);
  support::make_order(db, support::guest(), lamp, 1);

  BOOST_TEST(
      (correct_stock(db, lamp, {first, 5, 5, "x"}, before) == StockOutcome::changed_meanwhile));
  BOOST_TEST(counter() == 4);
}

BOOST_AUTO_TEST_CASE(a_second_click_does_nothing) {
  const StockHand before = hand();
  BOOST_TEST((receive_stock(db, lamp, first, 3, {700}, before) == StockOutcome::done));
  BOOST_TEST((receive_stock(db, lamp, first, 3, {700}, before) == StockOutcome::changed_meanwhile));
  BOOST_TEST((move_stock(db, lamp, first, second, 1, before) == StockOutcome::changed_meanwhile));
  BOOST_TEST(counter() == 8);
}

BOOST_AUTO_TEST_CASE(unknown_places_take_nothing) {
  BOOST_TEST((receive_stock(db, 999999999, first, 1, {}, {sam, 0, noon()}) ==
              StockOutcome::no_such_place));
  BOOST_TEST((receive_stock(db, lamp, 999999999, 1, {}, hand()) == StockOutcome::no_such_place));
  BOOST_TEST((receive_stock(db, lamp, first, 0, {}, hand()) == StockOutcome::nothing_to_do));
  BOOST_TEST(!find_stock(db, 999999999, 1).has_value());
}

BOOST_AUTO_TEST_CASE(is_listed_with_the_fewest_pieces_first) {
  const auto rare = make_product(db, {.name = "Listed Rare", .in_stock = 0});
  const auto many = make_product(db, {.name = "Listed Many", .in_stock = 9});
  const auto some = make_product(db, {.name = "Listed Some", .in_stock = 2});
  const auto ids = [](const std::vector<StockRow>& rows) {
    std::vector<std::int64_t> found;
    for (const StockRow& row : rows) found.push_back(row.product_id);
    return found;
  };
  using Ids = std::vector<std::int64_t>;

  BOOST_TEST((ids(list_stock(db, {.text = "listed"}, 10)) == Ids{rare, some, many}));
  BOOST_TEST((ids(list_stock(db, {.text = "LISTED", .at_most = 2}, 10)) == Ids{rare, some}));
  BOOST_TEST((ids(list_stock(db, {.text = "listed", .center_id = first}, 10)) == Ids{some, many}));
  BOOST_TEST((ids(list_stock(db, {.text = "listed", .center_id = second}, 10)).empty()));
  BOOST_TEST((ids(list_stock(db, {.text = "listed"}, 10, StockPlace{0, rare})) == Ids{some, many}));
}

BOOST_AUTO_TEST_CASE(centres_have_names_of_their_own) {
  BOOST_TEST((save_center(db, {0, "Other centre", {}, {}}, "") == CenterOutcome::name_taken));
  BOOST_TEST((save_center(db, {second, "Test centre", {}, {}}, "Other centre") ==
              CenterOutcome::name_taken));
  BOOST_TEST(
      (save_center(db, {second, "New name", {}, {}}, "Other centre") == CenterOutcome::saved));
  BOOST_TEST((save_center(db, {second, "Newer name", {}, {}}, "Other centre") ==
              CenterOutcome::changed_meanwhile));
  BOOST_TEST(find_center(db, second)->name == "New name");
  BOOST_TEST(!find_center(db, second)->latitude.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(stock_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(agrees_with_its_units_whoever_buys_and_counts) {
  using namespace orders;
  for (int round = 0; round < 12; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(3);
    const std::string id = std::to_string(lamp);
    const auto clerk = account("clerk" + turn);
    const auto center = number(
        "SELECT center_id AS number FROM inventory_item WHERE product_id = " + id + " LIMIT 1");
    const CartOwner owner = buyer(turn);
    put(owner, lamp, 2);
    const CheckoutInput form = input(owner, turn);
    PlaceOutcome placed{};
    StockOutcome counted{};

    // Two of three pieces are bought while the shelf is found to hold one.
    at_once(
        [&](db::Connection& c) { placed = place_order(c, owner, form, noon()).outcome; },
        [&](db::Connection& c) {
          counted = correct_stock(c, lamp, {center, 1, 3, "two are broken"}, {clerk, 0, noon()});
        });

    const bool is_sold = placed == PlaceOutcome::placed;
    BOOST_TEST((counted == StockOutcome::done) != is_sold);
    BOOST_TEST((counted == StockOutcome::changed_meanwhile) == is_sold);
    BOOST_TEST(number("SELECT in_stock AS number FROM product WHERE id = " + id) == 1);
  }
  BOOST_TEST(stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(is_received_once_by_two_clicks_and_kept_by_two_clerks) {
  for (int round = 0; round < 8; ++round) {
    const auto lamp = product(3);
    const auto clerk = account("clerk" + std::to_string(round));
    const auto center =
        number("SELECT center_id AS number FROM inventory_item WHERE product_id = " +
               std::to_string(lamp) + " LIMIT 1");
    std::array<StockOutcome, 2> outcomes{};
    const auto receive = [&](db::Connection& c) {
      return receive_stock(c, lamp, center, 4, {100}, {clerk, 0, noon()});
    };

    at_once([&](db::Connection& c) { outcomes[0] = receive(c); },
            [&](db::Connection& c) { outcomes[1] = receive(c); });

    BOOST_TEST((outcomes[0] == StockOutcome::done) + (outcomes[1] == StockOutcome::done) == 1);
    BOOST_TEST(
        number("SELECT in_stock AS number FROM product WHERE id = " + std::to_string(lamp)) == 7);
  }
  BOOST_TEST(stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
