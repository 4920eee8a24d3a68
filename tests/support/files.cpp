#include "support/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace support {

std::vector<File> files_below(const std::string& folder, const std::vector<std::string>& endings) {
  namespace fs = std::filesystem;
  std::vector<File> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const bool wanted = std::any_of(endings.begin(), endings.end(),
                                    [&](const std::string& end) { return path.ends_with(end); });
    if (!entry.is_regular_file() || !wanted) continue;
    std::ifstream input(path);
    std::ostringstream text;
    text << input.rdbuf();
    files.push_back({path, text.str()});
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

int line_of(const std::string& text, std::size_t position) {
  return 1 + static_cast<int>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

}  // namespace support
