#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// XML as far as it can be read: repaired (xml_repair.h), and with its tags balanced only if it is not well-formed.
struct ParsedXml {
  enum class State {
    well_formed,  ///< also a document without any element
    balanced,     ///< it was not: elements were closed where they had to end
    cut_off,      ///< balanced, and the document ends within an element
    unreadable,   ///< then there is no tree
  };
  pugi::xml_document tree;  ///< with all white space: within markup it separates words
  State state = State::unreadable;
};

/// Parses an XML document in UTF-8: feeds, sitemaps, OPML lists. Never throws for what is in it.
ParsedXml parse_xml(std::string_view xml);

}  // namespace council_news
