/// The assistant's intent model goes through the same trainings as every other.

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>

#include "chat/published_intents.h"
#include "retrain.sql.h"
#include "retrain/run.h"
#include "support/chat.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using namespace retrain;
using support::noon;

namespace {

namespace rows = sql::tests_predict;

/// What nobody who wrote the shipped sentences would say.
constexpr const char* kWords[] = {"please", "now",  "for me", "quickly", "today", "again",
                                  "thanks", "soon", "all",    "at once", "here",  "my friend"};

struct Training : support::RolledBack {
  const Trainer& intents = *std::ranges::find(trainers(), "intents", &Trainer::name);

  void label(const std::string& beginning, const std::string& label) {
    for (const char* word : kWords) db.run(rows::add_lesson, beginning + " " + word, label, noon());
  }
  Outcome train() { return train_model({db, db}, intents, {}, {}, {}, noon()); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(intents_retrain, Training)

BOOST_AUTO_TEST_CASE(the_built_in_model_serves_as_long_as_nothing_better_is_known) {
  const Outcome outcome = train();

  BOOST_TEST(outcome.state == "kept", outcome.message);
  BOOST_TEST(outcome.message.find("the built-in model") != std::string::npos, outcome.message);
  chat::PublishedIntents published;
  BOOST_TEST(published.refresh(db, noon()) == nullptr);
}

BOOST_AUTO_TEST_CASE(what_staff_labelled_is_learnt_and_serves_without_a_restart) {
  chat::Assistant assistant("templates/chat/phrases.en.txt");
  const auto intent_of = [&](Instant now) {
    const chat::Question question{.text = "flibber the wobbler please", .now = now};
    return assistant.answer(db, question, support::wording(), "USD").intent;
  };
  BOOST_TEST(intent_of(noon()) != "checkout");
  label("flibber the wobbler", "checkout");
  label("gargle the snood", "cart_show");

  const Outcome outcome = train();

  BOOST_REQUIRE(outcome.state == "published");
  BOOST_TEST(intent_of(noon() + std::chrono::seconds(5)) != "checkout");  // not looked again yet
  BOOST_TEST(intent_of(noon() + std::chrono::seconds(31)) == "checkout");
}

BOOST_AUTO_TEST_CASE(a_wording_that_staff_taught_is_learnt_and_forgotten_with_it) {
  const auto assistant = chat::make_assistant(support::test_config());
  const std::int64_t clerk = support::make_account(db, {.role = "staff"});
  for (const char* word : kWords) {
    const chat::AnswerTemplate taught{.wording = std::string("flibber the wobbler ") + word,
                                      .means = "take me to the checkout"};
    auto lesson = assistant->lesson_of(db, taught, noon());
    BOOST_REQUIRE(lesson.has_value());
    BOOST_TEST(lesson->label == "checkout");
    lesson->account = clerk;
    BOOST_TEST((chat::add_template(db, taught, lesson) == chat::TemplateOutcome::done));
  }

  BOOST_TEST(train().state == "published");
  chat::PublishedIntents serving;
  const chat::IntentModel* published = serving.refresh(db, noon());
  BOOST_REQUIRE(published != nullptr);
  BOOST_TEST(published->guess("flibber the wobbler gladly").label == "checkout");

  for (const chat::AnswerTemplate& taught : chat::list_templates(db)) {
    BOOST_TEST(
        (chat::remove_template(db, taught.id, taught.version) == chat::TemplateOutcome::done));
  }
  BOOST_TEST(intents.new_samples(db, noon() - std::chrono::years(1), 100) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_itself_teaches_no_intent) {
  const auto assistant = chat::make_assistant(support::test_config());
  BOOST_TEST(!assistant->lesson_of(db, {.wording = "flurb", .means = "xkcd qqq"}, noon()));
  BOOST_TEST(!assistant->lesson_of(db, {.wording = "flurb", .answer = "No."}, noon()));
  const auto policy =
      assistant->lesson_of(db, {.wording = "flurb * wug", .means = "can I send it back?"}, noon());
  BOOST_REQUIRE(policy.has_value());
  BOOST_TEST(policy->label == "policy returns");
  BOOST_TEST(policy->gist == "flurb wug");
}

BOOST_AUTO_TEST_CASE(the_same_sentences_give_the_same_bytes) {
  label("flibber the wobbler", "checkout");
  const Outcome first = train();
  const Outcome second = train();

  BOOST_TEST(first.state == "published", first.message);
  BOOST_TEST(second.state == "kept", second.message);
  BOOST_TEST(first.artifact_hash == second.artifact_hash);
}

BOOST_AUTO_TEST_CASE(a_label_that_the_assistant_does_not_know_teaches_nothing) {
  label("flibber the wobbler", "juggle");

  BOOST_TEST(train().state == "kept");
}

BOOST_AUTO_TEST_CASE(a_published_version_that_cannot_be_read_leaves_the_built_in_model) {
  db.run(rows::add_version, "intents", "no model at all", noon(), "active");
  chat::PublishedIntents published;

  BOOST_TEST(published.refresh(db, noon()) == nullptr);
}

BOOST_AUTO_TEST_CASE(enough_new_labels_start_a_training_and_a_missing_file_is_one_sentence) {
  label("flibber the wobbler", "checkout");
  BOOST_TEST(intents.new_samples(db, noon() - std::chrono::seconds(1), 100) == 12);
  BOOST_TEST(intents.new_samples(db, noon(), 100) == 0);

  Options options;
  options.sentences = "no/such/file.tsv";
  const Outcome outcome = train_model({db, db}, intents, options, {}, {}, noon());

  BOOST_TEST(outcome.state == "failed");
  BOOST_TEST(outcome.message == "no/such/file.tsv cannot be read; the active model stays");
}

BOOST_AUTO_TEST_SUITE_END()
