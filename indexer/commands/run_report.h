#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "indexer/write/archive_writer.h"

namespace council_news {

/// Reports the progress and the results of a run. Everything goes to stderr except the JSON report.
class RunReport {
 public:
  /// `sources` is the number of sources to read. Progress is shown only on a terminal.
  RunReport(std::size_t sources, bool verbose);

  void count(Outcome outcome, std::size_t articles = 1);
  /// Prints a line for a source that could not be read.
  void fail(const std::string& source, const std::string& why, const std::string& hint = {});
  /// Counts documents of a source that contain no article; with `verbose` also prints a line.
  void skip(const std::string& source, const std::string& why, std::size_t documents = 1);
  void source_done();

  /// Prints the summary as a line on stderr.
  void write_summary();

  /// Prints the summary as JSON on stdout.
  void write_json();

  /// Number of articles that were added or updated.
  std::size_t stored() const { return added_ + updated_; }

  bool any_failed() const { return !failures_.empty(); }

 private:
  struct Failure {
    std::string source;
    std::string why;
  };

  void draw_progress();
  void clear_progress();

  std::size_t sources_;
  std::size_t sources_done_ = 0;
  std::size_t added_ = 0;
  std::size_t updated_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t skipped_ = 0;
  std::size_t removed_ = 0;  ///< readings of removed articles
  std::vector<Failure> failures_;
  bool verbose_;
  bool shows_progress_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point redrawn_;
};

/// Adds `--report text|json`, the format of the summary of a run.
void add_report_option(boost::program_options::options_description& options);

/// True for `--report json`. Throws UsageError for an unknown format.
bool wants_json(const boost::program_options::variables_map& values);

/// Says on stderr that a signal ended a run early, after `stored` articles were committed, and throws Interrupted.
void end_interrupted(std::size_t stored);

}  // namespace council_news
