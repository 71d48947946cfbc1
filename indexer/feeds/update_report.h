#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/write/archive_writer.h"

namespace council_news {

/// What a nightly run did, told as it goes and at its end.
class UpdateReport {
 public:
  struct Line {
    std::string feed;  ///< its address
    std::string text;
  };

  /// What is said as the run goes is written to `talk`; `quiet`: only what a person should know. `draws`: progress too,
  /// for a terminal.
  UpdateReport(std::ostream& talk, bool quiet, bool draws) : talk_(talk), quiet_(quiet), draws_(draws && !quiet) {}

  void expect(std::size_t feeds) { feeds_ = feeds; }
  void count(Outcome outcome);
  /// A feed that has been asked, with all that hangs on it.
  void feed_done();
  void feed_unchanged() { ++unchanged_feeds_; }
  void not_due() { ++not_due_; }
  /// A feed that was due, but whose host is to be left in peace.
  void put_off(const std::string& feed, const std::string& why);
  void failed(const std::string& feed, const std::string& why);
  /// What is new of a feed and a person should know: moved, gone, missed.
  void attention(const std::string& feed, const std::string& what);
  /// What needs a person since an earlier run; passed over if it was said in this one.
  void still(const std::string& feed, const std::string& what);
  /// What is merely worth saying.
  void note(const std::string& feed, const std::string& what);
  /// A page behind an entry that could not be fetched or read.
  void page_failed() { ++pages_failed_; }
  void page_done() { ++pages_; }
  void exchanges(std::size_t count) { exchanges_ = count; }

  /// The summary: as a line of `talk`, or as JSON on stdout.
  void finish(bool as_json);

  bool any_failed() const { return !failures_.empty(); }
  const std::vector<Line>& failures() const { return failures_; }
  const std::vector<Line>& attentions() const { return attentions_; }
  const std::vector<Line>& notes() const { return notes_; }
  std::size_t added() const { return added_; }
  std::size_t updated() const { return updated_; }
  std::size_t unchanged() const { return unchanged_; }

 private:
  void say(const char* kind, const Line& line) const;
  void draw_progress();
  void clear_progress() const;

  std::ostream& talk_;
  bool quiet_;
  bool draws_;
  std::size_t feeds_ = 0;
  std::size_t feeds_done_ = 0;
  std::size_t unchanged_feeds_ = 0;
  std::size_t not_due_ = 0;
  std::size_t put_off_ = 0;
  std::size_t added_ = 0;
  std::size_t updated_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t pages_ = 0;
  std::size_t pages_failed_ = 0;
  std::size_t exchanges_ = 0;
  std::vector<Line> failures_;
  std::vector<Line> attentions_;
  std::vector<Line> still_;
  std::vector<Line> notes_;
};

}  // namespace council_news
