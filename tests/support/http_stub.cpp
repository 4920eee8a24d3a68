#include "support/http_stub.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace support {

std::string header_of(const std::string& request, const std::string& name) {
  const auto at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return "";
  const auto from = at + name.size() + 4;
  return request.substr(from, request.find("\r\n", from) - from);
}

void send_all(int client, const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t put = ::send(client, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (put <= 0) return;
    sent += static_cast<std::size_t>(put);
  }
}

std::string HttpStub::read_request(int client) {
  std::string request;
  char piece[4096];
  while (true) {
    const auto end = request.find("\r\n\r\n");
    if (end != std::string::npos) {
      const std::string length = header_of(request, "Content-Length");
      if (request.size() >= end + 4 + (length.empty() ? 0 : std::stoul(length))) return request;
    }
    const ssize_t got = ::read(client, piece, sizeof piece);
    if (got <= 0) return request;
    request.append(piece, static_cast<std::size_t>(got));
  }
}

HttpStub::HttpStub(std::function<void(int client)> serve) : serve_(std::move(serve)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("the stub of a service cannot listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] {
    while (true) {
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) return;
      serve_(client);
      ::close(client);
    }
  });
}

HttpStub::~HttpStub() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

}  // namespace support
