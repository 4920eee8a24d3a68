#include "chat/language_model.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/log.h"
#include "base/text.h"

namespace chat {
namespace {

using Json = nlohmann::json;
using Protocol = ModelSettings::Protocol;

constexpr int kFailuresUntilClosed = 3;
constexpr std::chrono::seconds kFirstPause{15};
constexpr int kMostDoublings = 5;
constexpr long kConnectSeconds = 2;

std::string request_body(const ModelSettings& settings, const std::string& system,
                         const std::string& user) {
  Json body = {{"model", settings.model},
               {"stream", true},
               {"messages", Json::array({{{"role", "system"}, {"content", system}},
                                         {{"role", "user"}, {"content", user}}})}};
  if (settings.protocol == Protocol::ollama) {
    body["options"] = {{"temperature", 0.2}};
  } else {
    body["temperature"] = 0.2;
  }
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::size_t receive(const char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& answer = *static_cast<StreamedAnswer*>(target);
  return answer.take({bytes, size * count}) ? size * count : 0;
}

struct Headers {
  ~Headers() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
  curl_slist* list = nullptr;
};

/// The text of one piece, empty when it has none; nothing when it is no JSON of this protocol.
std::optional<std::string> piece_of(const Json& json, Protocol protocol, bool& is_done) {
  if (!json.is_object() || json.contains("error")) return std::nullopt;
  const Json* content = nullptr;
  if (protocol == Protocol::ollama) {
    is_done = json.value("done", false);
    if (json.contains("message") && json["message"].is_object() &&
        json["message"].contains("content")) {
      content = &json["message"]["content"];
    }
  } else if (json.contains("choices") && json["choices"].is_array() && !json["choices"].empty()) {
    const Json& choice = json["choices"][0];
    if (choice.is_object() && choice.contains("delta") && choice["delta"].is_object() &&
        choice["delta"].contains("content")) {
      content = &choice["delta"]["content"];
    }
  }
  if (content == nullptr || content->is_null()) return std::string();
  if (!content->is_string()) return std::nullopt;
  return content->get<std::string>();
}

}  // namespace

std::optional<Protocol> to_protocol(const std::string& name) {
  if (name == "ollama") return Protocol::ollama;
  if (name == "openai") return Protocol::openai;
  if (name == "none") return std::nullopt;
  throw std::invalid_argument("llm_protocol is 'ollama', 'openai' or 'none', not '" + name + "'");
}

bool StreamedAnswer::take(std::string_view bytes) {
  for (const char c : bytes) {
    if (c != '\n') {
      line_ += c;
      if (line_.size() > kMostLine) is_broken_ = true;
    } else {
      is_broken_ = is_broken_ || !take_line(line_);
      line_.clear();
    }
    if (is_broken_) return false;
  }
  return true;
}

bool StreamedAnswer::take_line(std::string_view line) {
  line = trimmed(line);
  if (protocol_ == Protocol::openai) {
    constexpr std::string_view kData = "data:";
    if (!line.starts_with(kData)) return true;  // comments and event names
    line = trimmed(line.substr(kData.size()));
    if (line == "[DONE]") {
      is_done_ = true;
      return true;
    }
  }
  if (line.empty()) return true;
  // Deep nesting would recurse; no honest piece has any.
  if (std::ranges::count(line, '{') + std::ranges::count(line, '[') > 200) return false;
  const Json json = Json::parse(line, nullptr, false);
  bool is_done = false;
  const auto piece = piece_of(json, protocol_, is_done);
  if (!piece || text_.size() + piece->size() > kMostAnswer) return false;
  text_ += *piece;
  is_done_ = is_done_ || is_done;
  return true;
}

std::optional<std::string> StreamedAnswer::finish() const {
  if (is_broken_ || !is_done_ || !is_clean_utf8(text_) || trimmed(text_).empty()) {
    return std::nullopt;
  }
  return std::string(trimmed(text_));
}

std::string LanguageModel::engine() const {
  return settings_.protocol == Protocol::ollama ? "ollama" : "openai";
}

std::optional<std::string> LanguageModel::complete(const std::string& system,
                                                   const std::string& user) {
  if (Clock::now() < closed_until_) return std::nullopt;
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  const std::string url =
      settings_.url +
      (settings_.protocol == Protocol::ollama ? "/api/chat" : "/v1/chat/completions");
  const std::string body = request_body(settings_, system, user);
  Headers headers;
  headers.add("Content-Type: application/json");
  if (!settings_.key.empty()) headers.add("Authorization: Bearer " + settings_.key);
  StreamedAnswer answer(settings_.protocol);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.list);
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(settings_.timeout.count()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  const CURLcode code = curl_easy_perform(curl.get());
  auto text = code == CURLE_OK ? answer.finish() : std::nullopt;
  if (text) {
    failures_ = 0;
  } else {
    logging::error("", std::string("language model: ") +
                           (code == CURLE_OK ? "unusable answer" : curl_easy_strerror(code)));
    note_failure();
  }
  return text;
}

void LanguageModel::note_failure() {
  ++failures_;
  if (failures_ < kFailuresUntilClosed) return;
  const int doublings = std::min(failures_ - kFailuresUntilClosed, kMostDoublings);
  closed_until_ = Clock::now() + kFirstPause * (1 << doublings);
}

}  // namespace chat
