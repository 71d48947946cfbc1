#pragma once

#include <string_view>

#include "indexer/read/input.h"

namespace council_news {

/// Reads the items of an RSS 0.9x, 1.0 (RDF) or 2.0, CDF or Atom document; `xml` is input.bytes as UTF-8. Hands them to
/// `sink` in the order of the document; what was odd about one is in its warnings. What is not well-formed is read as
/// far as it makes sense, of a document that is cut off all whole items. Throws InputError when there is no feed in it.
void read_xml_feed(const Input& input, std::string_view xml, const ArticleSink& sink);

}  // namespace council_news
