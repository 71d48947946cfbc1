#pragma once

#include <string>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// The value of a field as one line of plain text: no markup, entities decoded even if escaped twice.
std::string line_of_field(const RawField& field);

/// The value of a field as plain text, paragraphs separated by a blank line; markup and entities as above.
std::string text_of_field(const RawField& field);

}  // namespace council_news
