#include "import/report.h"

#include <iomanip>
#include <ostream>

namespace importer {

void Report::row(Verdict verdict, std::string_view file, std::int64_t line,
                 std::string_view reason) {
  constexpr std::int64_t kShown = 20;
  const bool is_bad = verdict == Verdict::bad;
  ++(is_bad ? bad_ : left_out_);
  std::ostream* output = listing_;
  // Without a listing only bad rows show: a real file leaves out thousands by its rules.
  if (output == nullptr && is_bad && bad_ <= kShown) output = &progress_;
  if (output == nullptr) return;
  *output << file << ':' << line << (is_bad ? ": bad: " : ": left out: ") << reason << '\n';
}

void Report::progress(const std::string& stage) {
  progress_ << stage << std::endl;
}

void Report::finish() {
  if (bad_ + left_out_ == 0) return;
  progress_ << bad_ << " bad rows, " << left_out_ << " rows left out by rule";
  if (listing_ == nullptr) progress_ << "; --report FILE lists them all";
  progress_ << std::endl;
}

std::int64_t Summary::operator[](std::string_view what) const {
  for (const Count& count : counts) {
    if (count.what == what) return count.number;
  }
  throw std::out_of_range("no count of " + std::string(what));
}

std::ostream& operator<<(std::ostream& output, const Summary& summary) {
  for (const Summary::Count& count : summary.counts) {
    output << std::left << std::setw(28) << count.what << ' '
           << (count.is_money ? to_decimal(Money{count.number}) : std::to_string(count.number))
           << '\n';
  }
  return output;
}

}  // namespace importer
