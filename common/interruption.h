#pragma once

#include <functional>

namespace council_news {

/// An orderly end after SIGINT, SIGTERM or SIGHUP. Commands that have something to save or to delete call
/// catch_interruptions() first; code that may take long calls stop_if_interrupted() where it can stop.

/// Thrown by stop_if_interrupted(). Not a std::exception, so that nothing takes it for an error of the input.
/// run_program() turns it into the exit status that a shell reports for the signal: 130, 143 or 129.
struct Interrupted {
  int signal;
};

/// From now on the first signal only makes stop_if_interrupted() throw; a second one ends the process at once. A signal
/// that the process was started to ignore (nohup) stays ignored. Blocking system calls return with EINTR.
void catch_interruptions();

/// Runs `work`. False if Interrupted ended it.
bool run_unless_interrupted(const std::function<void()>& work);

/// The signal that was caught, or 0.
int interrupting_signal();

/// Throws Interrupted if a signal was caught. May be called on any thread.
void stop_if_interrupted();

}  // namespace council_news
