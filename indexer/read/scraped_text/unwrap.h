#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace council_news::scraped {

/// A line as written.
struct RawLine {
  std::string text;          ///< white space folded, no invisible characters; never empty
  std::size_t indent = 0;    ///< leading spaces
  std::size_t width = 0;     ///< columns without the indent
  bool after_blank = false;  ///< follows a blank line
};

/// The non-empty lines of `text`.
std::vector<RawLine> raw_lines(std::string_view text);

/// Joins the lines of each paragraph. A text counts as wrapped if most of its adjacent lines continue in lower case;
/// then a line continues wherever the first word of the next one would not have fitted on it. In other texts a line
/// continues only with one that cannot begin a paragraph (lower case, a comma), as scrapers leave behind that split at
/// links.
std::vector<RawLine> unwrap(std::vector<RawLine> lines);

/// Text that was wrapped at a column, or whose paragraphs are marked by an indented first line, with each paragraph on
/// one line and a blank line between two; any other text unchanged.
std::string unwrapped(std::string_view text);

/// Begins like a list item: with a bullet, a dash or a number, and a space.
bool begins_with_bullet(std::string_view text);

}  // namespace council_news::scraped
