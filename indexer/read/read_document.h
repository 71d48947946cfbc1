#pragma once

#include <string>
#include <vector>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/sniff.h"
#include "indexer/source/input.h"

namespace council_news {

/// The version of all readers together. Raise it when a reader gives other articles for the same bytes: the next `add`
/// then reads files again that it would otherwise skip as unchanged.
inline constexpr int kReaderVersion = 7;

/// A decoded document and its format.
struct Document {
  std::string text;  ///< UTF-8, as to_utf8 returns it
  Format format;
  std::vector<std::string> warnings;  ///< about the encoding; they apply to every article of the document
};

/// Decodes a document and detects its format from its content. Throws InputError, without the name of the source, if it
/// is empty or not text, and NoArticleError if it is of a known kind that holds no articles.
Document decode(const Input& input);

/// Reads the articles of a decoded document with the reader of its format. `hints`, if set, receives a feed's own
/// metadata. A publication date more than a day after input.retrieved, or after now if that is unknown, is kept with a
/// warning. Throws InputError if the document cannot be read or only in part, NoArticleError if it has no article;
/// articles already handed to `sink` count.
void read_articles(const Input& input, const Document& document, const ArticleSink& sink, const HintsSink& hints = {});

/// decode, then read_articles.
void read_document(const Input& input, const ArticleSink& sink);

}  // namespace council_news
