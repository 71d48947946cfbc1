#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "common/error.h"
#include "indexer/source/source.h"

namespace council_news {

/// What a walk through a source meets, in its order. Names are those of the documents: a path, `archive.zip!member`,
/// `crawl.warc.gz!https://news.example/a`.
struct SourceEvents {
  /// A document to read. A long file of JSON Lines comes in several; `first_line` is where in the file this one begins,
  /// counted from 1.
  std::function<void(Input&& document, std::size_t first_line)> document;
  /// Something that is no document of news: a redirect, an office document.
  std::function<void(const std::string& name, const std::string& why)> skipped;
  /// Something that could not be read, while the rest could.
  std::function<void(const std::string& name, const InputError& error)> failed;
};

/// Hands over the documents of a source one by one: the file itself, or what is in it when it is an archive,
/// compressed, or both, up to kMostLayers deep. Memory holds one document at a time.
///
/// `url` is where it was taken from, if the user said so; it takes the place of what the source itself tells, and is
/// refused for an archive, whose members it cannot all be the address of. Throws InputError when the source cannot be
/// read, or not to its end; NoArticleError when it is known to hold nothing. What was handed over before counts.
void walk_documents(const Source& source, const std::string& url, const SourceEvents& events);

/// A larger document is refused; no document of news is that large, it would only fill the memory.
inline constexpr std::size_t kMostDocumentBytes = std::size_t{256} << 20;

/// JSON Lines have no such limit, but each line has: they come in parts of about this size.
inline constexpr std::size_t kPartBytes = std::size_t{16} << 20;

/// Archives in archives, each compression counted too: a .warc.gz in a .tar.gz is four layers.
inline constexpr int kMostLayers = 6;

/// A source that has unpacked to this much must not be this many times its own size: no corpus is, bombs are. (The
/// most that one deflate can do is 1032.)
inline constexpr std::uint64_t kAlwaysUnpacked = std::uint64_t{1} << 30;
inline constexpr std::uint64_t kMostExpansion = 1000;

}  // namespace council_news
