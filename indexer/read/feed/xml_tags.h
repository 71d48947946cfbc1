#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace council_news {

/// A lexer for markup that may not be well-formed XML.

/// Whether a start or end tag begins at `at`, the position of a `<`.
bool begins_tag(std::string_view xml, std::size_t at);

/// One past the `>` of the tag that begins at `at`, or the beginning of the next tag if it has none; npos if the
/// document ends within it. A `>` within quotes does not count unless the quotes are never closed.
std::size_t tag_end(std::string_view xml, std::size_t at);

/// The name of a tag, which is given from its `<` on.
std::string_view tag_name(std::string_view tag);

bool is_xml_name(std::string_view name);

/// One past the `]]>` of the CDATA section that begins at `at`; npos if it is never closed.
std::size_t cdata_end(std::string_view xml, std::size_t at);

inline constexpr std::string_view kCdataBegin = "<![CDATA[";

}  // namespace council_news
