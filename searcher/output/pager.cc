#include "searcher/output/pager.h"

#include <csignal>
#include <cstdlib>

#include "common/environment.h"
#include "common/error.h"

namespace council_news {

Pager::Pager(const std::string& command) {
  // less: exit at the end of a short text, show colours and links, keep the screen. User settings are kept, but without
  // R less would show colour codes as text.
  std::string options = environment("LESS");
  if (options.empty()) options = "FRX";
  if (options.find_first_of("rR") == std::string::npos) options = "-R " + options;
  ::setenv("LESS", options.c_str(), 1);
  // If the shell cannot run the pager, it reports that, and `cat` shows the text instead.
  const std::string script = command + "\ncase $? in 126|127) exec cat ;; esac";
  pipe_ = ::popen(script.c_str(), "w");
  if (pipe_ == nullptr)
    throw Error(ExitStatus::database, "the pager could not be started: " + command, "set PAGER=cat");
  // Control-C is for the pager, which ignores it; quitting the pager ends us too.
  std::signal(SIGINT, SIG_IGN);
}

Pager::~Pager() { ::pclose(pipe_); }

std::string pager_command() {
  std::string command = environment("PAGER");
  return command == "cat" ? "" : command;
}

}  // namespace council_news
