#include "chat/chat_log.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/log.h"
#include "base/text.h"

namespace chat {
namespace {

/// An open file that only one process writes to.
class LockedFile {
 public:
  explicit LockedFile(const std::string& file)
      : descriptor_(
            ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX);
  }
  ~LockedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  /// False when it was moved away while we waited for it.
  bool is_still(const std::string& file) const {
    struct stat ours {};
    struct stat there {};
    return ::fstat(descriptor_, &ours) == 0 && ::stat(file.c_str(), &there) == 0 &&
           ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
  }
  std::int64_t size() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? status.st_size : 0;
  }
  bool write(const std::string& text) const {
    return ::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }

 private:
  int descriptor_;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The Luhn formula, ISO/IEC 7812-1, annex B.
bool passes_check(const std::string& digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

}  // namespace

std::string without_card_numbers(const std::string& text) {
  constexpr std::size_t kShortest = 13;
  constexpr std::size_t kLongest = 19;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::string digits;
    std::size_t end = at;  // behind the last digit
    for (std::size_t i = at; i < text.size() && is_digit(text[at]); ++i) {
      if (is_digit(text[i])) {
        digits += text[i];
        end = i + 1;
      } else if ((text[i] != ' ' && text[i] != '-') || i > end) {
        break;  // at most one space or hyphen between two digits
      }
    }
    const bool is_card =
        digits.size() >= kShortest && digits.size() <= kLongest && passes_check(digits);
    if (is_card) {
      result += "[card number]";
    } else if (end > at) {
      result += text.substr(at, end - at);
    } else {
      result += text[at];
    }
    at = std::max(end, at + 1);
  }
  return result;
}

bool ChatLog::write(const Owner& owner, const Message& question, const Message& answer) {
  if (file_.empty()) return true;
  const std::string who =
      owner.account_id == 0 ? "guest" : "customer " + std::to_string(owner.account_id);
  const std::string line = to_iso(answer.created_at) + '\t' +
                           std::to_string(question.conversation_id) + '\t' + who + '\t' +
                           escaped_line(without_card_numbers(question.text)) + '\t' +
                           escaped_line(without_card_numbers(answer.text)) + '\n';
  if (append(line)) {
    has_complained_ = false;
    return true;
  }
  if (!has_complained_) {
    logging::error("", "chat_log " + file_ + " cannot be written: " + std::strerror(errno));
  }
  has_complained_ = true;
  return false;
}

bool ChatLog::append(const std::string& line) {
  constexpr int kTries = 5;
  for (int i = 0; i < kTries; ++i) {
    const LockedFile file(file_);
    if (!file.is_open()) return false;
    if (!file.is_still(file_)) continue;
    const std::int64_t size = file.size();
    if (size > 0 && size + static_cast<std::int64_t>(line.size()) > most_bytes_) {
      rotate();
      continue;
    }
    return file.write(line);
  }
  return false;
}

void ChatLog::rotate() const {
  for (int i = kOldFiles; i > 0; --i) {
    const std::string from = i == 1 ? file_ : file_ + "." + std::to_string(i - 1);
    std::rename(from.c_str(), (file_ + "." + std::to_string(i)).c_str());
  }
}

}  // namespace chat
