#pragma once

#include <cstdio>
#include <string>

namespace council_news {

/// A program that shows text by the screen, fed through a pipe; waited for when this goes.
class Pager {
 public:
  /// Throws Error when it cannot be started.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  int descriptor() const { return ::fileno(pipe_); }

 private:
  std::FILE* pipe_;
};

/// What $PAGER names, or empty: none is set, or `cat`, which shows nothing by the screen.
std::string pager_command();

}  // namespace council_news
