/// files.h - the repository's own files, for tests of its rules. Tests run at its top.
#pragma once

#include <string>
#include <vector>

namespace support {

struct File {
  std::string path{};  // "cgi-bin/web/page.cpp"
  std::string text{};
};

/// All files below `folder` whose name ends with one of `endings`, sorted by path.
std::vector<File> files_below(const std::string& folder, const std::vector<std::string>& endings);

/// Line number (from 1) of a position in a text.
int line_of(const std::string& text, std::size_t position);

}  // namespace support
