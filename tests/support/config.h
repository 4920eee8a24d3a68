/// config.h - another setting for one test.
#pragma once

#include <utility>

#include "base/config.h"

namespace support {

/// What test_config() shows.
Config& changeable_config();

/// The setting has another value as long as this lives.
template <class Value>
class Changed {
 public:
  Changed(Value Config::*field, Value value)
      : field_(field), before_(std::exchange(changeable_config().*field, std::move(value))) {}
  ~Changed() { changeable_config().*field_ = std::move(before_); }
  Changed(const Changed&) = delete;
  Changed& operator=(const Changed&) = delete;

 private:
  Value Config::*field_;
  Value before_;
};

}  // namespace support
