#include "base/kept_setting.h"

#include "base/secrets.h"
#include "base/text.h"

std::string kept_setting(std::string_view name) {
  return secret(name);
}

int kept_number(std::string_view name) {
  return static_cast<int>(to_integer(secret(name)).value_or(0));
}
