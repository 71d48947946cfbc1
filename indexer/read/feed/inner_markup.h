#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// Whether `element` has child elements: markup that was not escaped.
bool has_inner_elements(const pugi::xml_node& element);

/// The text and CDATA directly within `element`, concatenated.
std::string inner_text(const pugi::xml_node& element);

/// The content of `element` as HTML without namespace prefixes: for XHTML content, and for feeds that do not escape.
/// Elements nested hundreds deep are dropped with their content.
std::string inner_html(const pugi::xml_node& element);

/// Escapes `text` for use in HTML.
std::string escape_html(std::string_view text);

/// Decodes base64. Characters outside its alphabet are skipped.
std::string decode_base64(std::string_view text);

}  // namespace council_news
