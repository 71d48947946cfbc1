#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The encoding that the XML declaration or the HTML meta of a document declares in its first bytes; empty if none.
std::string charset_in_document(std::string_view bytes);

/// The canonical name of an encoding label from HTTP, XML or HTML: lower case, one name per encoding, and a name that
/// iconv knows if it knows the encoding. ISO-8859-1 and US-ASCII give windows-1252. Empty for an empty label and for
/// encodings that no document uses.
std::string charset_named(std::string_view name);

/// Whether every byte is one character and ASCII bytes are ASCII: an encoding that is often declared for what is UTF-8.
bool is_western_single_byte(std::string_view charset);

}  // namespace council_news
