/// number_text.h - small things that make filling a template cheap.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "web/template.h"

namespace web {

/// The decimal text of a number, on the stack: a page has a hundred of them, and CTemplate's own
/// SetIntValue goes through printf.
class NumberText {
 public:
  explicit NumberText(std::int64_t number) {
    size_ = std::to_chars(text_.data(), text_.data() + text_.size(), number).ptr - text_.data();
  }
  operator ctemplate::TemplateString() const {
    return {text_.data(), static_cast<std::size_t>(size_)};
  }

 private:
  std::array<char, 24> text_{};
  std::ptrdiff_t size_ = 0;
};

}  // namespace web
