#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// How the value of a field is to be read.
enum class Markup : std::uint8_t {
  unknown,  ///< RSS never says: HTML if it looks like it
  text,
  html,
};

/// One thing that a feed says of itself or of an item, as it stands there.
///
/// `key` names where it stood: the local name in lower case, before it the usual prefix of its namespace whatever the
/// prefix in the document (`dc:creator`); names of RSS, Atom and JSON Feed themselves have no prefix.
struct RawField {
  std::string key;
  std::string value;
  Markup markup = Markup::unknown;
  std::string relation;       ///< of a link: what it is to the item; `alternate` is the item itself
  std::string type;           ///< of a link: media type of what it leads to
  std::string base;           ///< the address that a relative `value` is seen from, as far as the document says
  bool is_permalink = false;  ///< of a guid: it is the item's address too
};

using RawFields = std::vector<RawField>;

/// One item: every field that may matter, in the order of the document, several of one key if so. What is to be made
/// of them is decided in translate.h.
struct RawItem {
  RawFields fields;
  RawFields source;  ///< of the feed that the item was first in (atom:source), if it says so
};

struct RawFeed {
  RawFields fields;
  std::vector<RawItem> items;
  std::vector<std::string> warnings;  ///< about the whole feed
};

}  // namespace council_news
