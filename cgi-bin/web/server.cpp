#include "web/server.h"

#include <fcgiapp.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/log.h"

namespace web {
namespace {

// Signal handlers can only set flags; these three are the program's only mutable globals.
volatile sig_atomic_t g_stop = 0;
volatile sig_atomic_t g_reload = 0;
volatile sig_atomic_t g_wished = 0;

constexpr int kWish = SIGUSR1;  // from a worker to its master

void note_signal(int signal) {
  switch (signal) {
    case SIGHUP: g_reload = 1; break;
    case kWish: g_wished = 1; break;
    default: g_stop = 1;
  }
}

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;  // without SA_RESTART: waiting calls return EINTR
  sigaction(signal, &action, nullptr);
}

sigset_t service_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, kWish, SIGCHLD}) sigaddset(&set, signal);
  return set;
}

/// Where one worker waits for the next visitor. All workers wait on the same listener, and
/// EPOLLEXCLUSIVE wakes one of them for a connection; poll would wake them all, each to find that
/// another was faster (epoll_ctl(2); with four workers that was a fifth of a page's cost).
class Doorbell {
 public:
  explicit Doorbell(int listener) : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    epoll_event wanted{};
    wanted.events = EPOLLIN | EPOLLEXCLUSIVE;
    if (epoll_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, listener, &wanted) != 0) {
      throw std::runtime_error("cannot wait for connections");
    }
  }
  ~Doorbell() { ::close(epoll_); }
  Doorbell(const Doorbell&) = delete;
  Doorbell& operator=(const Doorbell&) = delete;

  /// Waits until someone connects; false when it is time to stop. The signals are open only inside
  /// epoll_pwait, so none can slip between the look at the flag and the wait.
  bool wait() const {
    sigset_t none;
    sigemptyset(&none);
    while (g_stop == 0) {
      epoll_event event{};
      if (::epoll_pwait(epoll_, &event, 1, -1, &none) > 0) return true;
    }
    return false;
  }

 private:
  int epoll_;
};

/// Writes an answer's FastCGI records straight to the socket: one system call for a whole page,
/// where libfcgi's writer needs one for each 8 KiB and nginx as many reads.
/// Source: FastCGI specification 1.0, sections 3.3 and 5.
class RecordWriter {
 public:
  explicit RecordWriter(const FCGX_Request& request)
      : socket_(request.ipcFd), id_(request.requestId) {}

  /// STDOUT records around `bytes`, and the end of the request when it is the `last` piece.
  bool write(std::string_view bytes, bool last) {
    std::vector<Header> headers;
    std::vector<iovec> pieces;
    const std::size_t records = bytes.size() / kMostContent + 1;
    headers.reserve(records + 2);
    while (!bytes.empty()) {
      const std::string_view content = bytes.substr(0, kMostContent);
      add(headers, pieces, FCGI_STDOUT_, content);
      bytes.remove_prefix(content.size());
    }
    static constexpr std::string_view kComplete("\0\0\0\0\0\0\0\0", 8);
    if (last) {
      add(headers, pieces, FCGI_STDOUT_, {});
      add(headers, pieces, FCGI_END_REQUEST_, kComplete);
    }
    return send(pieces);
  }

 private:
  using Header = std::array<unsigned char, 8>;
  static constexpr std::size_t kMostContent = 65528;  // a multiple of 8, so no padding is needed
  static constexpr unsigned char FCGI_STDOUT_ = 6;
  static constexpr unsigned char FCGI_END_REQUEST_ = 3;

  void add(std::vector<Header>& headers, std::vector<iovec>& pieces, unsigned char type,
           std::string_view content) const {
    headers.push_back({1, type, static_cast<unsigned char>(id_ >> 8),
                       static_cast<unsigned char>(id_ & 0xFF),
                       static_cast<unsigned char>(content.size() >> 8U),
                       static_cast<unsigned char>(content.size() & 0xFFU), 0, 0});
    pieces.push_back({headers.back().data(), headers.back().size()});
    if (!content.empty()) pieces.push_back({const_cast<char*>(content.data()), content.size()});
  }

  bool send(std::vector<iovec>& pieces) const {
    std::size_t at = 0;
    while (at < pieces.size()) {
      const ssize_t sent = ::writev(socket_, &pieces[at], static_cast<int>(pieces.size() - at));
      if (sent < 0 && errno == EINTR) continue;
      if (sent < 0) return false;
      auto left = static_cast<std::size_t>(sent);
      while (at < pieces.size() && left >= pieces[at].iov_len) left -= pieces[at++].iov_len;
      if (at < pieces.size()) {
        pieces[at].iov_base = static_cast<char*>(pieces[at].iov_base) + left;
        pieces[at].iov_len -= left;
      }
    }
    return true;
  }

  int socket_;
  int id_;
};

Wish answer_one(FCGX_Request& request, const Answerer& answer) {
  const Source source{
      .variable = [&](const char* name) { return FCGX_GetParam(name, request.envp); },
      .read_body =
          [&](char* buffer, std::size_t size) {
            const int count = FCGX_GetStr(buffer, static_cast<int>(size), request.in);
            return static_cast<std::size_t>(count < 0 ? 0 : count);
          },
      .all_variables = request.envp,
  };
  RecordWriter writer(request);
  bool ended = false;
  const auto send = [&](std::string_view bytes, bool last) {
    ended = ended || last;
    return writer.write(bytes, last);
  };
  const Wish wish = answer({source, send});
  if (!ended) writer.write({}, true);
  return wish;
}

/// Closes the connection of an answered request. What nginx sent and nobody read (a refused body)
/// is read to its end first: closing over unread bytes would reset the connection under the answer.
void close_connection(FCGX_Request& request) {
  while (FCGX_GetChar(request.in) != EOF) {
  }
  ::close(request.ipcFd);
  request.ipcFd = -1;
  FCGX_Free(&request, 0);
}

/// A page needs some hundred kilobytes for a moment. Given back to the system after each page, they
/// would come as fresh, zeroed ones for the next; so up to four megabytes stay.
void keep_freed_memory() {
  constexpr int kKept = 4 << 20;
  ::mallopt(M_TRIM_THRESHOLD, kKept);
  ::mallopt(M_MMAP_THRESHOLD, kKept);
  ::mallopt(M_TOP_PAD, 1 << 20);
}

/// The life of one worker process.
void work(int listener, pid_t master, const Answerer& answer) {
  FCGX_Init();
  set_handler(SIGTERM, note_signal);  // FCGX_Init had put its own, which swallows the signal
  set_handler(SIGINT, SIG_IGN);       // Ctrl-C reaches the whole group; the master decides
  set_handler(SIGHUP, SIG_IGN);
  set_handler(kWish, SIG_IGN);
  set_handler(SIGCHLD, SIG_DFL);
  keep_freed_memory();
  FCGX_Request request;
  FCGX_InitRequest(&request, listener, FCGI_FAIL_ACCEPT_ON_INTR);
  const Doorbell doorbell(listener);
  while (doorbell.wait()) {
    // Another worker may have been faster: the listener does not block.
    if (FCGX_Accept_r(&request) != 0) continue;
    const Wish wish = answer_one(request, answer);
    close_connection(request);
    // Whoever is the parent of an orphan is not to be disturbed.
    if (wish == Wish::new_workers && ::getppid() == master) ::kill(master, kWish);
  }
}

pid_t start_worker(int listener, const std::function<Answerer()>& make_answerer) {
  const pid_t master = ::getpid();
  const pid_t pid = ::fork();
  if (pid != 0) return pid;
  try {
    work(listener, master, make_answerer());
  } catch (const std::exception& error) {
    logging::error("", std::string("worker: ") + error.what());
    // The reason (no database, say) may last: do not be replaced in a tight loop.
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::_Exit(1);
  }
  std::_Exit(0);
}

class Workers {
 public:
  Workers(int listener, int count, const std::function<void()>& prepare,
          const std::function<Answerer()>& make_answerer)
      : listener_(listener), count_(count), prepare_(prepare), make_answerer_(make_answerer) {}

  void fill() {
    if (static_cast<int>(running_.size()) < count_) prepare_();
    while (static_cast<int>(running_.size()) < count_) {
      const pid_t pid = start_worker(listener_, make_answerer_);
      if (pid < 0) {
        logging::error("", "cannot fork a worker");
        return;
      }
      running_.insert(pid);
    }
  }

  /// For workers that wish it. Those that wished at the same time got what they wanted already.
  void renew_if_due() {
    constexpr auto kPause = std::chrono::seconds(30);
    if (std::chrono::steady_clock::now() < granted_ + kPause) return;
    logging::line("new workers, as one has learnt much");
    renew();
    granted_ = std::chrono::steady_clock::now();
  }

  void renew() {
    const std::set<pid_t> old = running_;
    leaving_.insert(old.begin(), old.end());
    running_.clear();
    fill();
    for (const pid_t pid : old) ::kill(pid, SIGTERM);
  }

  void reap() {
    int status = 0;
    for (pid_t pid = ::waitpid(-1, &status, WNOHANG); pid > 0;
         pid = ::waitpid(-1, &status, WNOHANG)) {
      if (running_.erase(pid) == 0) {
        leaving_.erase(pid);
      } else if (g_stop == 0) {
        logging::line("worker " + std::to_string(pid) + " ended with status " +
                      std::to_string(status) + "; it is replaced");
      }
    }
  }

  void stop() {
    for (const pid_t pid : running_) ::kill(pid, SIGTERM);
    for (const pid_t pid : leaving_) ::kill(pid, SIGTERM);
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
  }

 private:
  int listener_;
  int count_;
  const std::function<void()>& prepare_;
  const std::function<Answerer()>& make_answerer_;
  std::set<pid_t> running_;
  std::set<pid_t> leaving_;
  std::chrono::steady_clock::time_point granted_{};
};

}  // namespace

int open_listener(const std::string& address) {
  const bool is_path = address.find('/') != std::string::npos;
  if (is_path) ::unlink(address.c_str());
  const mode_t before = ::umask(0117);
  constexpr int kBacklog = 512;
  const int listener = FCGX_OpenSocket(address.c_str(), kBacklog);
  ::umask(before);
  if (listener < 0) throw std::runtime_error("cannot listen on " + address);
  ::fcntl(listener, F_SETFL, ::fcntl(listener, F_GETFL) | O_NONBLOCK);
  return listener;
}

int serve(int listener, int workers, const std::function<void()>& prepare,
          const std::function<Answerer()>& make_answerer) {
  const sigset_t blocked = service_signals();
  sigprocmask(SIG_BLOCK, &blocked, nullptr);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, kWish}) set_handler(signal, note_signal);
  set_handler(SIGCHLD, [](int) {});
  set_handler(SIGPIPE, SIG_IGN);

  Workers pool(listener, workers, prepare, make_answerer);
  sigset_t open;
  sigemptyset(&open);
  while (g_stop == 0) {
    pool.reap();
    if (g_reload != 0) {
      g_reload = 0;
      pool.renew();
    }
    if (g_wished != 0) {
      g_wished = 0;
      pool.renew_if_due();
    }
    pool.fill();
    ::sigsuspend(&open);
  }
  pool.stop();
  return 0;
}

bool is_cgi_call() {
  return std::getenv("GATEWAY_INTERFACE") != nullptr && std::getenv("REQUEST_METHOD") != nullptr;
}

void answer_cgi(const Answerer& answer) {
  const Source source{
      .variable = [](const char* name) -> const char* { return std::getenv(name); },
      .read_body = [](char* buffer,
                      std::size_t size) { return std::fread(buffer, 1, size, stdin); },
      .all_variables = environ,
  };
  const auto send = [](std::string_view bytes, bool) {
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() &&
           std::fflush(stdout) == 0;
  };
  answer({source, send});
}

}  // namespace web
