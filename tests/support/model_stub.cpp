#include "support/model_stub.h"

#include <poll.h>

#include <algorithm>
#include <utility>

namespace support {
ModelStub::ModelStub(std::string body, Manner manner) : bodies_{std::move(body)}, manner_(manner) {}

ModelStub::ModelStub(std::vector<std::string> bodies)
    : bodies_(std::move(bodies)), manner_(Manner::answers) {}

void ModelStub::serve(int client) {
  requests_.push_back(HttpStub::read_request(client));
  const std::string& body = bodies_.at(std::min(requests_.size(), bodies_.size()) - 1);
  ++questions_;
  const bool breaks_off = manner_ == Manner::breaks_off;
  switch (manner_) {
    case Manner::answers:
    case Manner::breaks_off:
      send_all(client, "HTTP/1.1 200 OK\r\nContent-Length: " +
                           std::to_string(body.size() + (breaks_off ? 100 : 0)) +
                           "\r\nConnection: close\r\n\r\n" + body);
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
