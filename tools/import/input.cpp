#include "import/input.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/text.h"

namespace importer {

MappedFile::MappedFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const bool is_file =
      descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  size_ = is_file ? static_cast<std::size_t>(status.st_size) : 0;
  void* memory = nullptr;
  if (size_ > 0) memory = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (descriptor >= 0) ::close(descriptor);
  if (!is_file || memory == MAP_FAILED)
    throw Refused(file.string() + ": is no file that can be read");
  data_ = static_cast<const char*>(memory);
}

MappedFile::~MappedFile() {
  if (size_ > 0) ::munmap(const_cast<char*>(data_), size_);
}

CsvTable::CsvTable(const std::filesystem::path& file, std::span<const std::string_view> columns,
                   Report& report)
    : name_(file.filename().string()), file_(file), reader_(file_.bytes()), report_(report) {
  report_.progress("reading " + name_);
  read_header(columns);
}

void CsvTable::read_header(std::span<const std::string_view> columns) {
  if (!reader_.next(record_) || !record_.problem.empty())
    throw Refused(name_ + ": has no header line");
  width_ = record_.fields.size();
  const auto position = [&](std::string_view column) {
    const auto found = std::find_if(
        record_.fields.begin(), record_.fields.end(),
        [&](const std::string& name) { return to_lower(trimmed(name)) == to_lower(column); });
    if (found == record_.fields.end()) {
      throw Refused(name_ + ": has no column \"" + std::string(column) + '"');
    }
    return static_cast<std::size_t>(found - record_.fields.begin());
  };
  for (const std::string_view column : columns) places_.push_back(position(column));
}

bool CsvTable::next() {
  constexpr std::int64_t kTold = 100'000;
  while (reader_.next(record_)) {
    ++rows_;
    if (rows_ % kTold == 0) report_.progress("  " + std::to_string(rows_) + " rows");
    if (!record_.problem.empty()) {
      bad(record_.problem);
    } else if (record_.fields.size() != width_) {
      bad("has " + std::to_string(record_.fields.size()) + " fields instead of " +
          std::to_string(width_));
    } else {
      return true;
    }
  }
  return false;
}

std::string_view CsvTable::field(std::size_t column) const {
  return trimmed(record_.fields[places_.at(column)]);
}

}  // namespace importer
