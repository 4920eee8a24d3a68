/// input.h - the files an import reads: mapped into memory, columns found by their names.
///
/// Errors: Refused when a file cannot be read or lacks a column; rows that cannot be read go to the
///         report and are passed over.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv_reader.h"
#include "import/report.h"

namespace importer {

class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A file with one row a record and the names of its columns in the first line.
class CsvTable {
 public:
  CsvTable(const std::filesystem::path& file, std::span<const std::string_view> columns,
           Report& report);

  /// The next readable row, or false at the end of the file.
  bool next();
  /// Without spaces around it. `column` counts in the columns asked for.
  std::string_view field(std::size_t column) const;
  std::int64_t line() const { return record_.line; }
  /// The row's bytes; valid as long as the table.
  std::string_view raw() const { return record_.raw; }
  const std::string& name() const { return name_; }
  std::int64_t rows() const { return rows_; }

  void bad(std::string_view reason) { report_.bad(name_, line(), reason); }
  void left_out(std::string_view reason) { report_.left_out(name_, line(), reason); }

 private:
  void read_header(std::span<const std::string_view> columns);

  std::string name_;
  MappedFile file_;
  CsvReader reader_;
  Report& report_;
  CsvRecord record_{};
  std::vector<std::size_t> places_{};  // where each column asked for stands in a record
  std::size_t width_ = 0;
  std::int64_t rows_ = 0;
};

}  // namespace importer
