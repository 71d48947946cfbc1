#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "indexer/read/input.h"
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

/// Reads all articles of a source, be it a document or an archive of them. No bad document stops the others; what can
/// be thrown is what `events` throws. `url` is where the source was taken from, if the user said so.
///
/// What was named on the command line and has no article in it has failed: its user expects one.
ReadTally read_source(const Source& source, const std::string& url, const ReadEvents& events);

}  // namespace council_news
