#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The plain text of an HTML fragment (a feed's content or summary): entities decoded, scripts and styles dropped,
/// white space folded, block elements as paragraphs apart by a blank line, list items and table rows one a line.
/// Text without any markup passes through with its white space folded. Never throws, whatever the input.
std::string html_to_text(std::string_view html);

/// The same as one line: for titles, names and categories. Markup that was escaped twice is decoded twice.
std::string html_to_line(std::string_view html);

}  // namespace council_news
