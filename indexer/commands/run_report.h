#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "indexer/write/archive_writer.h"

namespace council_news {

/// What a run did, told as it goes and at its end. Everything goes to stderr but the JSON report.
class RunReport {
 public:
  /// `sources` is how many there are to read. Progress is drawn only on a terminal.
  RunReport(std::size_t sources, bool verbose);

  void count(Outcome outcome, std::size_t articles = 1);
  /// A source that could not be read: one line that names it and says why.
  void fail(const std::string& source, const std::string& why, const std::string& hint = {});
  /// A source without an article.
  void skip(const std::string& source, const std::string& why, std::size_t documents = 1);
  void source_done();

  /// The summary: one line for people, or JSON on stdout.
  void finish(bool as_json);

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
  std::vector<Failure> failures_;
  bool verbose_;
  bool draws_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
};

/// `--report text|json`: how the summary of a run is told.
void add_report_option(boost::program_options::options_description& options);

/// Whether it is to be JSON. Throws UsageError for what is neither.
bool wants_json(const boost::program_options::variables_map& values);

}  // namespace council_news
