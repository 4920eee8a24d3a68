/// multipart.h - the body of a form that uploads files, taken apart.
///
/// Source: RFC 7578, RFC 2046 section 5.1; file names as browsers write them (WHATWG HTML, section
///         4.10.22.7).
/// Errors: BadRequest for a body that is broken, cut off, or has more parts than any form of ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace web {

class Fields;

/// A file that came with a form. What it claims to be proves nothing.
struct Upload {
  std::string field{};
  std::string filename{};  // the last part of its path; clean UTF-8, may be empty
  std::string data{};      // bytes as sent
};

/// Puts text fields into `fields` and files into `files`; a file field that was left empty gives
/// none. `content_type` is the header as sent, its boundary in the case that it has.
void parse_multipart(std::string_view content_type, std::string_view body, Fields& fields,
                     std::vector<Upload>& files);

}  // namespace web
