#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// The article's own text among the lines of a page.
struct Body {
  std::size_t begin = 0;           ///< its first line
  std::size_t end = 0;             ///< behind its last line; what follows is other matter
  std::vector<std::size_t> lines;  ///< those of them that are its paragraphs, sub-headings and list entries
  std::size_t paragraphs = 0;      ///< of prose
  std::size_t words = 0;           ///< of prose
  bool ended_by_marker = false;    ///< a line said that the article is over, or a job advert began
};

/// Reads the body that begins with line `begin`, a paragraph. It ends for good at the first line that says so, at a
/// job advertisement and at a block of teasers. Pictures, pointers and page furniture within it are passed over; so is
/// the headline `title`, if any, when it is repeated.
Body read_body(const PageLines& lines, std::size_t begin, const PageLine* title);

/// Its paragraphs apart by a blank line; list entries a line each.
std::string body_text(const PageLines& lines, const Body& body);

}  // namespace council_news::scraped
