#include "web/response.h"

namespace web {

Response redirect_after_post(const std::string& path, Message notice) {
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", path);
  response.notice = std::move(notice);
  return response;
}

Response redirect_with_warning(const std::string& path, Message warning) {
  Response response = redirect_after_post(path, std::move(warning));
  response.notice_is_warning = true;
  return response;
}

Response moved_for_good(const std::string& path) {
  Response response;
  response.status = 301;
  response.headers.emplace_back("Location", path);
  return response;
}

std::string local_path(std::string_view path, std::string_view otherwise) {
  // "//host" and "/\host" are other sites to a browser; control characters could end the header.
  const bool is_local =
      path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '\\') return std::string(otherwise);
  }
  return std::string(is_local && path.size() <= 1000 ? path : otherwise);
}

}  // namespace web
