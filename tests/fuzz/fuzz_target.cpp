// One libFuzzer program for every parser that reads what strangers send; FUZZ_TARGET chooses it.
// Whatever the bytes are: an answer or a refusal, and never a crash, a hang or an endless memory.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/hash.h"
#include "base/text.h"
#include "web/http_error.h"
#include "web/json.h"
#include "web/json_form.h"
#include "web/multipart.h"
#include "web/request.h"
#include "web/session.h"
#include "web/token.h"

namespace {

const web::Site& site() {
  static const web::Site made = [] {
    web::Site fresh;
    fresh.signer = web::Signer({{"k1", std::string(32, 'k')}});
    return fresh;
  }();
  return made;
}

void require(bool holds) {
  if (!holds) std::abort();
}

/// The bytes as a request: header lines "NAME=value", an empty line, the body.
void fuzz_request(std::string_view bytes) {
  const std::size_t cut = bytes.find("\n\n");
  const std::string_view body = cut == std::string_view::npos ? "" : bytes.substr(cut + 2);
  std::vector<std::string> variables;
  for (const std::string_view line : split(bytes.substr(0, cut), '\n')) {
    if (line.find('\0') == std::string_view::npos) variables.emplace_back(line);
  }
  variables.push_back("CONTENT_LENGTH=" + std::to_string(body.size()));
  std::vector<char*> all;
  for (std::string& variable : variables) all.push_back(variable.data());
  all.push_back(nullptr);
  std::size_t read = 0;
  const web::Source source{
      .variable = [&](const char* name) -> const char* {
        const std::size_t length = std::strlen(name);
        for (const std::string& variable : variables) {
          if (variable.compare(0, length, name) == 0 && variable[length] == '=') {
            return variable.c_str() + length + 1;
          }
        }
        return nullptr;
      },
      .read_body =
          [&](char* buffer, std::size_t size) {
            const std::size_t count = std::min(size, body.size() - read);
            std::memcpy(buffer, body.data() + read, count);
            read += count;
            return count;
          },
      .all_variables = all.data(),
  };
  web::Request request;
  request.site = &site();
  try {
    web::read_request(request, source);
  } catch (const web::HttpError&) {
  }
  require(is_clean_utf8(request.path));
  for (const auto& [name, value] : request.query.entries()) {
    require(is_clean_utf8(name) && is_clean_utf8(value));
  }
  for (const auto& [name, value] : request.form.entries()) {
    require(is_clean_utf8(name) && is_clean_utf8(value));
  }
  request.wants_json();
}

void fuzz_query(std::string_view bytes) {
  try {
    const web::Fields fields = web::parse_fields(bytes);
    require(fields.entries().size() <= 500);
  } catch (const web::BadRequest&) {
  }
}

void fuzz_multipart(std::string_view bytes) {
  web::Request request;
  request.site = &site();
  const std::string head =
      "REQUEST_METHOD=POST\nREQUEST_URI=/\nCONTENT_TYPE=multipart/form-data; boundary=b\n\n";
  fuzz_request(head + std::string(bytes));
}

void fuzz_cookie(std::string_view bytes) {
  web::read_session(site().signer, bytes, Instant{}, 30);
  if (bytes.find('\n') == std::string_view::npos) {
    fuzz_request("HTTP_COOKIE=session=" + std::string(bytes) + "\n\n");
  }
}

/// "head.payload" with the signature that our own key gives it.
std::string signed_by_us(const std::string& text) {
  std::string signature = hmac_sha256(std::string(32, 'k'), text);
  std::erase(signature, '=');
  for (char& c : signature) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text + "." + signature;
}

void fuzz_token(std::string_view bytes) {
  const auto read = [](const std::string& token) {
    return web::read_token(site().signer, "parley", "parley-api", token, Instant{});
  };
  read(std::string(bytes));
  // The same as payload and as head behind a good signature: what only the holder of a key could
  // send reaches the parsers of both.
  const std::string good = to_base64url(R"({"alg":"HS256","typ":"JWT","kid":"k1"})");
  const auto claims = read(signed_by_us(good + "." + to_base64url(bytes)));
  if (const auto* taken = std::get_if<web::Claims>(&claims)) {
    require(taken->account_id > 0 && taken->audience == "parley-api");
  }
  read(signed_by_us(to_base64url(bytes) + "." + to_base64url("{}")));
}

void fuzz_json(std::string_view bytes) {
  if (!is_clean_utf8(bytes)) return;
  std::string problem;
  const auto value = web::parse_json(bytes, problem);
  require(value.has_value() == problem.empty());
  if (!value) return;
  const std::string text = value->dump();
  std::string again;
  require(web::parse_json(text, again) == value || text.find("null") != std::string::npos);
  if (!value->is_object()) return;
  web::Request request;
  request.site = &site();
  web::JsonForm form(request, *value);
  form.text("name", 100, true);
  form.integer("quantity", 1, 99, 1);
  form.objects("items", 100);
  form.object("address");
  form.boolean("active", false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string target = [] {
    const char* name = std::getenv("FUZZ_TARGET");
    return std::string(name == nullptr ? "json" : name);
  }();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (target == "request") fuzz_request(bytes);
  if (target == "query") fuzz_query(bytes);
  if (target == "multipart") fuzz_multipart(bytes);
  if (target == "cookie") fuzz_cookie(bytes);
  if (target == "token") fuzz_token(bytes);
  if (target == "json") fuzz_json(bytes);
  return 0;
}
