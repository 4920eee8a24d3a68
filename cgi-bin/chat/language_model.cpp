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

std::string request_body(const ModelSettings& settings, const Json& messages,
                         const std::string& tools) {
  Json body = {{"model", settings.model}, {"stream", true}, {"messages", messages}};
  if (!tools.empty()) body["tools"] = Json::parse(tools);
  if (settings.protocol == Protocol::ollama) {
    body["options"] = {{"temperature", 0.2}};
  } else {
    body["temperature"] = 0.2;
  }
  return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The model's calls as it must find them again in the next request.
Json message_of_calls(const ModelReply& reply, Protocol protocol) {
  Json calls = Json::array();
  for (const ToolCall& call : reply.calls) {
    if (protocol == Protocol::ollama) {
      const Json arguments = Json::parse(call.arguments, nullptr, false);
      calls.push_back({{"function",
                        {{"name", call.name},
                         {"arguments", arguments.is_object() ? arguments : Json::object()}}}});
    } else {
      calls.push_back({{"id", call.id},
                       {"type", "function"},
                       {"function", {{"name", call.name}, {"arguments", call.arguments}}}});
    }
  }
  return {{"role", "assistant"}, {"content", reply.text}, {"tool_calls", calls}};
}

Json message_of_result(const ToolCall& call, const std::string& result, Protocol protocol) {
  Json message = {{"role", "tool"}, {"content", result}};
  if (protocol == Protocol::ollama) {
    message["tool_name"] = call.name;
  } else {
    message["tool_call_id"] = call.id;
  }
  return message;
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

/// The part of one piece that holds content and calls; null when it has none.
const Json* message_in(const Json& json, Protocol protocol) {
  const auto object_in = [](const Json& outer, const char* key) -> const Json* {
    const auto found = outer.find(key);
    return found != outer.end() && found->is_object() ? &*found : nullptr;
  };
  if (protocol == Protocol::ollama) return object_in(json, "message");
  const auto choices = json.find("choices");
  if (choices == json.end() || !choices->is_array() || choices->empty()) return nullptr;
  return choices->front().is_object() ? object_in(choices->front(), "delta") : nullptr;
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
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
  if (!json.is_object() || json.contains("error")) return false;
  if (protocol_ == Protocol::ollama) {
    const auto done = json.find("done");
    is_done_ = is_done_ || (done != json.end() && done->is_boolean() && done->get<bool>());
  }
  const Json* message = message_in(json, protocol_);
  if (message == nullptr) return true;
  if (const auto calls = message->find("tool_calls");
      calls != message->end() && !calls->is_null()) {
    if (!calls->is_array()) return false;
    for (const Json& call : *calls) {
      if (!call.is_object() || !call.contains("function") || !call["function"].is_object()) {
        return false;
      }
      const Json& function = call["function"];
      const Json arguments = function.value("arguments", Json());
      // Ollama sends whole calls, OpenAI pieces of them with their place.
      const bool is_piece = protocol_ == Protocol::openai && call.contains("index") &&
                            call["index"].is_number_unsigned();
      const std::size_t place = is_piece ? call["index"].get<std::size_t>() : calls_.size();
      const std::string text = arguments.is_string() ? arguments.get<std::string>()
                               : arguments.is_null() ? ""
                                                     : arguments.dump();
      if (!take_call(place, text_in(call, "id"), text_in(function, "name"), text)) return false;
    }
  }
  const auto content = message->find("content");
  if (content == message->end() || content->is_null()) return true;
  if (!content->is_string()) return false;
  text_ += content->get_ref<const std::string&>();
  return text_.size() <= kMostAnswer;
}

bool StreamedAnswer::take_call(std::size_t place, const std::string& id, const std::string& name,
                               const std::string& arguments) {
  constexpr std::size_t kMostArguments = 4096;  // bytes; also of a name or an id
  if (place >= kMostCalls || place > calls_.size()) return false;
  if (place == calls_.size()) calls_.emplace_back();
  ToolCall& call = calls_[place];
  call.id += id;
  call.name += name;
  call.arguments += arguments;
  return call.id.size() + call.name.size() + call.arguments.size() <= kMostArguments;
}

std::optional<ModelReply> StreamedAnswer::reply() const {
  if (is_broken_ || !is_done_ || !is_clean_utf8(text_)) return std::nullopt;
  if (trimmed(text_).empty() && calls_.empty()) return std::nullopt;
  return ModelReply{std::string(trimmed(text_)), calls_};
}

std::optional<std::string> StreamedAnswer::finish() const {
  auto whole = reply();
  if (!whole || !whole->calls.empty()) return std::nullopt;
  return std::move(whole->text);
}

int estimated_tokens(std::string_view text) {
  constexpr std::size_t kBytesOfToken = 3;
  return static_cast<int>((text.size() + kBytesOfToken - 1) / kBytesOfToken);
}

std::string LanguageModel::engine() const {
  return settings_.protocol == Protocol::ollama ? "ollama" : "openai";
}

std::optional<std::string> LanguageModel::complete(const std::string& system,
                                                   const std::string& user, const ToolBox* tools) {
  if (Clock::now() < closed_until_) return std::nullopt;
  const Clock::time_point deadline = Clock::now() + settings_.timeout;
  Json messages = Json::array(
      {{{"role", "system"}, {"content", system}}, {{"role", "user"}, {"content", user}}});
  for (int round = 0; round <= kMostRounds; ++round) {
    const bool may_call = tools != nullptr && round < kMostRounds;
    const auto reply =
        exchange(request_body(settings_, messages, may_call ? tools->list : ""), deadline);
    if (!reply || (!may_call && !reply->calls.empty())) break;
    if (reply->calls.empty()) {
      failures_ = 0;
      return reply->text;
    }
    messages.push_back(message_of_calls(*reply, settings_.protocol));
    for (const ToolCall& call : reply->calls) {
      messages.push_back(message_of_result(call, tools->run(call), settings_.protocol));
    }
  }
  note_failure();
  return std::nullopt;
}

std::optional<ModelReply> LanguageModel::exchange(const std::string& body,
                                                  Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  if (left.count() <= 0) return std::nullopt;
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  const std::string url =
      settings_.url +
      (settings_.protocol == Protocol::ollama ? "/api/chat" : "/v1/chat/completions");
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
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  const CURLcode code = curl_easy_perform(curl.get());
  auto reply = code == CURLE_OK ? answer.reply() : std::nullopt;
  if (!reply) {
    logging::error("", std::string("language model: ") +
                           (code == CURLE_OK ? "unusable answer" : curl_easy_strerror(code)));
  }
  return reply;
}

void LanguageModel::note_failure() {
  ++failures_;
  if (failures_ < kFailuresUntilClosed) return;
  const int doublings = std::min(failures_ - kFailuresUntilClosed, kMostDoublings);
  closed_until_ = Clock::now() + kFirstPause * (1 << doublings);
}

}  // namespace chat
