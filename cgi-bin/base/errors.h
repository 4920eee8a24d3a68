/// errors.h - the kinds of bad news that rise above the place where they happen.
#pragma once

#include <stdexcept>

/// Something that we depend on (database, language model, mail server) is away for now.
/// web/dispatch.cpp answers 503; a tool prints it and ends with a failure code.
class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
