#include "web/request.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/random.h"
#include "base/text.h"
#include "web/http_error.h"
#include "web/notice.h"

namespace web {
namespace {

const std::string kEmpty;

std::string text_of(const Source& source, const char* name) {
  const char* value = source.variable(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// "HTTP_ACCEPT_LANGUAGE" -> "accept-language"
std::string header_name(std::string_view variable) {
  std::string name = to_lower(variable.substr(std::strlen("HTTP_")));
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

void read_headers(Request& request, const Source& source) {
  for (char** entry = source.all_variables; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (!text.starts_with("HTTP_") || equals == std::string_view::npos) continue;
    request.headers.emplace(header_name(text.substr(0, equals)), text.substr(equals + 1));
  }
}

void read_cookies(Request& request) {
  for (const std::string_view part : split(request.header("cookie"), ';')) {
    const std::string_view pair = trimmed(part);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view value = pair.substr(equals + 1);
    if (is_clean_utf8(value))
      request.cookies.add(std::string(pair.substr(0, equals)), std::string(value));
  }
}

void read_sessions(Request& request) {
  const std::string& cookie = request.cookies.get(session_cookie_name(request.is_tls));
  auto known = read_session(request.site->signer, cookie, request.now, request.site->session_days);
  request.session = known ? std::move(*known) : new_session(request.now);
  request.session.expired = !known && !cookie.empty();
  read_notice(request);
}

void read_path(Request& request, const Source& source) {
  const std::string target = text_of(source, "REQUEST_URI");
  const std::size_t mark = target.find('?');
  // The raw query text goes into links back to this page; it is cleaned with the fields.
  request.query_text = mark == std::string::npos ? "" : target.substr(mark + 1);
  request.path = url_decoded(std::string_view(target).substr(0, mark), false);
  while (request.path.size() > 1 && request.path.back() == '/') request.path.pop_back();
  if (request.path.empty()) request.path = "/";
  if (!is_clean_utf8(request.path)) {
    request.path = "/";
    request.query_text.clear();
    throw BadRequest("path is not UTF-8");
  }
  try {
    request.query = parse_fields(request.query_text);
  } catch (const BadRequest&) {
    request.query_text.clear();
    throw;
  }
}

void read_body(Request& request, const Source& source) {
  const std::string length_text = text_of(source, "CONTENT_LENGTH");
  const std::string type_as_sent = text_of(source, "CONTENT_TYPE");
  request.content_type = to_lower(type_as_sent);
  const auto length = to_integer(length_text.empty() ? "0" : length_text, 0);
  if (!length) throw BadRequest("Content-Length is no number");
  const bool is_upload = request.content_type.starts_with("multipart/form-data");
  const auto most = static_cast<std::int64_t>(is_upload ? kMostUpload : kMostBody);
  if (*length > most) throw TooLarge("a body of " + std::to_string(*length) + " bytes");

  std::string body(static_cast<std::size_t>(*length), '\0');
  std::size_t filled = 0;
  while (filled < body.size()) {
    const std::size_t count = source.read_body(body.data() + filled, body.size() - filled);
    if (count == 0) throw BadRequest("the body ended early");
    filled += count;
  }
  if (request.content_type.starts_with("application/x-www-form-urlencoded")) {
    request.form = parse_fields(body);
    return;
  }
  if (is_upload) {
    parse_multipart(type_as_sent, body, request.form, request.files);
    return;
  }
  if (!is_clean_utf8(body)) throw BadRequest("body is not UTF-8");
  request.body = std::move(body);
}

/// nginx names each request; its own log and ours then agree. Anything odd is replaced.
std::string id_from_proxy(const std::string& id) {
  const bool is_plain = id.size() >= 8 && id.size() <= 64 &&
                        id.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
  return is_plain ? id.substr(0, 12) : random_token(6);
}

/// The quality that an Accept header gives to a media type; exact names beat wildcards.
double quality_of(std::string_view accept, std::string_view type) {
  double best = -1;
  int best_rank = 0;
  const std::string_view family = type.substr(0, type.find('/'));
  for (const std::string_view part : split(accept, ',')) {
    const auto pieces = split(part, ';');
    const std::string_view name = trimmed(pieces[0]);
    const bool same_family =
        name.size() == family.size() + 2 && name.starts_with(family) && name.ends_with("/*");
    const int rank = name == type ? 3 : same_family ? 2 : name == "*/*" ? 1 : 0;
    if (rank == 0 || rank < best_rank) continue;
    double quality = 1;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const std::string_view option = trimmed(pieces[i]);
      if (option.starts_with("q="))
        quality = std::strtod(std::string(option.substr(2)).c_str(), nullptr);
    }
    best = quality;
    best_rank = rank;
  }
  return best;
}

}  // namespace

const std::string* Fields::first(std::string_view name) const {
  for (const auto& [key, value] : entries_) {
    if (key == name) return &value;
  }
  return nullptr;
}

const std::string& Fields::get(std::string_view name) const {
  const std::string* value = first(name);
  return value == nullptr ? kEmpty : *value;
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : entries_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

int Fields::count(std::string_view name) const {
  return static_cast<int>(all(name).size());
}

Fields parse_fields(std::string_view text) {
  constexpr std::size_t kMostFields = 500;
  Fields fields;
  if (text.empty()) return fields;
  for (const std::string_view part : split(text, '&')) {
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    std::string name = url_decoded(part.substr(0, equals));
    std::string value =
        equals == std::string_view::npos ? "" : url_decoded(part.substr(equals + 1));
    if (!is_clean_utf8(name) || !is_clean_utf8(value)) throw BadRequest("a field is not UTF-8");
    fields.add(std::move(name), std::move(value));
    if (fields.entries().size() > kMostFields) throw BadRequest("more than 500 fields");
  }
  return fields;
}

const std::string& Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? kEmpty : found->second;
}

const std::string& Request::captured_text(std::string_view name) const {
  for (const auto& [key, value] : captured) {
    if (key == name) return value;
  }
  throw std::logic_error("the route has no part {" + std::string(name) + "}");
}

std::int64_t Request::captured_id(std::string_view name) const {
  const auto number = to_integer(captured_text(name), 1);
  if (!number) throw NotFound(std::string(name) + " is no id");
  return *number;
}

std::string Request::target() const {
  return query_text.empty() ? path : path + "?" + query_text;
}

bool Request::wants_json() const {
  if (is_json_route) return true;
  if (path == "/api" || path.starts_with("/api/")) return true;
  if (content_type.starts_with("application/json")) return true;
  const std::string& accept = header("accept");
  if (accept.empty()) return false;
  return quality_of(accept, "application/json") > quality_of(accept, "text/html");
}

void read_request(Request& request, const Source& source) {
  request.id = id_from_proxy(text_of(source, "REQUEST_ID"));
  const std::string method = text_of(source, "REQUEST_METHOD");
  request.head_only = method == "HEAD";
  request.method = request.head_only || method.empty() ? "GET" : method;
  request.is_tls = text_of(source, "HTTPS") == "on";
  request.remote_address = text_of(source, "REMOTE_ADDR");
  read_headers(request, source);
  request.host = request.header("host");
  read_cookies(request);
  read_sessions(request);
  read_path(request, source);
  read_body(request, source);
}

}  // namespace web
