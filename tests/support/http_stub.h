/// http_stub.h - a real HTTP server on a free port of this machine, in a thread of its own: what
/// stands in tests for somebody else's service.
#pragma once

#include <functional>
#include <string>
#include <thread>

namespace support {

/// The value of a header of a request, or an empty text.
std::string header_of(const std::string& request, const std::string& name);

/// Sends all of it, unless the other side is gone.
void send_all(int client, const std::string& bytes);

class HttpStub {
 public:
  /// Reads one whole request from the connection, head and body.
  static std::string read_request(int client);

  /// `serve` gets each connection in turn and does with it what it likes; it is closed behind it.
  explicit HttpStub(std::function<void(int client)> serve);
  ~HttpStub();
  HttpStub(const HttpStub&) = delete;
  HttpStub& operator=(const HttpStub&) = delete;

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  std::function<void(int client)> serve_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace support
