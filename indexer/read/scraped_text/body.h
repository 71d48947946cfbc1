#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// The article's own text among the lines of a page.
struct Body {
  std::size_t begin = 0;           ///< its first line
  std::size_t end = 0;             ///< one past its last line; the lines after it do not belong to the article
  std::vector<std::size_t> lines;  ///< the lines in [begin, end) that are paragraphs, sub-headings and list entries
  std::size_t paragraphs = 0;      ///< of prose
  std::size_t words = 0;           ///< of prose
  bool ended_by_marker = false;    ///< it ended at a line that marks the end of the article, or at a job advertisement
};

/// Reads the body that begins with line `begin`, a paragraph. It ends at the first end marker, job advertisement or
/// block of teasers. Pictures, links to other articles and page furniture are skipped, and so is a repetition of the
/// headline `title`, which may be null.
Body read_body(const PageLines& lines, std::size_t begin, const PageLine* title);

/// The text of a body: paragraphs separated by a blank line, list entries as lines.
std::string body_text(const PageLines& lines, const Body& body);

}  // namespace council_news::scraped
