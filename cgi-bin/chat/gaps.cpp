#include "chat/gaps.h"

#include <algorithm>

#include "chat/understand.h"
#include "chat_staff.sql.h"
#include "db/read_only.h"

namespace chat {
namespace {

constexpr int kMostGaps = 2000;        // wordings
constexpr int kMostUnderstood = 3000;  // questions
constexpr std::size_t kExamples = 8;

/// Whether the addition says anything about these words.
bool touches(const ShopWords& addition, const std::vector<Token>& tokens, const Phrases& phrases) {
  if (addition.find(tokens, phrases) != nullptr) return true;
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    const std::size_t most = std::min(tokens.size(), begin + search::kMostPhrase);
    for (std::size_t end = begin + 1; end <= most; ++end) {
      if (!addition.synonyms(key_of(tokens, begin, end)).empty()) return true;
    }
  }
  return false;
}

/// Understood, and if something was looked for, found.
bool is_answered(const AnswerText& answer) {
  return is_understood(answer.intent, answer.confidence) && answer.not_found.empty();
}

/// Asks one question after the other, as a guest who says nothing else.
class Trial {
 public:
  Trial(db::Connection& db, Assistant& assistant, const Wording& wording,
        const std::string& currency, const Addition& addition, Instant now)
      : db_(db),
        assistant_(assistant),
        wording_(wording),
        currency_(currency),
        now_(now),
        only_(addition.rules, addition.templates, assistant.phrases()) {
    std::vector<search::Rule> rules = search::list_rules(db);
    std::vector<AnswerTemplate> templates = list_templates(db);
    before_ = ShopWords(rules, templates, assistant.phrases());
    rules.insert(rules.end(), addition.rules.begin(), addition.rules.end());
    // The new one first: it is the one on trial.
    templates.insert(templates.begin(), addition.templates.begin(), addition.templates.end());
    after_ = ShopWords(rules, templates, assistant.phrases());
  }

  bool touches(const std::string& question) const {
    return chat::touches(only_, normalise(question), assistant_.phrases());
  }
  AnswerText without(const std::string& question) { return ask(question, before_); }
  AnswerText with(const std::string& question) { return ask(question, after_); }

 private:
  AnswerText ask(const std::string& question, const ShopWords& words) {
    return assistant_.answer(
        db_, {.text = question, .owner = {0, "trial"}, .now = now_, .on_trial = &words}, wording_,
        currency_);
  }

  db::Connection& db_;
  Assistant& assistant_;
  const Wording& wording_;
  const std::string& currency_;
  Instant now_;
  ShopWords only_;
  ShopWords before_;
  ShopWords after_;
};

}  // namespace

bool is_understood(std::string_view intent, double confidence) {
  constexpr double kGuess = 0.5;  // what is less certain is a guess
  return confidence >= kGuess && intent != "out_of_scope" && intent != "nonsense";
}

std::vector<QuestionGap> list_gaps(db::Connection& db, Instant since, int limit, GapGroups groups) {
  std::vector<QuestionGap> gaps;
  for (const db::Row row :
       db.run(sql::chat_staff::gaps, since, limit, groups == GapGroups::sought)) {
    gaps.push_back({.text = row.string("text"),
                    .times = row.small("times"),
                    .conversations = row.small("conversations"),
                    .last_at = row.instant("last_at"),
                    .intent = row.string("intent"),
                    .not_found = row.string("not_found"),
                    .conversation_id = row.integer("conversation_id")});
  }
  return gaps;
}

AdditionEffect try_out(db::Connection& db, Assistant& assistant, const Wording& wording,
                       const std::string& currency, const Addition& addition, Instant since,
                       Instant now) {
  const db::ReadOnly nothing_stays(db);
  Trial trial(db, assistant, wording, currency, addition, now);
  AdditionEffect effect;
  for (const QuestionGap& gap : list_gaps(db, since, kMostGaps, GapGroups::wording)) {
    effect.gaps += gap.times;
    if (!trial.touches(gap.text)) continue;
    const AnswerText answer = trial.with(gap.text);
    // What this build says anyway is not the addition's merit, be it sure of it or not.
    if (!is_answered(answer) || answer.text == trial.without(gap.text).text) continue;
    effect.answered += gap.times;
    if (effect.answered_examples.size() < kExamples) {
      effect.answered_examples.push_back({gap.text, gap.times, answer.text});
    }
  }
  for (const db::Row row : db.run(sql::chat_staff::understood, since, kMostUnderstood)) {
    const std::string question = row.string("text");
    effect.understood += row.small("times");
    if (!trial.touches(question)) continue;
    const AnswerText answer = trial.with(question);
    if (answer.text == trial.without(question).text) continue;
    effect.changed += row.small("times");
    if (effect.changed_examples.size() < kExamples) {
      effect.changed_examples.push_back({question, row.small("times"), answer.text});
    }
  }
  return effect;
}

}  // namespace chat
