/// language_model.h - a language model elsewhere, asked for words and never for facts.
///
/// Source: Ollama's POST /api/chat (answer: one JSON object a line) and the OpenAI-compatible
///         POST /v1/chat/completions (answer: server-sent events); both streamed, by libcurl.
/// Errors: a model that is away, slow, too talkative or garbled gives nothing. After three failures
///         in a row it is left alone for a while that doubles each time (a circuit breaker), so
///         that visitors do not wait for a model that is down.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace chat {

struct ModelSettings {
  enum class Protocol { ollama, openai };
  Protocol protocol = Protocol::ollama;
  std::string url{};  // without /api or /v1
  std::string model{};
  std::string key{};  // sent as bearer token; empty: none
  std::chrono::seconds timeout{20};
};

/// "ollama" or "openai"; nothing for "none". Throws std::invalid_argument for anything else.
std::optional<ModelSettings::Protocol> to_protocol(const std::string& name);

class LanguageModel {
 public:
  explicit LanguageModel(ModelSettings settings) : settings_(std::move(settings)) {}

  /// What the model says to these two messages; at most kMostAnswer bytes.
  std::optional<std::string> complete(const std::string& system, const std::string& user);

  std::string engine() const;
  const std::string& model() const { return settings_.model; }

 private:
  using Clock = std::chrono::steady_clock;
  void note_failure();

  ModelSettings settings_;
  int failures_ = 0;  // in a row
  Clock::time_point closed_until_{};
};

/// Puts together what arrives of a streamed answer. Pure, so that every kind of garbage can be
/// tested.
class StreamedAnswer {
 public:
  static constexpr std::size_t kMostAnswer = 8 * 1024;  // bytes of text
  static constexpr std::size_t kMostLine = 64 * 1024;   // bytes of one line of the protocol

  explicit StreamedAnswer(ModelSettings::Protocol protocol) : protocol_(protocol) {}

  /// False when the answer is unusable and no more is wanted.
  bool take(std::string_view bytes);
  /// The whole text, when the model ended it properly.
  std::optional<std::string> finish() const;

 private:
  bool take_line(std::string_view line);

  ModelSettings::Protocol protocol_;
  std::string line_;
  std::string text_;
  bool is_done_ = false;
  bool is_broken_ = false;
};

}  // namespace chat
