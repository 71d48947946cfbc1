#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "common/error.h"
#include "indexer/source/source.h"

namespace council_news {

/// Callbacks for what a source contains, called in order. Names are paths, `archive.zip!member` or
/// `crawl.warc.gz!https://news.example/a`.
struct SourceEvents {
  /// A document to read. A long JSON Lines file is split into several; `first_line` is the line of the file, counted
  /// from 1, that this one begins at.
  std::function<void(Input&& document, std::size_t first_line)> document;
  /// Something that cannot contain articles: a redirect, an office document.
  std::function<void(const std::string& name, const std::string& why)> skipped;
  /// A part that could not be read; the rest still is.
  std::function<void(const std::string& name, const InputError& error)> failed;
};

/// Emits the documents of a source one by one: the file itself, or the contents of an archive or compressed file, up to
/// kMaxLayers deep. Holds one document in memory at a time.
///
/// `url` is the URL of the document if the user gave one: it overrides what the source itself says, and is an error for
/// an archive. Throws InputError if the source cannot be read completely, NoArticleError if it contains nothing to
/// read; documents emitted before that remain valid.
void walk_documents(const Source& source, const std::string& url, const SourceEvents& events);

/// The same for what is in memory, such as a response: `source.bytes` may be an archive. Larger documents than
/// `max_document_bytes` are rejected.
void walk_documents(Input&& source, std::size_t max_document_bytes, const SourceEvents& events);

/// Larger documents are rejected, to bound memory use.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{256} << 20;

/// JSON Lines files may be larger: they are split into parts of about this size.
inline constexpr std::size_t kPartBytes = std::size_t{16} << 20;

/// Nesting limit; compressions count too: a .warc.gz in a .tar.gz has four layers.
inline constexpr int kMaxLayers = 6;

/// A source that unpacks to more than kAlwaysUnpacked bytes may not exceed kMaxExpansion times its size. (Deflate
/// reaches at most 1032:1.)
inline constexpr std::uint64_t kAlwaysUnpacked = std::uint64_t{1} << 30;
inline constexpr std::uint64_t kMaxExpansion = 1000;

}  // namespace council_news
