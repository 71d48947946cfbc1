#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// A tolerant parse of XML: repaired (xml_repair.h), with its tags balanced only if it is not well-formed.
struct ParsedXml {
  enum class State {
    well_formed,  ///< also a document without elements
    balanced,     ///< not well-formed: missing end tags were supplied
    cut_off,      ///< balanced, and the document ends within an element
    unreadable,   ///< there is no tree
  };
  pugi::xml_document tree;  ///< with all white space, which separates words in markup
  State state = State::unreadable;
};

/// Parses an XML document in UTF-8: a feed, sitemap or OPML list. Never throws because of its content.
ParsedXml parse_xml(std::string_view xml);

}  // namespace council_news
