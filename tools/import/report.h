/// report.h - what an import says: rows that it could not use, how far it is, what it did.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"

namespace importer {

/// The import as a whole cannot go on: a missing file or column, or a bad row under --strict.
class Refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One row cannot be used; the reason goes to the report, and the import goes on.
class Unusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What became of a row that was not imported.
enum class Verdict {
  bad,       // broken, or it names what is not there; --strict gives up
  left_out,  // whole, but no row for a shop by the source's documented rules
};

/// Writes "file:line: bad: reason", a line a row.
class Report {
 public:
  /// All rows go to `listing`; when there is none, the first few go to `progress`.
  Report(std::ostream& progress, std::ostream* listing) : progress_(progress), listing_(listing) {}

  void row(Verdict verdict, std::string_view file, std::int64_t line, std::string_view reason);
  void bad(std::string_view file, std::int64_t line, std::string_view reason) {
    row(Verdict::bad, file, line, reason);
  }
  void left_out(std::string_view file, std::int64_t line, std::string_view reason) {
    row(Verdict::left_out, file, line, reason);
  }
  /// "stage …" for whoever waits.
  void progress(const std::string& stage);
  /// Says how many rows were not shown.
  void finish();

  std::int64_t bad_rows() const { return bad_; }
  std::int64_t left_out_rows() const { return left_out_; }

 private:
  std::ostream& progress_;
  std::ostream* listing_;
  std::int64_t bad_ = 0;
  std::int64_t left_out_ = 0;
};

struct Options {
  int stock = 25;        // pieces of each product, where the source knows no stock
  bool strict = false;   // give up when a row is bad
  bool dry_run = false;  // do everything, then roll back
  std::string currency = "USD";
};

/// What an import did: printed on stdout, a line a count.
struct Summary {
  struct Count {
    std::string what{};
    std::int64_t number = 0;
    bool is_money = false;  // number is cents
  };
  std::vector<Count> counts{};

  void add(std::string what, std::int64_t number) {
    counts.push_back({std::move(what), number, false});
  }
  void add(std::string what, Money amount) {
    counts.push_back({std::move(what), amount.cents, true});
  }
  /// Throws std::out_of_range for a count that is not there.
  std::int64_t operator[](std::string_view what) const;
};

std::ostream& operator<<(std::ostream& output, const Summary& summary);

}  // namespace importer
