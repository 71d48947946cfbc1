#pragma once

#include <string_view>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/source/input.h"

namespace council_news {

/// Reads the items of an RSS 0.9x, 1.0 (RDF) or 2.0, CDF or Atom document and hands them to `sink` in document order;
/// oddities of an item become its warnings. `xml` is input.bytes as UTF-8. XML that is not well-formed is repaired; a
/// truncated document gives all its complete items. `hints`, if set, receives the feed's own metadata, even if no item
/// can be read. Throws InputError if the document is not a feed.
void read_xml_feed(const Input& input, std::string_view xml, const ArticleSink& sink, const HintsSink& hints = {});

/// The same for a JSON Feed 1.0 or 1.1 document (jsonfeed.org). Values of the wrong type are skipped.
void read_json_feed(const Input& input, std::string_view json, const ArticleSink& sink, const HintsSink& hints = {});

}  // namespace council_news
