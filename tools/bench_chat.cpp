/// bench_chat.cpp - what one turn of the chat costs: CPU microseconds of this program and of its
/// PostgreSQL backend together, from the question to the stored answer. Rolled back at the end.

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>

#include "base/messages.h"
#include "bench_lists.sql.h"
#include "chat/turn.h"

namespace {

// The kinds of questions that catalogues get; none of them is about orders.
constexpr std::array<std::string_view, 20> kQuestions = {
    "show me wireless headphones",
    "blue cotton shirts under $30",
    "what's the cheapest backpack?",
    "best rated coffee",
    "waterproof jackets in size M that are not black",
    "how many lamps do you have?",
    "something for my wife between 20 and 40 dollars",
    "what sells best?",
    "red shoes, but not leather",
    "headphones",
    "what is the average price of notebooks?",
    "most expensive smartwatch in stock",
    "only blue ones",
    "cheaper ones",
    "how much is the first one?",
    "what material is it?",
    "compare the first and the second one",
    "how many of them are left?",
    "wirless hedphones under 100",
    "my son starts school on monday and needs a 15 litre backpack",
};

double own_microseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto in_microseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return in_microseconds(usage.ru_utime) + in_microseconds(usage.ru_stime);
}

/// Of the PostgreSQL backend; 0 when it runs elsewhere.
double backend_microseconds(std::int64_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/schedstat");
  double nanoseconds = 0;
  in >> nanoseconds;
  return nanoseconds / 1e3;
}

double percentile(const std::vector<double>& sorted, double share) {
  return sorted.at(static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1)));
}

void print_slowest(const std::vector<std::pair<double, std::string_view>>& costs) {
  std::map<std::string_view, std::vector<double>> of;
  for (const auto& [cost, question] : costs) of[question].push_back(cost);
  for (auto& [question, list] : of) {
    std::ranges::sort(list);
    std::cout << std::setw(10) << percentile(list, 0.5) << std::setw(10) << percentile(list, 0.99)
              << "  " << question << '\n';
  }
}

void run(db::Connection& db, const std::string& templates, int rounds, bool shows_each) {
  const Config config = read_config("", "", {});
  const auto assistant = chat::make_assistant(config);
  const Messages messages = Messages::load(templates + "/messages.en.txt");
  const chat::Wording wording = [&](const std::string& key,
                                    const std::vector<std::string>& arguments) {
    return messages.say(key, arguments);
  };
  const std::int64_t backend = db.first(sql::bench_lists::backend)->integer("pid");
  const db::Transaction never_committed(db);
  const chat::Owner owner{0, "bench"};
  const Instant now = clock_now();
  std::vector<double> costs;
  std::vector<std::pair<double, std::string_view>> each;
  double first = 0;
  for (int round = 0; round < rounds + 2; ++round) {  // the first two warm up
    const auto conversation = chat::start_conversation(db, owner, now);
    for (const std::string_view question : kQuestions) {
      const double before = own_microseconds() + backend_microseconds(backend);
      const auto asked = chat::add_question(db, owner, conversation.id, std::string(question), now);
      chat::answer_once(db, *assistant, owner, asked.value(), wording, {.currency = "USD"}, now);
      const double cost = own_microseconds() + backend_microseconds(backend) - before;
      if (first == 0) first = cost;
      if (round < 2) continue;
      costs.push_back(cost);
      each.emplace_back(cost, question);
    }
  }
  std::ranges::sort(costs);
  std::cout << std::fixed << std::setprecision(0);
  if (shows_each) print_slowest(each);
  std::cout << "chat turn, built-in: p50 " << percentile(costs, 0.5) << ", p99 "
            << percentile(costs, 0.99)
            << " (the first of a process, which reads the catalogue: " << first << ")\n";
}

}  // namespace

int main(int argc, char** argv) try {
  std::string database;
  std::string templates = "templates";
  int rounds = 30;
  bool shows_each = false;
  CLI::App app{"Prints what a turn of the chat costs, in CPU microseconds, database included."};
  app.add_option("--database", database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_option("--templates", templates, "folder")->capture_default_str();
  app.add_option("--rounds", rounds, "times that all questions are asked")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  app.add_flag("--each", shows_each, "print median and 99th percentile of each question");
  CLI11_PARSE(app, argc, argv);
  db::Connection db(database);
  run(db, templates, rounds, shows_each);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "bench_chat: " << error.what() << '\n';
  return 1;
}
