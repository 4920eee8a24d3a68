#include "chat/phrases.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.h"

namespace chat {
namespace {

constexpr int kMostSkipped = 5;  // tokens that a '*' may pass over
constexpr std::string_view kNumber = "NUMBER";
constexpr std::string_view kCode = "CODE";
constexpr std::string_view kGap = "*";

/// "show/find (me)" -> every plain sequence that it stands for.
std::vector<std::vector<std::string>> expanded(std::string_view pattern) {
  std::vector<std::vector<std::string>> sequences{{}};
  for (const std::string_view element : split(pattern, ' ')) {
    if (element.empty()) continue;
    const bool is_optional = element.front() == '(' && element.back() == ')';
    const std::string_view inside = is_optional ? element.substr(1, element.size() - 2) : element;
    std::vector<std::vector<std::string>> longer;
    for (const auto& sequence : sequences) {
      if (is_optional) longer.push_back(sequence);
      for (const std::string_view word : split(inside, '/')) {
        longer.push_back(sequence);
        longer.back().emplace_back(word);
      }
    }
    sequences = std::move(longer);
  }
  return sequences;
}

bool is_code(const Token& token) {
  return std::ranges::any_of(token.word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Phrases Phrases::load(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw PhraseError(file + ": cannot be read");
  std::ostringstream text;
  text << stream.rdbuf();
  return parse(text.str(), file);
}

Phrases Phrases::parse(std::string_view text, const std::string& name) {
  Phrases phrases;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') continue;
    try {
      phrases.add_line(content);
    } catch (const PhraseError& error) {
      throw PhraseError(name + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return phrases;
}

void Phrases::add_line(std::string_view line) {
  const std::size_t equals = line.find(" = ");
  if (equals == std::string_view::npos) throw PhraseError("needs 'key = pattern | pattern'");
  const std::string key(trimmed(line.substr(0, equals)));
  const auto patterns = split(line.substr(equals + 3), '|');
  if (key == "common") {
    for (const std::string_view word : split(line.substr(equals + 3), ' ')) {
      common_.emplace(word);
      words_.emplace(word);
    }
    return;
  }
  if (key == "kinds") {
    for (const std::string_view pattern : patterns) kinds_.insert(key_of(pattern));
    return;
  }
  if (key == "same") {
    std::vector<std::string> group;
    for (const std::string_view pattern : patterns) group.push_back(key_of(pattern));
    for (const std::string& word : group) {
      for (const std::string& other : group) {
        if (word != other) synonyms_[word].push_back(other);
      }
      words_.insert(word);
    }
    return;
  }
  auto found = std::ranges::find(keys_, key);
  if (found == keys_.end()) found = keys_.insert(keys_.end(), key);
  for (const std::string_view pattern : patterns) {
    if (trimmed(pattern).empty()) throw PhraseError("has an empty pattern");
    add_pattern(static_cast<int>(found - keys_.begin()), trimmed(pattern));
  }
}

void Phrases::add_pattern(int key, std::string_view pattern) {
  for (const auto& sequence : expanded(pattern)) {
    if (!sequence.empty()) add_path(key, sequence);
  }
}

void Phrases::add_path(int key, const std::vector<std::string>& elements) {
  int node = 0;
  for (const std::string& element : elements) node = child(node, element);
  auto& ends = nodes_[static_cast<std::size_t>(node)].ends;
  if (std::ranges::find(ends, key) == ends.end()) ends.push_back(key);
}

int Phrases::child(int node, const std::string& element) {
  const auto make = [&](int& place) {
    if (place >= 0) return place;
    place = static_cast<int>(nodes_.size());
    return place;
  };
  Node& here = nodes_[static_cast<std::size_t>(node)];
  int next = 0;
  if (element == kNumber) {
    next = make(here.number);
  } else if (element == kCode) {
    next = make(here.code);
  } else if (element == kGap) {
    next = make(here.gap);
  } else {
    words_.insert(element);
    next = make(here.words.try_emplace(element, -1).first->second);
  }
  if (next == static_cast<int>(nodes_.size())) nodes_.emplace_back();
  return next;
}

void Phrases::walk(const std::vector<Token>& tokens, int index, std::size_t at, int gap_left,
                   Hit& hit, std::vector<Hit>& found) const {
  const Node& node = nodes_[static_cast<std::size_t>(index)];
  hit.end = at;
  for (const int key : node.ends) {
    found.push_back(hit);
    found.back().key = keys_[static_cast<std::size_t>(key)];
  }
  if (node.gap >= 0) walk(tokens, node.gap, at, kMostSkipped, hit, found);
  if (at >= tokens.size()) return;
  const Token& token = tokens[at];
  hit.matched.push_back(at);
  const auto step = [&](const std::string& word) {
    const auto next = node.words.find(word);
    if (next != node.words.end()) walk(tokens, next->second, at + 1, 0, hit, found);
  };
  step(token.word);
  if (token.base != token.word) step(token.base);
  for (const int next : {token.is_number ? node.number : -1, is_code(token) ? node.code : -1}) {
    if (next < 0) continue;
    hit.numbers.push_back(at);
    walk(tokens, next, at + 1, 0, hit, found);
    hit.numbers.pop_back();
  }
  hit.matched.pop_back();
  if (gap_left > 0) walk(tokens, index, at + 1, gap_left - 1, hit, found);
}

std::vector<Hit> Phrases::find(const std::vector<Token>& tokens) const {
  std::vector<Hit> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Hit hit{.begin = at, .end = at};
    walk(tokens, 0, at, 0, hit, found);
  }
  std::ranges::stable_sort(
      found, [](const Hit& a, const Hit& b) { return a.matched.size() > b.matched.size(); });
  return found;
}

const std::vector<std::string>& Phrases::synonyms(const std::string& key) const {
  static const std::vector<std::string> kNone;
  const auto found = synonyms_.find(key);
  return found == synonyms_.end() ? kNone : found->second;
}

}  // namespace chat
