#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/feed/parse_xml.h"

namespace council_news {

/// The hints of an RSS, RDF or Atom feed, or of a JSON Feed, fetched from `url`. Unreadable values are skipped.
FeedHints hints_of(const ParsedXml& parsed, const std::string& url);
FeedHints hints_of(const nlohmann::json& json_feed, const std::string& url);

}  // namespace council_news
