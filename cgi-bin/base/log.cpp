#include "base/log.h"

#include <unistd.h>

#include <string>

#include "base/time.h"

namespace logging {
namespace {

/// A value cannot start a new line or a new field.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    const auto byte = static_cast<unsigned char>(c);
    result += byte < 0x20 ? ' ' : c;
  }
  return result + "\"";
}

}  // namespace

void line(std::string_view text) {
  std::string whole = to_iso(clock_now()) + " " + std::string(text);
  // What a visitor typed into a path cannot start a line of its own.
  for (char& c : whole) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  whole += '\n';
  // One write, so that lines of several workers do not mix; nobody can be told when it fails.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, whole.data(), whole.size());
}

void error(std::string_view request_id, std::string_view what) {
  line("req=" + (request_id.empty() ? "-" : std::string(request_id)) + " error=" + quoted(what));
}

}  // namespace logging
