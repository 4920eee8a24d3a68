#include "chat_eval/dialogues.h"

#include <fstream>
#include <iostream>

#include "base/messages.h"
#include "base/text.h"
#include "chat/assistant.h"
#include "db/read_only.h"

namespace chat_eval {
namespace {

void print(db::Connection& db, const chat::AnswerText& answer) {
  for (const std::string_view line : split(answer.text, '\n')) std::cout << "  " << line << '\n';
  for (const catalog::ProductCard& card : catalog::find_cards(db, answer.products)) {
    std::cout << "    [" << card.name << ", " << to_text(card.price, "USD")
              << (card.in_stock == 0 ? ", sold out]\n" : "]\n");
  }
  if (!answer.proposals.empty()) {
    std::cout << "    <" << answer.proposals.size() << " button(s) to press>\n";
  }
}

}  // namespace

void hold_dialogues(const Dialogues& dialogues, const Config& config) {
  std::ifstream in(dialogues.file);
  if (!in) throw std::runtime_error(dialogues.file + " cannot be read");
  db::Connection db(dialogues.database);
  const db::ReadOnly nothing_stays(db);
  const Messages messages = Messages::load(config.templates + "/messages.en.txt");
  const auto assistant = chat::make_assistant(config);
  std::string state;
  for (std::string line; std::getline(in, line);) {
    const std::string question(trimmed(line));
    if (question.empty() || question.starts_with('#')) {
      state.clear();
      std::cout << '\n' << question << (question.empty() ? "" : "\n");
      continue;
    }
    const chat::AnswerText answer = assistant->answer(
        db,
        {.text = question,
         .owner = {dialogues.account, dialogues.account == 0 ? "dialogues" : ""},
         .state = state,
         .now = clock_now()},
        [&](const std::string& key, const std::vector<std::string>& arguments) {
          return messages.say(key, arguments);
        },
        "USD");
    state = answer.state;
    std::cout << "> " << question << '\n';
    print(db, answer);
  }
}

}  // namespace chat_eval
