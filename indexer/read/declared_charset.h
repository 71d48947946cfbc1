#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The character set that the XML declaration or the HTML meta of a document names in its first bytes; empty if none.
std::string charset_in_document(std::string_view bytes);

/// The set that is meant by a name as HTTP, XML and HTML write it: lower case, one name for each set, that iconv knows
/// if it knows the set. ISO-8859-1 and US-ASCII are windows-1252. Empty for no name and for sets that no document has.
std::string charset_named(std::string_view name);

/// Whether one byte is one character in it, and ASCII is ASCII: what may be taken for UTF-8 by those who declare.
bool is_western_single_byte(std::string_view charset);

}  // namespace council_news
