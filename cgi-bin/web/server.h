/// server.h - how requests reach the program: FastCGI workers behind nginx, or plain CGI.
///
/// Source: FastCGI specification 1.0; RFC 3875 (CGI). facts about libfcgi's signals: server.cpp.
#pragma once

#include <functional>
#include <string>

#include "web/request.h"
#include "web/response.h"

namespace web {

/// One exchange: the request is read from `source`, the answer goes out by `send`, in as many
/// pieces as it takes; each is on its way at once, and `last` ends the answer. Returns false when
/// the client has left.
struct Exchange {
  const Source& source;
  std::function<bool(std::string_view bytes, bool last)> send;
};
/// What a worker wishes for when it has answered: to go on, or that the pool starts new workers
/// in its place and the others', as by SIGHUP. Granted once in half a minute.
enum class Wish { go_on, new_workers };
using Answerer = std::function<Wish(const Exchange&)>;

/// Opens the unix socket (mode 0660) or "127.0.0.1:9000" for listening; throws std::runtime_error.
int open_listener(const std::string& address);

/// Prefork: keeps `workers` child processes answering on `listener` until SIGTERM or SIGINT. A
/// child that dies is replaced. SIGHUP starts new ones (templates and settings are read again) and
/// lets the old ones finish. `prepare` runs in the parent before it forks: what lies in memory then
/// is shared by all children until one of them changes it. `make_answerer` runs inside each child.
/// Returns the exit code.
int serve(int listener, int workers, const std::function<void()>& prepare,
          const std::function<Answerer()>& make_answerer);

/// Answers the one request of a CGI call: variables from the environment, body from stdin.
void answer_cgi(const Answerer& answer);

/// True when the program was started by a web server as CGI.
bool is_cgi_call();

}  // namespace web
