#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news::scraped {

/// A line as it stands in a text.
struct RawLine {
  std::string text;          ///< white space folded, no invisible signs; never empty
  std::size_t indent = 0;    ///< blanks before it
  std::size_t width = 0;     ///< columns without the indent
  bool after_blank = false;  ///< a blank line stands before it
};

/// The lines of `text` that are not empty.
std::vector<RawLine> raw_lines(std::string_view text);

/// Joins what was one paragraph. A text counts as wrapped when most of its neighbouring lines continue in lower case;
/// then a line is continued wherever the first word of the next one would not have fitted on it any more. In every
/// other text a line is continued only by one that cannot begin a paragraph (lower case, a comma), as scrapers leave
/// behind that cut at links.
std::vector<RawLine> unwrap(std::vector<RawLine> lines);

/// Text that was wrapped at a column, or whose paragraphs are told by their first line standing in, with each paragraph
/// on a line of its own and a blank line between two; any other text as it is.
std::string unwrapped(std::string_view text);

/// Begins as a list item does: with a bullet, a dash or a number and a blank.
bool begins_with_bullet(std::string_view text);

}  // namespace council_news::scraped
