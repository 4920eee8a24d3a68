#include "search/rules.h"

#include <algorithm>

#include "base/text.h"
#include "search_rules.sql.h"

namespace search {
namespace {

std::string_view to_text(RuleKind kind) {
  switch (kind) {
    case RuleKind::same: return "same";
    case RuleKind::also: return "also";
    case RuleKind::stop: return "stop";
  }
  throw std::logic_error("unknown RuleKind");
}

RuleKind to_kind(std::string_view text) {
  if (text == "same") return RuleKind::same;
  return text == "also" ? RuleKind::also : RuleKind::stop;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  if (text.empty()) return lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  return lines;
}

std::string key_of(std::span<const std::string> words, const Stemmer& stemmer) {
  std::string key;
  for (const std::string& word : words) {
    if (!key.empty()) key += ' ';
    key += stemmer.stem(word);
  }
  return key;
}

}  // namespace

WordRules::WordRules() {
  for (const std::string_view word : usual_stop_words()) stop_words_.emplace(word);
}

WordRules::WordRules(std::span<const Rule> rules, const Stemmer& stemmer) {
  for (const Rule& rule : rules) {
    if (rule.kind == RuleKind::stop) {
      for (const std::string& word : rule.words) {
        for (std::string& part : words_of(word, kMostPhrase)) stop_words_.insert(std::move(part));
      }
      continue;
    }
    const auto& targets = rule.kind == RuleKind::same ? rule.words : rule.means;
    for (const std::string& word : rule.words) {
      const std::vector<std::string> from = words_of(word, kMostPhrase);
      if (from.empty()) continue;
      auto& means = synonyms_[key_of(from, stemmer)];
      for (const std::string& target : targets) {
        Phrase phrase = words_of(target, kMostPhrase);
        if (!phrase.empty() && phrase != from) means.push_back(std::move(phrase));
      }
    }
  }
}

bool WordRules::is_stop_word(std::string_view word) const {
  return stop_words_.contains(word);
}

WordRules::Hit WordRules::find(std::span<const std::string> words, std::size_t at,
                               const Stemmer& stemmer) const {
  if (synonyms_.empty()) return {};
  for (std::size_t length = std::min(kMostPhrase, words.size() - at); length > 0; --length) {
    const auto known = synonyms_.find(key_of(words.subspan(at, length), stemmer));
    if (known != synonyms_.end()) return {length, &known->second};
  }
  return {};
}

std::vector<std::string> read_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    const std::string clean = to_lower(trimmed(word));
    const bool is_new = std::find(words.begin(), words.end(), clean) == words.end();
    if (!clean.empty() && is_new) words.push_back(clean);
    word.clear();
  };
  for (const char c : text) {
    if (c == ',' || c == '\n' || c == ';') {
      end_word();
    } else if (c != '\r') {
      word += c;
    }
  }
  end_word();
  return words;
}

std::vector<Rule> list_rules(db::Connection& db) {
  std::vector<Rule> rules;
  for (const db::Row row : db.run(sql::search_rules::rules)) {
    rules.push_back({row.integer("id"), row.small("version"), to_kind(row.text("kind")),
                     lines_of(row.text("words")), lines_of(row.text("means"))});
  }
  return rules;
}

RuleOutcome save_rule(db::Connection& db, const Rule& rule) {
  const std::string words = db::array_of(rule.words);
  const std::string means = db::array_of(rule.means);
  if (rule.id == 0) {
    if (rule.kind == RuleKind::stop) return RuleOutcome::no_such_rule;
    db.run(sql::search_rules::create_rule, to_text(rule.kind), words, means);
    return RuleOutcome::done;
  }
  if (db.first(sql::search_rules::save_rule, rule.id, rule.version, to_text(rule.kind), words,
               means)) {
    return RuleOutcome::done;
  }
  return db.first(sql::search_rules::rule_exists, rule.id) ? RuleOutcome::changed_meanwhile
                                                           : RuleOutcome::no_such_rule;
}

RuleOutcome remove_rule(db::Connection& db, std::int64_t id, int version) {
  if (db.first(sql::search_rules::remove_rule, id, version)) return RuleOutcome::done;
  return db.first(sql::search_rules::rule_exists, id) ? RuleOutcome::changed_meanwhile
                                                      : RuleOutcome::no_such_rule;
}

}  // namespace search
