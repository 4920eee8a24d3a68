/// messages.h - a sentence for a visitor, chosen now and worded later.
#pragma once

#include <string>
#include <vector>

#include "base/messages.h"

namespace web {

using ::Messages;

/// A sentence chosen now and worded later: its key and what is put into it.
struct Message {
  std::string key{};
  std::vector<std::string> arguments{};

  bool empty() const { return key.empty(); }
};

}  // namespace web
