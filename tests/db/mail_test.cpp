#include <boost/test/unit_test.hpp>

#include <cstdlib>

#include "analytics/events.h"
#include "mail/deliver.h"
#include "mail/message.h"
#include "mail/outbox.h"
#include "orders/orders.h"
#include "support/orders.h"
#include "tests_predict.sql.h"

using namespace mail;
using support::guest;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

const Sender kSender{"Parley", "http://shop.example", "shop@shop.example", "USD"};

/// Takes letters as a test wants it to.
class FakeServer : public Transport {
 public:
  SendResult send(const std::string&, const std::string& recipient, const std::string& key,
                  const std::string& message) override {
    if (answer.outcome == SendOutcome::sent) {
      messages.push_back(message);
      keys.push_back(key);
      recipients.push_back(recipient);
    }
    ++asked;
    return answer;
  }
  SendResult answer{};
  int asked = 0;
  std::vector<std::string> messages{};
  std::vector<std::string> keys{};
  std::vector<std::string> recipients{};
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Outbox : support::RolledBack {
  Outbox() : now(clock_now() + std::chrono::minutes(1)) { support::make_rules(db); }

  /// What the end of the transaction would do.
  void end_of_transaction() {
    db.run_script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
  }
  std::int64_t order_of(const orders::CartOwner& owner) {
    return make_order(db, owner, make_product(db, {.name = "Red <Lamp>"}), 2);
  }
  std::vector<std::string> waiting() {
    std::vector<std::string> kinds;
    for (const StoredMail& letter : list_mail(db, "waiting", "", {}, 100)) {
      kinds.insert(kinds.begin(), letter.kind);
    }
    return kinds;
  }
  void queue(const std::string& recipient, nlohmann::json secret = {}) {
    queue_mail(db, {.kind = "password_reset",
                    .recipient = recipient,
                    .facts = {{"name", "Alice"}, {"hours", 1}},
                    .secret = std::move(secret)});
  }
  Round send() {
    return deliver_waiting(
        db, server, kSender, [this] { return now; }, [] { return false; });
  }
  /// Until the letter about it is sent, too.
  void ship(std::int64_t order) {
    for (const orders::Action action :
         {orders::Action::pay, orders::Action::pack, orders::Action::ship}) {
      const auto outcome = orders::advance_order(db, order, action, {}, "", noon());
      BOOST_REQUIRE((outcome == orders::AdvanceOutcome::done));
    }
    end_of_transaction();
    send();
  }
  Instant now;
  FakeServer server;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(outbox, Outbox)

BOOST_AUTO_TEST_CASE(an_order_tells_its_customer_what_happens_to_it) {
  const auto order = order_of(guest());
  end_of_transaction();
  for (const orders::Action action :
       {orders::Action::pay, orders::Action::pack, orders::Action::ship, orders::Action::deliver,
        orders::Action::take_back, orders::Action::refund}) {
    BOOST_REQUIRE(
        (orders::advance_order(db, order, action, {}, "", noon()) == orders::AdvanceOutcome::done));
    end_of_transaction();
  }

  const std::vector<std::string> told = {"order_placed", "order_paid", "order_shipped",
                                         "order_refunded"};
  BOOST_TEST(waiting() == told, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_cancelled_order_is_told_as_well) {
  const auto order = order_of(guest());
  BOOST_REQUIRE((orders::cancel_order(db, order, {}, noon()) == orders::AdvanceOutcome::done));
  end_of_transaction();

  BOOST_TEST(waiting().back() == "order_cancelled");
}

BOOST_AUTO_TEST_CASE(what_is_rolled_back_is_told_to_nobody) {
  {
    db::Transaction attempt(db);
    order_of(guest());
  }
  end_of_transaction();

  BOOST_TEST(waiting().empty());
}

BOOST_AUTO_TEST_CASE(history_from_elsewhere_is_told_to_nobody) {
  db.run_script("SET LOCAL parley.quiet = 'on'");
  order_of(guest());
  end_of_transaction();

  BOOST_TEST(waiting().empty());
}

BOOST_AUTO_TEST_CASE(a_letter_about_an_order_names_goods_sums_and_address) {
  order_of(guest());
  end_of_transaction();
  send();

  BOOST_REQUIRE(server.messages.size() == 1u);
  const std::string& message = server.messages.front();
  for (const char* part :
       {"To: <alice@example.com>", "Subject: Thank you for your order", "2 x Red <Lamp>: $39.98",
        "Red &lt;Lamp&gt;", "Standard delivery: $4.95", "sales tax: $3.71", "Total: $48.64",
        "1 Main Street", "1 March 2026", "order/find"}) {
    BOOST_TEST(holds(message, part), part);
  }
  BOOST_TEST(!holds(message, "<td>Red <Lamp>"));
}

BOOST_AUTO_TEST_CASE(the_letter_about_a_sent_order_names_what_was_chosen_with_its_reason) {
  const auto alice = support::make_account(db);
  const auto bulb = make_product(db, {.name = "Bulb"});
  const auto shade = make_product(db, {.name = "Shade"});
  const auto lamp = make_product(db, {.name = "Brass Lamp"});
  const auto order = order_of({.account_id = alice});
  db.run(sql::tests_predict::make_recommendation, alice, 1, bulb, "goes_with", lamp, 14, 52);
  db.run(sql::tests_predict::make_recommendation, alice, 2, shade, "goes_with", lamp, 0, 52);

  ship(order);

  const std::string& letter = server.messages.back();

  BOOST_TEST(holds(letter, "is on its way"));
  BOOST_TEST(holds(letter, "- Bulb, $19.99: with Brass Lamp in 14 of 52 orders"), letter);
  BOOST_TEST(holds(letter, "- Shade, $19.99: much like Brass Lamp"), letter);
  BOOST_TEST(holds(letter, "http://shop.example/product/" + std::to_string(bulb)), letter);
  BOOST_TEST(!holds(server.messages.front(), "Chosen for you"));  // when it was placed
}

BOOST_AUTO_TEST_CASE(who_does_not_want_to_be_watched_gets_no_suggestions_by_letter) {
  const auto alice = support::make_account(db);
  const auto bulb = make_product(db, {.name = "Bulb"});
  const auto order = order_of({.account_id = alice});
  db.run(sql::tests_predict::make_recommendation, alice, 1, bulb, "goes_with",
         make_product(db, {.name = "Brass Lamp"}), 14, 52);
  analytics::refuse_tracking(db, alice);

  ship(order);

  BOOST_TEST(holds(server.messages.back(), "is on its way"));
  BOOST_TEST(!holds(server.messages.back(), "Bulb"));
}

BOOST_AUTO_TEST_CASE(a_customers_letter_leads_to_his_order) {
  const auto alice = support::make_account(db);
  const auto order = order_of(support::customer(alice));
  end_of_transaction();
  send();

  BOOST_TEST(holds(server.messages.front(), "http://shop.example/order/" + std::to_string(order)));
}

BOOST_AUTO_TEST_CASE(a_letter_is_sent_once) {
  queue("alice@example.com");

  BOOST_TEST(send().sent == 1);
  now += std::chrono::days(3);
  BOOST_TEST(send().sent == 0);
  BOOST_TEST(server.asked == 1);
}

BOOST_AUTO_TEST_CASE(a_sender_that_dies_half_way_neither_loses_nor_renames_the_letter) {
  queue("alice@example.com");
  const auto claimed = claim_mail(db, now);  // and here it dies

  BOOST_REQUIRE(claimed.has_value());
  BOOST_TEST(send().sent == 0);  // it may still be at work
  now += std::chrono::minutes(3);
  BOOST_TEST(send().sent == 1);
  BOOST_TEST(server.keys.front() == claimed->message_key);
}

BOOST_AUTO_TEST_CASE(a_late_sender_does_not_undo_what_another_one_did) {
  queue("alice@example.com");
  const auto late = claim_mail(db, now);
  now += std::chrono::minutes(3);
  BOOST_TEST(send().sent == 1);

  mark_failed(db, late.value(), "too late", true);

  BOOST_TEST(count_mail(db).sent == 1);
}

BOOST_AUTO_TEST_CASE(tries_get_rarer_and_end_among_the_given_up) {
  queue("alice@example.com");
  server.answer = {SendOutcome::failed, "450 mailbox busy"};
  std::vector<std::int64_t> hours_of_tries;
  const Instant begin = now;
  for (int hour = 0; hour < 24 * 7; ++hour, now += std::chrono::hours(1)) {
    const int before = server.asked;
    send();
    if (server.asked > before) {
      hours_of_tries.push_back(std::chrono::duration_cast<std::chrono::hours>(now - begin).count());
    }
  }

  const std::vector<std::int64_t> rarer = {0, 1, 2, 3, 5, 11, 23, 47};
  BOOST_TEST(hours_of_tries == rarer, boost::test_tools::per_element());
  BOOST_TEST(count_mail(db).dead == 1);
  BOOST_TEST(list_mail(db, "dead", "", {}, 1).front().last_error == "450 mailbox busy");
}

BOOST_AUTO_TEST_CASE(a_server_that_says_never_is_asked_three_times) {
  queue("nobody@example.com");
  server.answer = {SendOutcome::refused, "550 no such user"};
  for (int day = 0; day < 7; ++day, now += std::chrono::days(1)) send();

  BOOST_TEST(server.asked == 3);
  BOOST_TEST(count_mail(db).dead == 1);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_away_costs_the_other_letters_no_try) {
  for (const char* name : {"a@example.com", "b@example.com", "c@example.com"}) queue(name);
  server.answer = {SendOutcome::unreachable, "connection refused"};

  BOOST_TEST(send().put_off == 1);
  BOOST_TEST(server.asked == 1);
  server.answer = {};
  BOOST_TEST(send().sent == 2);
}

BOOST_AUTO_TEST_CASE(an_address_that_cannot_be_written_to_reaches_no_server) {
  queue("a@example.com\r\nBcc: everybody@example.com");
  BOOST_TEST(send().put_off == 1);

  BOOST_TEST(server.asked == 0);
}

BOOST_AUTO_TEST_CASE(a_given_up_letter_can_be_sent_again) {
  queue("alice@example.com");
  server.answer = {SendOutcome::refused, "550"};
  for (int day = 0; day < 7; ++day, now += std::chrono::days(1)) send();
  server.answer = {};
  const auto dead = list_mail(db, "dead", "", {}, 10);

  BOOST_TEST(send_again(db, dead.at(0).id, now) == 1);
  BOOST_TEST(send_again(db, dead.at(0).id, now) == 0);
  BOOST_TEST(send().sent == 1);
}

BOOST_AUTO_TEST_CASE(a_one_time_link_is_in_the_letter_only_and_forgotten_when_it_is_sent) {
  queue("alice@example.com", {{"link", "http://shop.example/reset?key=abc"}});
  const auto stored = find_mail(db, list_mail(db, "waiting", "", {}, 1).front().id);

  BOOST_TEST(stored->has_secret);
  BOOST_TEST(!stored->facts.contains("link"));
  send();
  BOOST_TEST(holds(server.messages.front(), "reset?key=3Dabc"));
  BOOST_TEST(!find_mail(db, stored->id)->has_secret);
}

BOOST_AUTO_TEST_CASE(every_kind_of_letter_has_a_subject_a_text_and_a_page) {
  for (const std::string_view kind : kinds()) {
    const Letter letter = write_letter(kSender, std::string(kind),
                                       {{"number", "10001"}, {"product", "Lamp"}, {"hours", 1}});
    BOOST_TEST(letter.subject.size() > 5u, kind);
    BOOST_TEST(letter.text.size() > 40u, kind);
    BOOST_TEST(holds(letter.html, "<h1>"), kind);
    BOOST_TEST(!holds(letter.text, "{{"), kind);
    BOOST_TEST(shop.site.messages.has("letter.kind." + std::string(kind)), kind);
  }
}

BOOST_AUTO_TEST_CASE(facts_start_no_header_and_no_markup) {
  const Letter letter = write_letter(
      kSender, "back_in_stock",
      {{"product", "Lamp\nBcc: x@example.com <b>"}, {"path", "/product/1"}, {"price_cents", 500}});

  BOOST_TEST(letter.subject == "Lamp Bcc: x@example.com <b> is back");
  BOOST_TEST(holds(letter.html, "&lt;b&gt;"));
  BOOST_TEST(holds(letter.text, "for $5.00"));
}

BOOST_AUTO_TEST_CASE(a_deleted_account_takes_its_letters_along) {
  const auto alice = support::make_account(db);
  queue_mail(db, {.kind = "password_reset", .recipient = "a@example.com", .account_id = alice});
  db.run_script("DELETE FROM account WHERE id = " + std::to_string(alice));

  BOOST_TEST(waiting().empty());
}

BOOST_AUTO_TEST_CASE(an_order_that_forgets_its_customer_forgets_the_letters) {
  const auto order = order_of(guest());
  end_of_transaction();
  send();
  BOOST_REQUIRE((orders::cancel_order(db, order, {}, noon()) == orders::AdvanceOutcome::done));
  db.run_script("UPDATE sales_order SET forget_contact = true WHERE id = " + std::to_string(order));

  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM mail WHERE state <> 'waiting'") == 0);
}

BOOST_AUTO_TEST_CASE(old_letters_are_thrown_away) {
  queue("alice@example.com");
  send();
  forget_old_mail(db, now + std::chrono::days(89));
  BOOST_TEST(count_mail(db).sent == 1);
  forget_old_mail(db, now + std::chrono::days(91));
  BOOST_TEST(count_mail(db).sent == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(two_senders)

BOOST_AUTO_TEST_CASE(never_take_the_same_letter) {
  const char* options = std::getenv("PARLEY_TEST_DATABASE");
  db::Connection one(options);
  db::Connection two(options);
  one.run_script(
      "INSERT INTO mail (kind, recipient, facts) VALUES ('back_in_stock', 'r1@race.example', "
      "'{}'), "
      "('back_in_stock', 'r2@race.example', '{}')");
  std::string first;
  std::string second;
  bool is_third = true;
  {
    db::Transaction at_work(one);
    const Instant now = clock_now() + std::chrono::minutes(1);
    first = claim_mail(one, now).value().recipient;
    second = claim_mail(two, now).value().recipient;  // does not wait for the first
    is_third = claim_mail(two, now).has_value();
  }
  one.run_script("DELETE FROM mail WHERE recipient LIKE '%@race.example'");

  BOOST_TEST(first != second);
  BOOST_TEST(!is_third);
}

BOOST_AUTO_TEST_SUITE_END()
