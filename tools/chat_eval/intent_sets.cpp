#include "chat_eval/intent_sets.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "chat/intent_training.h"

namespace chat_eval {
namespace {

using chat::LabelledSentence;

std::vector<LabelledSentence> read(const std::string& file, const IntentSet& set) {
  std::vector<LabelledSentence> sentences = chat::read_labelled(file, set.label);
  for (LabelledSentence& sentence : sentences) {
    if (sentence.label == set.out_of_scope) sentence.label = chat::kOutOfScope;
  }
  return sentences;
}

/// What is asked must not have been learnt: banking77's dev half lies in its train half.
void remove_known(std::vector<LabelledSentence>& train, const std::vector<LabelledSentence>& dev) {
  std::set<std::string> asked;
  for (const LabelledSentence& sentence : dev) asked.insert(sentence.text);
  const auto doubles = std::erase_if(
      train, [&](const LabelledSentence& sentence) { return asked.contains(sentence.text); });
  std::cout << "train\t" << train.size() << "\ndev\t" << dev.size() << "\nin_both_removed\t"
            << doubles << '\n';
}

struct Count {
  int right = 0;
  int said = 0;
  int is = 0;
};

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

void print(const std::map<std::string, Count>& counts) {
  Count all;
  Count inside;
  double f1 = 0;
  int labels = 0;
  for (const auto& [label, count] : counts) {
    all.right += count.right;
    all.is += count.is;
    if (count.is > 0) {
      ++labels;
      f1 += share(2 * count.right, count.said + count.is);
    }
    if (label == chat::kOutOfScope) continue;
    inside.right += count.right;
    inside.is += count.is;
  }
  std::cout << std::fixed << std::setprecision(4) << "labels\t" << labels << "\naccuracy\t"
            << share(all.right, all.is) << "\nmacro_F1\t" << f1 / labels << '\n';
  const auto outside = counts.find(std::string(chat::kOutOfScope));
  if (outside == counts.end() || outside->second.is == 0) return;
  std::cout << "in_scope_accuracy\t" << share(inside.right, inside.is) << "\nOOS_recall\t"
            << share(outside->second.right, outside->second.is) << "\nOOS_precision\t"
            << share(outside->second.right, outside->second.said) << '\n';
}

}  // namespace

void score_intents(const IntentSet& set) {
  std::vector<LabelledSentence> train = read(set.train_file, set);
  const std::vector<LabelledSentence> dev = read(set.dev_file, set);
  remove_known(train, dev);
  const std::clock_t start = std::clock();
  const chat::IntentModel model = chat::train_intents(train);
  const std::clock_t trained = std::clock();
  std::ofstream predictions;
  if (!set.predictions_file.empty()) predictions.open(set.predictions_file);
  std::map<std::string, Count> counts;
  for (std::size_t i = 0; i < dev.size(); ++i) {
    const chat::IntentGuess guess = model.guess(dev[i].text);
    ++counts[guess.label].said;
    ++counts[dev[i].label].is;
    if (guess.label == dev[i].label) ++counts[guess.label].right;
    const bool is_outside = guess.label == chat::kOutOfScope;
    predictions << i << '\t' << (is_outside ? set.out_of_scope : guess.label) << '\t'
                << guess.confidence << '\n';
  }
  const double predict_us = 1e6 * static_cast<double>(std::clock() - trained) / CLOCKS_PER_SEC;
  print(counts);
  std::cout << std::setprecision(1) << "features\t" << model.feature_count() << "\ntrain_cpu_s\t"
            << static_cast<double>(trained - start) / CLOCKS_PER_SEC << "\ncpu_us_a_sentence\t"
            << predict_us / static_cast<double>(std::max<std::size_t>(dev.size(), 1)) << '\n';
}

}  // namespace chat_eval
