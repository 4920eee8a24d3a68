#include "chat_eval/catalogue_questions.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "base/messages.h"
#include "base/text.h"
#include "chat/assistant.h"
#include "chat_eval/catalogue.h"
#include "chat_eval/json_questions.h"

namespace chat_eval {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// In lower case, and "1,799.99" as "1799.99".
std::string plain(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_inside =
        i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (text[i] == ',' && is_inside) continue;
    result += text[i];
  }
  return to_lower(result);
}

/// A number is said as a whole: the 5 of "15" is none.
bool says(const std::string& text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    const bool is_cut = (is_digit(part.front()) && at > 0 && is_digit(text[at - 1])) ||
                        (is_digit(part.back()) && end < text.size() && is_digit(text[end]));
    if (!is_cut) return true;
  }
  return false;
}

bool is_right(const Question& question, const chat::AnswerText& answer,
              const Catalogue& catalogue) {
  const std::string text = plain(answer.text);
  const bool says_all = std::ranges::all_of(
      question.must_say, [&](const std::string& part) { return says(text, plain(part)); });
  if (!says_all || question.products.empty()) return says_all;
  if (answer.products.empty()) return false;
  const Product* first = catalogue.with(answer.products.front());
  return first != nullptr &&
         std::ranges::find(question.products, first->name) != question.products.end();
}

}  // namespace

void score_catalogue_questions(const CatalogueQuestions& questions, const Config& config) {
  std::ifstream in(questions.file);
  if (!in) throw std::runtime_error(questions.file + " cannot be read");
  const std::vector<Question> all = questions_of(nlohmann::json::parse(in));
  db::Connection db(questions.database);
  const Catalogue catalogue(db);
  const Messages messages = Messages::load(config.templates + "/messages.en.txt");
  const auto assistant = chat::make_assistant(config);
  std::map<std::string, std::pair<int, int>> kinds;  // right, asked
  int right = 0;
  int wrong_numbers = 0;
  for (const Question& question : all) {
    const chat::AnswerText answer = assistant->answer(
        db, {.text = question.text, .owner = {0, "evaluation"}, .now = clock_now()},
        [&](const std::string& key, const std::vector<std::string>& arguments) {
          return messages.say(key, arguments);
        },
        "USD");
    auto& [rights, asked] = kinds[question.kind];
    ++asked;
    if (is_right(question, answer, catalogue)) {
      ++rights;
      ++right;
      continue;
    }
    if (std::ranges::any_of(answer.text, is_digit)) ++wrong_numbers;
    if (questions.shows_misses) {
      std::cout << question.kind << " | " << question.text << " | " << answer.intent << " | ";
      for (const std::string& part : question.must_say) std::cout << part << "; ";
      std::cout << "| " << shortened(answer.text, 200) << '\n';
    }
  }
  for (const auto& [kind, count] : kinds) {
    std::cout << kind << '\t' << count.first << " of " << count.second << '\n';
  }
  std::cout << "right\t" << right << " of " << all.size() << "\nwrong_with_a_number\t"
            << wrong_numbers << '\n';
}

}  // namespace chat_eval
