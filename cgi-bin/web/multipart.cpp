#include "web/multipart.h"

#include <optional>

#include "base/text.h"
#include "web/http_error.h"
#include "web/request.h"

namespace web {
namespace {

constexpr std::size_t kMostParts = 500;
constexpr std::size_t kMostFiles = 20;
constexpr std::size_t kMostHeader = 4096;   // bytes of one part's header
constexpr std::size_t kMostBoundary = 70;   // RFC 2046
constexpr std::size_t kMostFilename = 200;  // characters

[[noreturn]] void refuse(const char* why) {
  throw BadRequest(std::string("multipart: ") + why);
}

/// The value of `name` in 'form-data; name="x"; filename="a\"b"'; nothing when it is not there.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
  std::size_t at = header.find(';');
  while (at < header.size()) {
    ++at;
    while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
    const std::size_t equals = header.find_first_of("=;", at);
    if (equals == std::string_view::npos) return std::nullopt;
    if (header[equals] == ';') {
      at = equals;
      continue;
    }
    const bool is_wanted = to_lower(trimmed(header.substr(at, equals - at))) == name;
    at = equals + 1;
    std::string value;
    if (at < header.size() && header[at] == '"') {
      for (++at; at < header.size() && header[at] != '"'; ++at) {
        // Only a quote is escaped: old browsers send Windows paths with plain backslashes.
        if (header[at] == '\\' && at + 1 < header.size() && header[at + 1] == '"') ++at;
        value += header[at];
      }
      if (at >= header.size()) refuse("an open quote");
      at = header.find(';', at);
    } else {
      const std::size_t end = std::min(header.find(';', at), header.size());
      value = std::string(trimmed(header.substr(at, end - at)));
      at = end;
    }
    if (is_wanted) return value;
  }
  return std::nullopt;
}

std::string boundary_of(std::string_view content_type) {
  const auto boundary = parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > kMostBoundary) refuse("no boundary");
  for (const char c : *boundary) {
    if (c < 0x20 || c == 0x7F) refuse("a strange boundary");
  }
  return *boundary;
}

/// The line of the part's header that starts with `name` and a colon, without them.
std::string_view header_line(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = header.find("\r\n");
    const std::string_view line = header.substr(0, end);
    if (line.size() > name.size() && line[name.size()] == ':' &&
        to_lower(line.substr(0, name.size())) == name) {
      return line.substr(name.size() + 1);
    }
    if (end == std::string_view::npos) break;
    header.remove_prefix(end + 2);
  }
  return {};
}

/// "C:\pictures\lamp.jpg" -> "lamp.jpg"; browsers write a quote as %22.
std::string base_name(const std::string& filename) {
  const std::size_t slash = filename.find_last_of("/\\");
  const std::string name = slash == std::string::npos ? filename : filename.substr(slash + 1);
  return shortened(name, kMostFilename);
}

/// One pass over the body, delimiter by delimiter.
class Parser {
 public:
  Parser(std::string_view body, std::string boundary)
      : body_(body), delimiter_("\r\n--" + std::move(boundary)) {}

  void parse(Fields& fields, std::vector<Upload>& files) {
    const std::string_view first = std::string_view(delimiter_).substr(2);
    if (!body_.starts_with(first)) refuse("no beginning");
    at_ = first.size();
    for (std::size_t parts = 0; !is_end(); ++parts) {
      if (parts == kMostParts) refuse("too many parts");
      read_part(fields, files);
    }
  }

 private:
  /// Behind a delimiter: "--" ends the body, a line end begins a part.
  bool is_end() {
    const std::string_view rest = body_.substr(at_);
    if (rest.starts_with("--")) return true;
    if (!rest.starts_with("\r\n")) refuse("a broken delimiter");
    at_ += 2;
    return false;
  }

  void read_part(Fields& fields, std::vector<Upload>& files) {
    const std::string_view ahead = body_.substr(at_, kMostHeader);
    const std::size_t header_end = ahead.find("\r\n\r\n");
    if (header_end == std::string_view::npos) refuse("a part without an end of its header");
    const std::string_view header = ahead.substr(0, header_end);
    at_ += header_end + 4;
    // A part may be empty: its delimiter then begins with the header's own line end.
    const std::size_t data_end = body_.find(delimiter_, at_ - 2);
    if (data_end == std::string_view::npos) refuse("cut off");
    const std::string_view data =
        data_end < at_ ? std::string_view() : body_.substr(at_, data_end - at_);
    at_ = data_end + delimiter_.size();
    keep(header, data, fields, files);
  }

  void keep(std::string_view header, std::string_view data, Fields& fields,
            std::vector<Upload>& files) {
    const std::string_view disposition = header_line(header, "content-disposition");
    const auto name = parameter(disposition, "name");
    if (!name || !is_clean_utf8(*name)) refuse("a part without a name");
    const auto filename = parameter(disposition, "filename");
    if (!filename) {
      text_bytes_ += data.size();
      if (text_bytes_ > kMostBody) throw TooLarge("multipart: more than 1 MB of text");
      if (!is_clean_utf8(data)) refuse("a field is not UTF-8");
      fields.add(*name, std::string(data));
      return;
    }
    if (!is_clean_utf8(*filename)) refuse("a file name is not UTF-8");
    if (filename->empty() && data.empty()) return;
    if (files.size() == kMostFiles) refuse("too many files");
    files.push_back({*name, base_name(*filename), std::string(data)});
  }

  std::string_view body_;
  std::string delimiter_;
  std::size_t at_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace

void parse_multipart(std::string_view content_type, std::string_view body, Fields& fields,
                     std::vector<Upload>& files) {
  Parser(body, boundary_of(content_type)).parse(fields, files);
}

}  // namespace web
