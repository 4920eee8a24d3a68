#include <algorithm>

#include "base/text.h"
#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr int kHeadingWeight = 3;  // a word of the heading says more than one of the text

int words_in(std::string_view text, const std::vector<std::string>& words) {
  int count = 0;
  const std::vector<Token> tokens = normalise(text);
  for (const std::string& word : words) {
    count += std::ranges::find(tokens, word, &Token::base) != tokens.end() ? 1 : 0;
  }
  return count;
}

/// The paragraph that shares most words with the question; the first one when none does.
int best_paragraph(const db::Result& paragraphs, const std::vector<std::string>& words) {
  int best = 0;
  int best_score = 0;
  for (int i = 0; i < paragraphs.size(); ++i) {
    const int score = kHeadingWeight * words_in(paragraphs[i].text("heading"), words) +
                      words_in(paragraphs[i].text("body"), words);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

void say_shipping(const Asking& asking, Answer& answer) {
  for (const db::Row method : asking.db.run(sql::chat::shipping_methods)) {
    const std::string source = "shipping_method " + method.string("code") + " ";
    std::vector<Value> values = {
        {method.string("name"), source + "name"},
        {method.string("days_min"), source + "days_min"},
        {method.string("days_max"), source + "days_max"},
        {to_text(method.money("price_cents"), asking.currency), source + "price_cents"}};
    if (!method.is_null("country")) {
      values.push_back({"country." + to_lower(method.text("country")), source + "country", true});
      answer.say("answer.shipping_in", values);
    } else if (method.is_null("free_from_cents")) {
      answer.say("answer.shipping", values);
    } else {
      values.push_back(
          {to_text(method.money("free_from_cents"), asking.currency), source + "free_from_cents"});
      answer.say("answer.shipping_free_from", values);
    }
  }
}

}  // namespace

Answer act_policy(const Asking& asking) {
  Answer answer;
  const std::string& slug = asking.meaning.policy;
  const bool is_of_one = asking.before.subject.size() == 1 && !asking.meaning.hints.empty();
  if (is_of_one) {
    const Found one = to_found(asking.db, asking.before.subject);
    say_hints(asking, answer, one.products);
    show_products(asking, answer, one.products);
  }
  if (slug == "shipping") say_shipping(asking, answer);
  const auto paragraphs = asking.db.run(sql::chat::policy_paragraphs, slug);
  if (!paragraphs.empty()) {
    const db::Row row = paragraphs[best_paragraph(paragraphs, asking.meaning.words)];
    const std::string source = "policy_paragraph " + slug + " " + row.string("position");
    answer.say("answer.policy", {{row.string("heading"), source}, {row.string("body"), source}});
  }
  if (answer.lines.empty()) answer.say("answer.policy_unknown");
  return answer;
}

}  // namespace chat
