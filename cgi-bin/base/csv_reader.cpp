#include "base/csv_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The character that most often parts the fields of the first line.
char detect_separator(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    bool quoted = false;
    const auto count = std::count_if(line.begin(), line.end(), [&](char c) {
      if (c == '"') quoted = !quoted;
      return !quoted && c == candidate;
    });
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

void append_utf8(std::string& text, char32_t character) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | (character >> 6));
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | (character >> 12));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | (character >> 18));
    byte(0x80 | ((character >> 12) & 0x3F));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

constexpr std::string_view kUtf16Little = "\xFF\xFE";
constexpr std::string_view kUtf16Big = "\xFE\xFF";
constexpr char32_t kReplacement = 0xFFFD;

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

void make_utf8(CsvRecord& record) {
  if (is_clean_utf8(record.raw)) return;
  for (std::string& field : record.fields) {
    if (field.find('\0') != std::string::npos) {
      record.problem = "has a NUL character";
      return;
    }
    if (!is_clean_utf8(field)) field = from_windows_1252(field);
  }
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  static constexpr std::array<char32_t, 32> kUpper = {
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool mapped = byte >= 0x80 && byte < 0xA0;
    append_utf8(text, mapped ? kUpper.at(byte - 0x80U) : byte);
  }
  return text;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with(kUtf16Little) || bytes.starts_with(kUtf16Big);
}

std::string from_utf16(std::string_view bytes) {
  const bool is_little = bytes.starts_with(kUtf16Little);
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(is_little ? second << 8U | first : first << 8U | second);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = kUtf16Little.size(); at + 1 < bytes.size(); at += 2) {
    char32_t character = unit_at(at);
    if (is_high_surrogate(character) && at + 3 < bytes.size() &&
        is_low_surrogate(unit_at(at + 2))) {
      character = 0x10000 + ((character - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high_surrogate(character) || is_low_surrogate(character)) {
      character = kReplacement;
    }
    append_utf8(text, character);
  }
  return text;
}

CsvReader::CsvReader(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with(kByteOrderMark)) position_ = kByteOrderMark.size();
  separator_ = detect_separator(bytes_.substr(position_));
}

bool CsvReader::next(CsvRecord& record) {
  if (!skip_empty_lines()) return false;
  record.line = line_;
  record.problem.clear();
  record.fields.clear();
  const std::size_t begin = position_;
  read_record(record);
  if (!record.problem.empty()) {
    resume_after(record, begin);
    return true;
  }
  std::size_t end = position_;
  if (end > begin && bytes_[end - 1] == '\n') --end;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  record.raw = bytes_.substr(begin, end - begin);
  make_utf8(record);
  return true;
}

bool CsvReader::skip_empty_lines() {
  while (position_ < bytes_.size()) {
    const std::string_view rest = bytes_.substr(position_, 2);
    if (rest.starts_with('\n')) {
      ++position_;
    } else if (rest == "\r\n") {
      position_ += 2;
    } else {
      return true;
    }
    ++line_;
  }
  return false;
}

void CsvReader::read_record(CsvRecord& record) {
  const std::size_t begin = position_;
  while (read_field(record) == Ending::field && record.problem.empty()) {
    if (record.fields.size() >= kMostFields) record.problem = "has too many fields";
    if (position_ - begin > kMostRecordBytes) record.problem = "is too long";
  }
}

CsvReader::Ending CsvReader::read_field(CsvRecord& record) {
  std::string& field = record.fields.emplace_back();
  const bool quoted = position_ < bytes_.size() && bytes_[position_] == '"';
  return quoted ? read_quoted(record, field) : read_plain(record, field);
}

CsvReader::Ending CsvReader::read_quoted(CsvRecord& record, std::string& field) {
  ++position_;
  while (true) {
    // Looking no further than a field may reach keeps a file full of open quotes cheap.
    const std::string_view ahead = bytes_.substr(position_, kMostFieldBytes + 1);
    const std::size_t length = ahead.find('"');
    if (length == std::string_view::npos || field.size() + length > kMostFieldBytes) {
      const bool at_end = position_ + ahead.size() == bytes_.size();
      record.problem = at_end ? "has a quote that is never closed" : "has a field that is too long";
      return Ending::record;
    }
    const std::string_view piece = ahead.substr(0, length);
    field += piece;
    line_ += std::count(piece.begin(), piece.end(), '\n');
    position_ += length + 1;
    if (position_ >= bytes_.size() || bytes_[position_] != '"') break;
    field += '"';  // two quotes stand for one
    ++position_;
  }
  const std::string_view rest = bytes_.substr(position_, 2);
  if (!rest.empty() && rest[0] != separator_ && rest[0] != '\n' && rest != "\r\n") {
    record.problem = "has text behind a closing quote";
    return Ending::record;
  }
  return end_of_field();
}

CsvReader::Ending CsvReader::read_plain(CsvRecord& record, std::string& field) {
  std::size_t end = position_;
  while (end < bytes_.size() && bytes_[end] != separator_ && bytes_[end] != '\n') ++end;
  if (end - position_ > kMostFieldBytes) {
    record.problem = "has a field that is too long";
    return Ending::record;
  }
  field = bytes_.substr(position_, end - position_);
  const bool last = end >= bytes_.size() || bytes_[end] == '\n';
  if (last && field.ends_with('\r')) field.pop_back();
  position_ = end;
  return end_of_field();
}

CsvReader::Ending CsvReader::end_of_field() {
  if (position_ >= bytes_.size()) return Ending::record;
  if (bytes_[position_] == separator_) {
    ++position_;
    return Ending::field;
  }
  position_ += bytes_[position_] == '\r' ? 2 : 1;
  ++line_;
  return Ending::record;
}

void CsvReader::resume_after(const CsvRecord& record, std::size_t begin) {
  const std::size_t line_end = bytes_.find('\n', begin);
  position_ = line_end == std::string_view::npos ? bytes_.size() : line_end + 1;
  line_ = record.line + 1;
}
