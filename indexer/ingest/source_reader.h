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

/// Callbacks for the results of reading sources, called in order.
struct ReadEvents {
  ArticleSink article;
  /// A document that contains no article.
  std::function<void(const std::string& source, const std::string& why)> skipped;
  /// A document or source that could not be read, or only in part.
  std::function<void(const std::string& source, const std::string& why, const std::string& hint)> failed;
};

/// Counts of the articles and documents of one source.
struct ReadTally {
  std::size_t articles = 0;
  std::size_t skipped = 0;
  std::size_t failed = 0;
  std::string first_failure;  ///< the document, unless it is the source itself, and the reason
  std::size_t bytes = 0;      ///< of the documents that were read
};

/// Reads the articles of sources, which may be documents or archives. Documents are read in parallel, but all events
/// are delivered on the calling thread and in the order of the sources. Few documents are in memory at a time.
///
/// A bad document does not stop the others, whatever its reader throws; only exceptions of the event handlers are
/// propagated. A source that was named on the command line and contains no article counts as failed, because the user
/// expects one. Throws Interrupted (interruption.h) between articles and while it waits for input; a source is done
/// only after its last event.
class SourceReader {
 public:
  using Done = std::function<void(const ReadTally&)>;

  explicit SourceReader(ReadEvents events);

  /// `url` is the URL of the document, if the user gave one. `done` is called after the last event of the source.
  /// Events may be delivered later; finish() delivers all that remain.
  void read(const Source& source, const std::string& url, Done done = {});
  void finish();

 private:
  /// The result of reading one document, or an event between documents.
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
  void deliver_article(Article&& article);
  void report_error(const std::string& name, const std::exception_ptr& error);

  ReadEvents events_;
  std::deque<Progress> sources_;  ///< sources with undelivered events; the next event belongs to the first
  std::deque<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  WorkerPool pool_;
};

}  // namespace council_news
