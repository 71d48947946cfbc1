#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// How to read the value of a field.
enum class Markup : std::uint8_t {
  unknown,  ///< RSS never declares it: HTML if it looks like HTML
  text,
  html,
};

/// One value from a feed or an item, as written.
///
/// `key` is the element's or member's name: the usual prefix of its namespace, whatever the prefix in the document, and
/// the local name in lower case (`dc:creator`). Names of RSS, Atom and JSON Feed themselves have no prefix.
struct RawField {
  std::string key;
  std::string value;
  Markup markup = Markup::unknown;
  std::string relation;       ///< of a link: its relation to the item; `alternate` is the item itself
  std::string type;           ///< of a link: media type of its target
  std::string language;       ///< of a link: language of its target (hreflang)
  std::string base;           ///< the base address for a relative `value`, as far as the document has one
  bool is_permalink = false;  ///< of a guid: it is also the item's address
};

using RawFields = std::vector<RawField>;

/// One item: all fields that may matter, in document order, keys possibly repeated. translate.h decides what to make of
/// them.
struct RawItem {
  RawFields fields;
  RawFields source;  ///< of the feed that the item first appeared in (atom:source)
};

struct RawFeed {
  RawFields fields;
  std::vector<RawItem> items;
  std::vector<std::string> warnings;  ///< about the whole feed
};

}  // namespace council_news
