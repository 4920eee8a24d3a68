/// csv_file.h - a CSV file that people bring in: its columns by name, its rows one by one, and the
/// report of what it would do. What products, stock, customers and orders have in common.
///
/// Source: base/csv_reader.h for what such a file may look like, and UTF-16 as spreadsheets write
/// it. Errors: what is wrong with a row is in the report; NotThatCsv when it is no such file at
/// all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv_reader.h"
#include "base/time.h"

/// No file of this kind. what() is "first_line" (it cannot be read), "column" (the one named by
/// detail() is missing), "column_twice", "columns" (too many), "secret" (it holds passwords) or
/// "pieces" (more than two million new ones).
class NotThatCsv : public std::runtime_error {
 public:
  explicit NotThatCsv(const std::string& code, std::string detail = {})
      : std::runtime_error(code), detail_(std::move(detail)) {}
  const std::string& detail() const { return detail_; }

 private:
  std::string detail_;
};

/// A row that is left out. `code` says why; each file's header lists its own.
struct RowProblem {
  std::int64_t line = 0;  // of the file, from 1
  std::string code{};
  std::string detail{};  // what stood there, shortened
};

/// One thing that a row changes.
struct RowChange {
  std::int64_t line = 0;
  std::string subject{};  // stock code, e-mail address, number of the order
  std::string field{};    // "new" for what was not there before
  std::string before{};
  std::string after{};
};

inline constexpr int kRowsShown = 100;  // problems and changed rows that a report lists at most

struct CsvReport {
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t bad = 0;
  std::vector<RowProblem> problems{};  // the first ones, by line
  std::vector<RowChange> changes{};    // of the first rows
  std::vector<std::string> ignored{};  // columns that nobody knows
  std::int64_t import_id = 0;          // 0: nothing was changed

  /// Counts rows that the database judged: "new", "changed", "same", or why they are left out.
  void count(std::string_view verdict, std::int64_t rows_judged);
  void add_problem(std::int64_t line, std::string code, std::string_view detail);
  void add_change(std::int64_t line, std::string subject, std::string field,
                  std::string_view before, std::string_view after);
  /// The first problems by line, and no more than are shown.
  void sort_problems();
};

struct CsvImport {
  std::string file_name{};
  std::optional<std::int64_t> account_id{};  // who does it
  bool dry_run = true;                       // only the report
  std::string currency{};                    // of the shop's orders; empty: any
};

/// What became of the rows of an import that is taken back.
struct CsvUndone {
  std::int64_t undone = 0;
  std::int64_t left = 0;  // somebody changed these since, so they stay as they are
};

/// Letters, digits and signs only: no control characters, but for line ends and tabs in `lines`.
bool has_control_characters(std::string_view text, bool lines = false);

/// "2026-03-01T12:00:04Z", or a day alone, which is its first moment in UTC; nothing for anything
/// else.
std::optional<Instant> moment_in(std::string_view cell);

class CsvFile {
 public:
  struct Columns {
    std::span<const std::string_view> names;   // all known ones, lower case
    std::span<const std::string_view> needed;  // those that must be there
    std::string_view prefix = {};              // "detail:": any number of further columns
    std::size_t most_extra_characters = 100;   // of their names
  };

  /// Reads the first line; `bytes` must outlive the file.
  CsvFile(std::string_view bytes, const Columns& columns);
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;

  /// False at the end. Rows that cannot be read are put among the problems and passed over.
  bool next();
  std::int64_t line() const { return record_.line; }

  /// True when the file has the column; `name` is its place in Columns::names.
  bool has(std::size_t name) const { return places_[name].has_value(); }
  /// As a person meant it: trimmed, without the apostrophe that guards against formulas. Empty when
  /// the row or the file has no such cell.
  std::string_view cell(std::size_t name) const;
  /// Nothing when the file has no such column.
  std::optional<std::string> maybe(std::size_t name) const;

  /// The columns that begin with the prefix, by what follows it.
  const std::vector<std::string>& extras() const { return extras_; }
  std::string_view extra(std::size_t number) const;

  /// Leaves this row out.
  void fail(const char* code, std::string_view detail);

  CsvReport& report() { return report_; }

 private:
  void read_header(const Columns& columns);
  void take_column(const Columns& columns, std::string_view field, std::size_t place);
  std::string_view at(std::size_t place) const;

  std::string converted_;  // of a file in UTF-16
  CsvReader reader_;
  CsvRecord record_;
  std::size_t width_ = 0;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::string> extras_;
  std::vector<std::size_t> extra_places_;
  CsvReport report_;
};
