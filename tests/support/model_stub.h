/// model_stub.h - a language model that says what a test wants: whole, garbled, cut off or never.
///
///   support::ModelStub stub("{\"message\":{\"content\":\"Hello\"},\"done\":true}\n");
///   chat::LanguageModel model({.url = stub.url(), .model = "stub"});
///
/// It is a real HTTP server on a free port of this machine, in a thread of its own.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "support/http_stub.h"

namespace support {

class ModelStub {
 public:
  enum class Manner {
    answers,     // sends the body and ends the answer
    breaks_off,  // promises more than it sends
    hangs,       // takes the question and says nothing
    refuses,     // 500
  };

  explicit ModelStub(std::string body, Manner manner = Manner::answers);
  /// One body a question, the last one again and again.
  explicit ModelStub(std::vector<std::string> bodies);

  std::string url() const { return server_.url(); }
  int questions() const { return questions_; }
  /// The last request, head and body; read it after the answer came.
  std::string last_request() const { return requests_.empty() ? "" : requests_.back(); }
  const std::vector<std::string>& requests() const { return requests_; }

 private:
  void serve(int client);

  std::vector<std::string> bodies_;
  Manner manner_;
  std::atomic<int> questions_{0};
  std::vector<std::string> requests_;
  HttpStub server_{[this](int client) { serve(client); }};  // last: it uses all of the above
};

}  // namespace support
