#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "indexer/read/feed/raw_feed.h"

namespace council_news {

/// Defaults of a format for elements that do not specify them.
struct FieldRules {
  std::string_view document_url;        ///< may be empty
  Markup untyped = Markup::unknown;     ///< text without a `type`
  std::string_view skipped_child = {};  ///< child elements that are not fields, by name: the items within a channel
};

/// The children of `parent` (an item, an entry, a channel) as fields. Person, link, category and guid elements have
/// their own rules, Media RSS groups are expanded, all other elements are text or markup.
RawFields read_fields(const pugi::xml_node& parent, const FieldRules& rules);

/// The same for an item. Its source is kept separately, the attributes that are fields in RDF and CDF (`@about` `@href`
/// `@lastmod`) are included, and its language is `@lang`.
RawItem read_item(const pugi::xml_node& item, const FieldRules& rules);

}  // namespace council_news
