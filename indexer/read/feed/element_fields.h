#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// What a format says of elements that do not say it themselves.
struct FieldRules {
  std::string_view document_url;        ///< may be empty
  Markup untyped = Markup::unknown;     ///< text without a `type`
  std::string_view skipped_child = {};  ///< elements of this name are no fields: the items within a channel
};

/// The children of `parent` (an item, an entry, a channel) as fields. Person, link, category and guid elements are read
/// each in their way, groups of Media RSS are opened, everything else is text or markup.
RawFields read_fields(const pugi::xml_node& parent, const FieldRules& rules);

/// The same for an item, with its source apart and the attributes that are fields in RDF and CDF (`@about` `@href`
/// `@lastmod`).
RawItem read_item(const pugi::xml_node& item, const FieldRules& rules);

}  // namespace council_news
