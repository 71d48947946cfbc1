#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/write/archive_writer.h"

namespace council_news {

/// Reports the progress and the results of an update.
class UpdateReport {
 public:
  struct Line {
    std::string feed;  ///< its URL
    std::string text;
  };

  struct Options {
    bool quiet = false;           ///< print only what needs attention
    bool shows_progress = false;  ///< for a terminal
  };

  /// Messages are written to `out`.
  UpdateReport(std::ostream& out, Options options)
      : out_(out), quiet_(options.quiet), shows_progress_(options.shows_progress && !options.quiet) {}

  void expect(std::size_t feeds) { feeds_ = feeds; }
  void count(Outcome outcome);
  /// Counts a feed that was fetched, together with its history.
  void feed_done();
  void feed_unchanged() { ++unchanged_feeds_; }
  void not_due() { ++not_due_; }
  /// A feed that was due, but whose host must not be requested yet (Retry-After).
  void postponed(const std::string& feed, const std::string& why);
  void failed(const std::string& feed, const std::string& why);
  /// A new event that the user should know about: moved, gone, missed.
  void attention(const std::string& feed, const std::string& what);
  /// An issue that has needed attention since an earlier run. Ignored for a feed with a new event in this run.
  void ongoing(const std::string& feed, const std::string& what);
  /// An event that needs no attention.
  void note(const std::string& feed, const std::string& what);
  /// The page of an entry could not be fetched or read.
  void page_failed() { ++pages_failed_; }
  void page_done() { ++pages_; }
  void exchanges(std::size_t count) { exchanges_ = count; }

  /// Writes the summary as text to `out`, unless quiet.
  void write_summary();

  /// Writes the summary as JSON to stdout.
  void write_json();

  bool any_failed() const { return !failures_.empty(); }
  const std::vector<Line>& failures() const { return failures_; }
  const std::vector<Line>& attentions() const { return attentions_; }
  const std::vector<Line>& notes() const { return notes_; }
  std::size_t added() const { return added_; }
  std::size_t updated() const { return updated_; }
  std::size_t unchanged() const { return unchanged_; }

 private:
  void print(const char* kind, const Line& line) const;
  void draw_progress();
  void clear_progress() const;

  std::ostream& out_;
  bool quiet_;
  bool shows_progress_;
  std::size_t feeds_ = 0;
  std::size_t feeds_done_ = 0;
  std::size_t unchanged_feeds_ = 0;
  std::size_t not_due_ = 0;
  std::size_t postponed_ = 0;
  std::size_t added_ = 0;
  std::size_t updated_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t removed_ = 0;  ///< readings of removed articles
  std::size_t pages_ = 0;
  std::size_t pages_failed_ = 0;
  std::size_t exchanges_ = 0;
  std::vector<Line> failures_;
  std::vector<Line> attentions_;
  std::vector<Line> ongoing_;
  std::vector<Line> notes_;
};

}  // namespace council_news
