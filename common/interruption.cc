#include "common/interruption.h"

#include <array>
#include <atomic>
#include <csignal>

#include <unistd.h>

namespace council_news {
namespace {

constexpr std::array<int, 3> kSignals{{SIGINT, SIGTERM, SIGHUP}};

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free);  // so it may be used in a signal handler

void note(int signal) {
  if (caught.exchange(signal) != 0) ::_exit(128 + signal);
}

}  // namespace

void catch_interruptions() {
  for (const int signal : kSignals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;  // without SA_RESTART
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
}

bool run_unless_interrupted(const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Interrupted&) {
    return false;
  }
}

int interrupting_signal() { return caught; }

void stop_if_interrupted() {
  if (const int signal = caught; signal != 0) throw Interrupted{signal};
}

}  // namespace council_news
