#include "import/json_items.h"

#include "base/text.h"
#include "import/report.h"

namespace importer {
namespace {

/// Steps over JSON text knowing only strings, brackets and lines.
class Walker {
 public:
  explicit Walker(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return at_ >= bytes_.size(); }
  char here() const { return bytes_[at_]; }
  std::size_t at() const { return at_; }
  std::int64_t line() const { return line_; }
  void step() {
    if (here() == '"') skip_string();
    if (done()) return;
    if (here() == '\n') ++line_;
    ++at_;
  }
  void skip_any_of(std::string_view characters) {
    while (!done() && characters.find(here()) != std::string_view::npos) step();
  }

 private:
  /// To the closing quote.
  void skip_string() {
    ++at_;
    while (!done() && here() != '"') {
      if (here() == '\n') ++line_;
      at_ += here() == '\\' ? 2 : 1;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

constexpr std::string_view kSpace = " \t\r\n";

/// To the end of the element: the ',' or ']' behind it, or the end of the file.
void skip_item(Walker& walker) {
  int depth = 0;
  for (; !walker.done(); walker.step()) {
    const char c = walker.here();
    if (depth == 0 && (c == ',' || c == ']')) return;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
  }
}

bool too_deep(std::string_view text) {
  constexpr int kDeepest = 32;
  int depth = 0;
  for (Walker walker(text); !walker.done(); walker.step()) {
    const char c = walker.here();
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > kDeepest) return true;
  }
  return false;
}

}  // namespace

std::vector<JsonItem> json_items(std::string_view bytes, const std::string& name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  Walker walker(bytes);
  walker.skip_any_of(kSpace);
  const bool is_object = !walker.done() && walker.here() == '{';
  if (is_object) walker.step();
  while (is_object && !walker.done() && walker.here() != '[') walker.step();
  if (walker.done() || walker.here() != '[') throw Refused(name + ": holds no JSON list");
  walker.step();
  std::vector<JsonItem> items;
  while (true) {
    walker.skip_any_of(", \t\r\n");
    if (walker.done()) throw Refused(name + ": ends in the middle of the list");
    if (walker.here() == ']') return items;
    const std::size_t begin = walker.at();
    const std::int64_t line = walker.line();
    skip_item(walker);
    items.push_back({line, bytes.substr(begin, walker.at() - begin)});
  }
}

std::optional<nlohmann::json> parse_item(std::string_view text) {
  if (too_deep(text)) return std::nullopt;
  nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
  if (!value.is_object()) return std::nullopt;
  return value;
}

std::optional<std::string> text_of(const nlohmann::json& object, const char* key,
                                   std::size_t most) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return "";
  const std::string& text = found->get_ref<const std::string&>();
  if (!is_clean_utf8(text) || count_characters(text) > most) return std::nullopt;
  return std::string(trimmed(text));
}

std::optional<std::int64_t> whole_of(const nlohmann::json& object, const char* key,
                                     std::int64_t least, std::int64_t most) {
  const auto found = object.find(key);
  // A number beyond 64 bits is read as a double, and is no whole number here.
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  if (found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  const auto number = found->get<std::int64_t>();
  if (number < least || number > most) return std::nullopt;
  return number;
}

std::optional<double> number_of(const nlohmann::json& object, const char* key, double most) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  const double number = found->get<double>();
  if (!(number >= 0 && number <= most)) return std::nullopt;
  return number;
}

}  // namespace importer
