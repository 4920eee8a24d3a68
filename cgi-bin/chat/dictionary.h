/// dictionary.h - the words of the visitors' language, so that "loud" is not read as "cloud".
///
/// Source: word lists as Debian's packages wamerican-small and wbritish-small install them: one
/// word
///         a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chat {

class Dictionary {
 public:
  /// Reads these files; one that is missing adds nothing. "" is passed over.
  static Dictionary load(const std::vector<std::string>& files);

  /// In lower case, without apostrophes: "dont" is known because of "don't".
  bool knows(std::string_view word) const;
  std::size_t size() const { return starts_.size(); }

 private:
  std::string_view word_at(std::uint32_t start) const;

  // One text and where its words start, in order: a third of what a set of strings takes.
  std::string text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace chat
