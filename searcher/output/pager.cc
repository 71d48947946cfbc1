#include "searcher/output/pager.h"

#include <csignal>
#include <cstdlib>

#include "common/environment.h"
#include "common/error.h"

namespace council_news {

Pager::Pager(const std::string& command) {
  // less: leave at the end of a short text, show colours and links, keep the screen. What a user has set stays, but
  // without R it would show the codes of the colours.
  std::string options = environment("LESS");
  if (options.empty()) options = "FRX";
  if (options.find_first_of("rR") == std::string::npos) options = "-R " + options;
  ::setenv("LESS", options.c_str(), 1);
  // A pager that is left early must not take us with it: its terminal is to be waited for.
  std::signal(SIGPIPE, SIG_IGN);
  // One that cannot be run has read nothing: the shell says so, and what was to be shown is shown at once.
  const std::string script = command + "\ncase $? in 126|127) exec cat ;; esac";
  pipe_ = ::popen(script.c_str(), "w");
  if (pipe_ == nullptr)
    throw Error(ExitStatus::database, "the pager could not be started: " + command, "set PAGER=cat");
  // Control-C is for the pager, which stays; leaving it ends us too.
  std::signal(SIGINT, SIG_IGN);
}

Pager::~Pager() { ::pclose(pipe_); }

std::string pager_command() {
  std::string command = environment("PAGER");
  return command == "cat" ? "" : command;
}

}  // namespace council_news
