#include "base/stop_signal.h"

#include <signal.h>
#include <time.h>

namespace {

volatile sig_atomic_t wants_stop = 0;

void note_stop(int) {
  wants_stop = 1;
}

}  // namespace

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note_stop;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGINT, &action, nullptr);
}

bool stop_wanted() {
  return wants_stop != 0;
}

void pause_for(int seconds) {
  const timespec span{seconds, 0};
  nanosleep(&span, nullptr);
}
