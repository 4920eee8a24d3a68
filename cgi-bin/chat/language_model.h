/// language_model.h - a language model elsewhere, asked for words and never for facts.
///
/// It may call functions on its way (model_tools.h): a bounded number, in a bounded time.
///
/// Source: Ollama's POST /api/chat (answer: one JSON object a line) and the OpenAI-compatible
///         POST /v1/chat/completions (answer: server-sent events); both streamed, by libcurl.
/// Errors: a model that is away, slow, too talkative or garbled gives nothing. After three failures
///         in a row it is left alone for a while that doubles each time (a circuit breaker), so
///         that visitors do not wait for a model that is down.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chat {

struct ModelSettings {
  enum class Protocol { ollama, openai };
  Protocol protocol = Protocol::ollama;
  std::string url{};  // without /api or /v1
  std::string model{};
  std::string key{};  // sent as bearer token; empty: none
  std::chrono::seconds timeout{20};
  int prompt_tokens = 2000;  // see estimated_tokens()
};

/// How many tokens a text has, counted on the safe side: one for three bytes. English prose has
/// about four characters a token (OpenAI, "What are tokens and how to count them?"); numbers, JSON
/// and other languages have fewer.
int estimated_tokens(std::string_view text);

/// Something that a model wants to look up.
struct ToolCall {
  std::string id{};         // of OpenAI's protocol
  std::string name{};       // of the function
  std::string arguments{};  // JSON
};

/// What a model may look up while it thinks.
struct ToolBox {
  std::string list{};                                      // of functions, JSON
  std::function<std::string(const ToolCall& call)> run{};  // what it is told
};

/// A whole answer: words, or calls that come before them.
struct ModelReply {
  std::string text{};
  std::vector<ToolCall> calls{};
};

/// "ollama" or "openai"; nothing for "none". Throws std::invalid_argument for anything else.
std::optional<ModelSettings::Protocol> to_protocol(const std::string& name);

class LanguageModel {
 public:
  explicit LanguageModel(ModelSettings settings) : settings_(std::move(settings)) {}

  static constexpr int kMostRounds = 3;  // of calls; then it has to say something

  /// What the model says to these two messages; at most kMostAnswer bytes. With `tools` it may look
  /// things up first. All of it takes at most the time-out.
  std::optional<std::string> complete(const std::string& system, const std::string& user,
                                      const ToolBox* tools = nullptr);

  std::string engine() const;
  const std::string& model() const { return settings_.model; }
  int prompt_tokens() const { return settings_.prompt_tokens; }

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<ModelReply> exchange(const std::string& body, Clock::time_point deadline);
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
  static constexpr std::size_t kMostCalls = 4;          // at once

  explicit StreamedAnswer(ModelSettings::Protocol protocol) : protocol_(protocol) {}

  /// False when the answer is unusable and no more is wanted.
  bool take(std::string_view bytes);
  /// The whole text, when the model ended it properly and called nothing.
  std::optional<std::string> finish() const;
  /// Text or calls.
  std::optional<ModelReply> reply() const;

 private:
  bool take_line(std::string_view line);
  bool take_call(std::size_t place, const std::string& id, const std::string& name,
                 const std::string& arguments);

  ModelSettings::Protocol protocol_;
  std::string line_;
  std::string text_;
  std::vector<ToolCall> calls_;
  bool is_done_ = false;
  bool is_broken_ = false;
};

}  // namespace chat
