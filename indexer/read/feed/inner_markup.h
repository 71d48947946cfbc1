#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace council_news {

/// Whether `element` has elements within it: markup that was not escaped.
bool has_inner_elements(const pugi::xml_node& element);

/// The text and CDATA directly within `element`, joined.
std::string inner_text(const pugi::xml_node& element);

/// What is within `element` as HTML, its prefixes dropped: for XHTML content, and for feeds that forget to escape.
/// Elements nested hundreds deep are dropped with what they hold.
std::string inner_html(const pugi::xml_node& element);

/// `text` as HTML that shows it.
std::string escape_html(std::string_view text);

/// The bytes that base64 `text` stands for; what is no base64 in it is passed over.
std::string decode_base64(std::string_view text);

}  // namespace council_news
