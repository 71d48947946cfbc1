#pragma once

#include <string_view>

#include "indexer/read/feed/parse_xml.h"
#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// The feed in an RSS 0.9x, 1.0 (RDF) or 2.0, CDF or Atom document, well-formed or not. `document_url` may be empty.
/// Throws InputError if the document is not a feed.
RawFeed read_raw_feed(const ParsedXml& parsed, std::string_view document_url);

}  // namespace council_news
