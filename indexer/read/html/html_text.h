#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The plain text of an HTML fragment (a feed's content or summary): entities decoded, scripts and styles dropped,
/// white space folded, block elements as paragraphs separated by a blank line, list items and table rows as lines. Text
/// without markup only has its white space folded. Never throws.
std::string html_to_text(std::string_view html);

/// The same as one line, for titles, names and categories. Doubly escaped markup is decoded twice.
std::string html_to_line(std::string_view html);

}  // namespace council_news
