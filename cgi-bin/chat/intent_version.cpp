#include "chat/intent_version.h"

#include "base/text.h"

namespace chat {
namespace {

constexpr std::string_view kHead = "parley-intent-version-1 ";

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) throw IntentModelError("the intent version is cut off");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string IntentVersion::fair_guess(const std::string& text) const {
  const auto known = unseen.find(text);
  return known == unseen.end() ? model.guess(text).label : known->second;
}

std::string IntentVersion::save() const {
  std::string bytes = std::string(kHead) + std::to_string(unseen.size()) + '\n';
  for (const auto& [text, label] : unseen) {
    bytes.append(text).append(1, '\t').append(label).append(1, '\n');
  }
  return bytes + model.save();
}

IntentVersion IntentVersion::load(std::string_view saved) {
  if (!saved.starts_with(kHead)) throw IntentModelError("this is no intent version");
  saved.remove_prefix(kHead.size());
  const auto lines = to_integer(take_line(saved), 0);
  if (!lines) throw IntentModelError("this is no intent version");
  IntentVersion version;
  for (std::int64_t line = 0; line < *lines; ++line) {
    const std::string_view text = take_line(saved);
    const std::size_t tab = text.rfind('\t');
    if (tab == std::string_view::npos) throw IntentModelError("the intent version is cut off");
    version.unseen.emplace(text.substr(0, tab), text.substr(tab + 1));
  }
  version.model = IntentModel::load(saved);
  return version;
}

}  // namespace chat
