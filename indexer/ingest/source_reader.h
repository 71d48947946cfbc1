#pragma once

#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <string>
#include <vector>

#include "indexer/ingest/worker_pool.h"
#include "indexer/source/input.h"
#include "indexer/source/source.h"

namespace council_news {

/// Takes what comes of reading a source, in its order.
struct ReadEvents {
  ArticleSink article;
  /// A document without an article.
  std::function<void(const std::string& source, const std::string& why)> skipped;
  /// A document, or a source, that could not be read or not to its end.
  std::function<void(const std::string& source, const std::string& why, const std::string& hint)> failed;
};

/// How the documents of a source fared.
struct ReadTally {
  std::size_t articles = 0;
  std::size_t skipped = 0;
  std::size_t failed = 0;
  std::string first_failure;  ///< which document it was, if not the source itself, and why
  std::size_t bytes = 0;      ///< of the documents, as far as they were read
};

/// Reads the articles of sources, be they documents or archives of them. Several documents are read at a time, each by
/// a thread of its own, but all events come on the calling thread and in the order of the sources: what they do need
/// not know of threads. Few documents are held at once, a large one alone.
///
/// No bad document stops the others; what can be thrown is what the events throw. What was named on the command line
/// and has no article in it has failed: its user expects one.
class SourceReader {
 public:
  using Done = std::function<void(const ReadTally&)>;

  explicit SourceReader(ReadEvents events);

  /// `url` is where the source was taken from, if the user said so. `done` is called behind the last event of the
  /// source. Events may be late: finish() is when all have come.
  void read(const Source& source, const std::string& url, Done done = {});
  void finish();

 private:
  /// What came of one document, or an event between documents.
  struct Reading {
    std::string name;
    std::vector<Article> articles;
    std::exception_ptr error;
    std::size_t bytes = 0;
    bool ends_source = false;
  };
  struct Pending {
    std::future<Reading> reading;
    std::size_t bytes;
  };
  struct Progress {
    std::string name;
    bool was_named;
    Done done;
    ReadTally tally;
  };

  void document(Input&& input, std::size_t first_line);
  void push(Reading&& reading);
  void push(std::future<Reading>&& reading, std::size_t bytes);
  void deliver_first();
  void deliver(Reading&& reading);
  void take(Article&& article);
  void tell_error(const std::string& name, const std::exception_ptr& error);

  ReadEvents events_;
  std::deque<Progress> sources_;  ///< whose events have not all come; the first is the one they are of
  std::deque<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  WorkerPool pool_;
};

}  // namespace council_news
