#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/feed/parse_xml.h"

namespace council_news {

/// What an RSS, RDF or Atom feed, or a JSON Feed, that was taken from `url` says of itself. What cannot be read says
/// nothing.
FeedHints hints_of(const ParsedXml& parsed, const std::string& url);
FeedHints hints_of(const nlohmann::json& json_feed, const std::string& url);

}  // namespace council_news
