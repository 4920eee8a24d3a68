#include "support/model_stub.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace support {
namespace {

std::size_t promised_length(const std::string& head) {
  const auto at = head.find("Content-Length: ");
  return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

std::string read_request(int client) {
  std::string request;
  char piece[4096];
  while (true) {
    const auto end = request.find("\r\n\r\n");
    if (end != std::string::npos && request.size() >= end + 4 + promised_length(request)) {
      return request;
    }
    const ssize_t got = ::read(client, piece, sizeof piece);
    if (got <= 0) return request;
    request.append(piece, static_cast<std::size_t>(got));
  }
}

void send_all(int client, const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t put = ::send(client, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (put <= 0) return;
    sent += static_cast<std::size_t>(put);
  }
}

}  // namespace

ModelStub::ModelStub(std::string body, Manner manner) : body_(std::move(body)), manner_(manner) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("the stub of a language model cannot listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

ModelStub::~ModelStub() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string ModelStub::url() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

void ModelStub::serve() {
  while (true) {
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    answer(client);
    ::close(client);
  }
}

void ModelStub::answer(int client) {
  request_ = read_request(client);
  ++questions_;
  const bool breaks_off = manner_ == Manner::breaks_off;
  switch (manner_) {
    case Manner::answers:
    case Manner::breaks_off:
      send_all(client, "HTTP/1.1 200 OK\r\nContent-Length: " +
                           std::to_string(body_.size() + (breaks_off ? 100 : 0)) +
                           "\r\nConnection: close\r\n\r\n" + body_);
      break;
    case Manner::hangs: {
      pollfd gone{client, POLLRDHUP, 0};
      ::poll(&gone, 1, 10'000);  // until the asker gives up
      break;
    }
    case Manner::refuses:
      send_all(client, "HTTP/1.1 500 Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      break;
  }
}

}  // namespace support
