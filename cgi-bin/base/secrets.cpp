#include "base/secrets.h"

#include <map>
#include <utility>

namespace {

std::map<std::string, std::string, std::less<>>& kept() {
  static std::map<std::string, std::string, std::less<>> secrets;
  return secrets;
}

}  // namespace

std::string secret(std::string_view name) {
  const auto found = kept().find(name);
  return found == kept().end() ? "" : found->second;
}

void keep_secret(std::string_view name, std::string value) {
  kept()[std::string(name)] = std::move(value);
}
