#pragma once

#include <string>
#include <vector>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/sniff.h"
#include "indexer/source/input.h"

namespace council_news {

/// The version of all readers together. Raise it with every change that makes a reader give more, fewer or other
/// articles for the same bytes: files that were indexed before are then read again by the next `add`, not skipped as
/// unchanged.
inline constexpr int kReaderVersion = 6;

/// One document as text, with its format.
struct Document {
  std::string text;  ///< its bytes in UTF-8, as to_utf8 gives them
  Format format;
  std::vector<std::string> warnings;  ///< about its character set: of every article in it
};

/// Decodes a document and detects its format from its content. Throws InputError, without the name of the source, when
/// it is no text or empty, NoArticleError when it is of a known kind without articles.
Document decode(const Input& input);

/// Reads the articles of a decoded document with the reader of its format. `hints`, if given, gets what a feed says of
/// itself. Throws InputError when the document cannot be read or only in part, NoArticleError when there is no article
/// in it; articles already handed to `sink` count.
void read_articles(const Input& input, const Document& document, const ArticleSink& sink, const HintsSink& hints = {});

/// Both: reads the articles of one document of any format.
void read_document(const Input& input, const ArticleSink& sink);

}  // namespace council_news
