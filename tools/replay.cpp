/// replay.cpp - asks past questions of this build and this catalogue, and prints what changed.

#include <stdlib.h>
#include <time.h>

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <iostream>

#include "base/load_config.h"
#include "base/messages.h"
#include "base/text.h"
#include "replay/replay.h"

namespace {

using replay::Change;

constexpr std::array kChanges = {Change::worse, Change::better, Change::other, Change::fresh,
                                 Change::same};

struct Options {
  std::string config = "etc/shop.conf";
  std::string secrets = "etc/secret.conf";
  std::string database{};
  std::string file{};
  int days = 30;
  bool shows_same = false;
  bool fails_when_worse = false;
};

std::vector<std::string> read_lines(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + " cannot be read");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    const std::string_view text = trimmed(line);
    if (!text.empty() && is_clean_utf8(text)) lines.emplace_back(text);
  }
  return lines;
}

void print(const char* when, const replay::Given& given) {
  constexpr std::size_t kShown = 200;  // characters of an answer
  std::cout << "  " << when << ' ' << given.intent << ' ' << given.cards
            << " cards: " << escaped_line(shortened(given.text, kShown)) << '\n';
}

void print(const replay::Turn& turn) {
  std::cout << replay::to_text(turn.change) << '\t' << to_iso(turn.asked_at) << '\t'
            << escaped_line(turn.question) << '\n';
  if (turn.change == Change::same) return;
  if (turn.then) print("then", *turn.then);
  print("now ", turn.now);
}

int run(const Options& options) {
  Config config = load_config(options.config, options.secrets);
  config.llm_protocol = "none";  // what a language model says is not this build's
  ::setenv("TZ", config.time_zone.c_str(), 1);
  ::tzset();
  db::Connection db(options.database.empty() ? admin_connection(config) : options.database);
  const auto assistant = chat::make_assistant(config);
  const Messages messages =
      Messages::load(config.templates + "/messages." + config.language + ".txt");
  const chat::Wording wording = [&](const std::string& key,
                                    const std::vector<std::string>& arguments) {
    return messages.say(key, arguments);
  };
  const replay::Asker asker{db, *assistant, wording, config.currency};
  std::array<int, kChanges.size()> counts{};
  const replay::Report report = [&](const replay::Turn& turn) {
    const auto place = std::ranges::find(kChanges, turn.change) - kChanges.begin();
    ++counts.at(static_cast<std::size_t>(place));
    if (options.shows_same || turn.change != Change::same) print(turn);
  };
  if (options.file.empty()) {
    replay::replay_since(asker, clock_now() - std::chrono::days(options.days), report);
  } else {
    replay::replay_questions(asker, read_lines(options.file), clock_now(), report);
  }
  for (std::size_t i = 0; i < kChanges.size(); ++i) {
    std::cout << replay::to_text(kChanges.at(i)) << ": " << counts.at(i)
              << (i + 1 < kChanges.size() ? ", " : "\n");
  }
  return options.fails_when_worse && counts.front() > 0 ? 3 : 0;
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{
      "Asks customers' past questions of this build and this catalogue, and prints what changed "
      "against the answers that were stored. Changes nothing."};
  app.add_option("--config", options.config, "settings file")->envname("PARLEY_CONFIG");
  app.add_option("--secrets", options.secrets, "file of secrets, mode 0600")
      ->envname("PARLEY_SECRETS");
  app.add_option("--database", options.database, "libpq connection string; else the settings'");
  auto* days = app.add_option("--days", options.days, "how far back")
                   ->check(CLI::Range(1, 36500))
                   ->capture_default_str();
  app.add_option("--file", options.file, "ask these instead: one question a line")->excludes(days);
  app.add_flag("--all", options.shows_same, "print what stayed the same as well");
  app.add_flag("--fail-when-worse", options.fails_when_worse,
               "end with 3 when something got worse");
  CLI11_PARSE(app, argc, argv);
  return run(options);
} catch (const std::exception& error) {
  std::cerr << "replay: " << error.what() << '\n';
  return 1;
}
