#include "chat_eval/sentences.h"

#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "base/messages.h"
#include "base/text.h"
#include "chat/assistant.h"
#include "chat/catalogue_words.h"
#include "chat_eval.sql.h"
#include "chat_eval/judge.h"

namespace chat_eval {
namespace {

struct Sentence {
  std::string text{};
  std::string intent{};
  Slots slots{};
};

Slots to_slots(std::string_view text) {
  Slots slots;
  for (const std::string_view part : split(text, ';')) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    slots.emplace_back(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
  }
  return slots;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::vector<Sentence> read_sentences(const SentenceSet& set, const std::string& order) {
  std::ifstream in(set.file);
  if (!in) throw std::runtime_error(set.file + " cannot be read");
  std::vector<Sentence> sentences;
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::string filled = replaced(line, "{order}", order);
    const auto cells = split(filled, '\t');
    if (cells.size() < 2) throw std::runtime_error(set.file + ": a column is missing: " + line);
    sentences.push_back({std::string(cells[0]), std::string(cells[1]),
                         cells.size() > 2 ? to_slots(cells[2]) : Slots{}});
    if (set.typos > 0) {
      sentences.back().text = with_typing_error(sentences.back().text, set.typos);
    }
  }
  return sentences;
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Tally {
  int asked = 0;
  int intents = 0;
  int answers = 0;
};

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

void print_line(const std::string& name, const Tally& tally) {
  std::cout << std::left << std::setw(16) << name << std::right << std::setw(5) << tally.asked
            << std::setw(9) << share(tally.intents, tally.asked) << std::setw(9)
            << share(tally.answers, tally.asked) << '\n';
}

void print(const std::map<std::string, Tally>& tallies, const SlotCount& slots) {
  std::cout << std::fixed << std::setprecision(3);
  std::cout << "intent         asked   intent   answer\n";
  Tally all;
  for (const auto& [intent, tally] : tallies) {
    print_line(intent, tally);
    all.asked += tally.asked;
    all.intents += tally.intents;
    all.answers += tally.answers;
  }
  print_line("all", all);
  std::cout << "slots: precision " << share(slots.right, slots.said) << ", recall "
            << share(slots.right, slots.meant) << ", F1 "
            << share(2 * slots.right, slots.said + slots.meant) << '\n';
}

void print_miss(const Sentence& sentence, const Reply& reply, const Verdict& verdict) {
  std::cout << (verdict.is_intent_right ? "" : "INTENT ")
            << (verdict.is_answer_right ? "" : "ANSWER ")
            << (verdict.slots.is_all_right() ? "" : "SLOTS ") << "| " << sentence.text << " | "
            << sentence.intent << " -> " << reply.answer.intent << " | meant";
  for (const auto& [key, value] : sentence.slots) std::cout << ' ' << key << '=' << value << ';';
  std::cout << " | said " << described(reply.understanding) << " | "
            << shortened(replaced(reply.answer.text, "\n", " / "), 160) << '\n';
}

}  // namespace

void score_sentences(const SentenceSet& set) {
  db::Connection db(set.database);
  const Catalogue catalogue(db);
  const Messages messages = Messages::load(set.templates + "/messages.en.txt");
  const chat::Wording wording = [&](const std::string& key,
                                    const std::vector<std::string>& arguments) {
    return messages.say(key, arguments);
  };
  const std::string phrase_file = set.templates + "/chat/phrases.en.txt";
  const chat::Phrases phrases = chat::Phrases::load(phrase_file);
  chat::CatalogueWords words(phrases);
  chat::Assistant assistant(phrase_file);
  const chat::Dictionary dictionary = chat::Dictionary::load(set.dictionaries);
  assistant.set_dictionary(dictionary);
  std::optional<chat::IntentModel> model;
  if (!set.model_file.empty()) {
    model = chat::IntentModel::load(read_file(set.model_file));
    assistant.set_intents(*model);
  }
  const auto customer = db.first(sql::chat_eval::customer);
  const chat::Owner owner{customer ? customer->integer("id") : 0, "evaluation"};
  const std::string order = customer ? customer->string("number") : "";

  std::map<std::string, Tally> tallies;
  SlotCount slots;
  std::clock_t clocks = 0;
  const auto sentences = read_sentences(set, order);
  for (const Sentence& sentence : sentences) {
    Reply reply;
    reply.understanding = chat::understand(
        sentence.text, {phrases, words.refresh(db), &dictionary, model ? &*model : nullptr});
    if (set.shows_gists) {
      std::cout << sentence.intent << '\t' << reply.understanding.gist << '\n';
      continue;
    }
    const std::clock_t start = std::clock();
    reply.answer = assistant.answer(db, {.text = sentence.text, .owner = owner, .now = clock_now()},
                                    wording, "USD");
    clocks += std::clock() - start;
    const Verdict verdict = judge(catalogue, sentence.intent, sentence.slots, reply);
    Tally& tally = tallies[sentence.intent];
    ++tally.asked;
    tally.intents += verdict.is_intent_right ? 1 : 0;
    tally.answers += verdict.is_answer_right ? 1 : 0;
    slots.add(verdict.slots);
    if (set.shows_misses && !verdict.is_all_right()) print_miss(sentence, reply, verdict);
  }
  if (set.shows_gists) return;
  print(tallies, slots);
  std::cout << "cpu_us_a_turn (without PostgreSQL's) "
            << 1e6 * static_cast<double>(clocks) / CLOCKS_PER_SEC /
                   static_cast<double>(std::max<std::size_t>(sentences.size(), 1))
            << '\n';
}

}  // namespace chat_eval
