/// csv_reader.h - reads comma-separated files as the world really writes them, a record at a time.
///
/// Source: RFC 4180; besides it a byte order mark, line ends LF or CRLF, ';' or a tab instead of
///         ',' (whichever the first line has most of), and Windows-1252 where a field is no UTF-8.
/// Errors: a record that cannot be read carries its `problem`; reading goes on in the next line.
///         A quote that is never closed costs its own line only, not the rest of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

constexpr std::size_t kMostFieldBytes = 64 * 1024;
constexpr std::size_t kMostRecordBytes = 1024 * 1024;
constexpr std::size_t kMostFields = 1000;

struct CsvRecord {
  std::int64_t line = 0;              // where it begins in the file, from 1
  std::string_view raw{};             // its bytes in the file, without the line end
  std::vector<std::string> fields{};  // UTF-8 without NUL, not trimmed
  std::string problem{};              // why it cannot be used; empty: it can
};

class CsvReader {
 public:
  /// `bytes` must outlive the reader.
  explicit CsvReader(std::string_view bytes);

  /// False at the end of the file. Empty lines are passed over.
  bool next(CsvRecord& record);

  char separator() const { return separator_; }
  /// How many of the bytes are behind us, for showing progress.
  std::size_t position() const { return position_; }

 private:
  enum class Ending { field, record };
  bool skip_empty_lines();
  void read_record(CsvRecord& record);
  Ending read_field(CsvRecord& record);
  Ending read_quoted(CsvRecord& record, std::string& field);
  Ending read_plain(CsvRecord& record, std::string& field);
  Ending end_of_field();
  void resume_after(const CsvRecord& record, std::size_t begin);

  std::string_view bytes_;
  std::size_t position_ = 0;
  std::int64_t line_ = 1;
  char separator_ = ',';
};

/// Windows-1252 as UTF-8; its five undefined bytes become U+FFFD.
/// Source: WHATWG Encoding Standard, index windows-1252 (the table of bytes 80 to 9F).
std::string from_windows_1252(std::string_view bytes);

/// True for a file that begins with the byte order mark of UTF-16, as "Unicode text" of
/// spreadsheets.
bool is_utf16(std::string_view bytes);

/// Such a file as UTF-8, without the mark; half a pair of surrogates becomes U+FFFD.
/// Source: Unicode 15, table 3-5.
std::string from_utf16(std::string_view bytes);
