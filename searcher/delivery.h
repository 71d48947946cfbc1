#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/answer/answer.h"
#include "searcher/options.h"
#include "searcher/output/writer.h"
#include "searcher/saved/last_result.h"

namespace council_news {

/// Where the answers of a run go, and which results have been shown.
struct Sink {
  Writer& writer;
  const Format& format;
  std::ostream& notes;
  std::vector<Shown> shown = {};

  std::size_t last_rank = 0;
  std::size_t before = 0;  ///< the last rank of earlier answers

  /// Writes the notes of an answer, for which nothing else may be written.
  void note(const Answer& answer);
  /// Begins an answer, with its notes before it.
  void begin(const Answer& answer);
  /// Writes a hit of that answer; ranks continue from earlier answers.
  void hit(const Answer& answer, Hit hit);
};

/// Writes answers in the format of the options, to standard output or through a pager. `write` passes them to the sink.
/// Returns the results shown, after all output was written: an Error says that some was not, a ClosedPipe that the
/// reader has gone. `title` is that of a page or feed with several answers.
std::vector<Shown> deliver(const Options& options, const std::string& title, const std::function<void(Sink&)>& write);

/// Remembers the results shown on a terminal, for --show 3.
void remember_shown(const std::vector<Shown>& shown, const std::vector<std::filesystem::path>& databases);

/// Absolute paths, so that a later command may run in another folder.
std::vector<std::filesystem::path> absolute(std::vector<std::filesystem::path> databases);

}  // namespace council_news
