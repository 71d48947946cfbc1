#pragma once

#include <string_view>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/source/input.h"

namespace council_news {

/// Reads the items of an RSS 0.9x, 1.0 (RDF) or 2.0, CDF or Atom document; `xml` is input.bytes as UTF-8. Hands them to
/// `sink` in the order of the document; what was odd about one is in its warnings. What is not well-formed is read as
/// far as it makes sense, of a document that is cut off all whole items. `hints`, if given, gets what the feed says of
/// itself, whether or not its items can be read. Throws InputError when there is no feed in it.
void read_xml_feed(const Input& input, std::string_view xml, const ArticleSink& sink, const HintsSink& hints = {});

/// The same of a JSON Feed 1.0 or 1.1 document (jsonfeed.org). Values of a wrong type are skipped.
void read_json_feed(const Input& input, std::string_view json, const ArticleSink& sink, const HintsSink& hints = {});

}  // namespace council_news
