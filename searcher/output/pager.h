#pragma once

#include <cstdio>
#include <string>

namespace council_news {

/// A pager, fed through a pipe. The destructor waits for it.
class Pager {
 public:
  /// Throws Error if it cannot be started.
  explicit Pager(const std::string& command);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  int descriptor() const { return ::fileno(pipe_); }

 private:
  std::FILE* pipe_;
};

/// The command in $PAGER, or empty: unset, or `cat`, which does not page.
std::string pager_command();

}  // namespace council_news
