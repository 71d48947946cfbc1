#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/read/scraped_text/headline.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// What stands before an article's body.
struct Head {
  std::size_t begin = 0;
  std::size_t body_begin = 0;             ///< the first paragraph of the body
  std::optional<std::size_t> title;       ///< the line of the headline
  std::optional<std::size_t> standfirst;  ///< the line of the standfirst
};

/// Reads the head that begins with line `begin`; none when no paragraph follows there.
std::optional<Head> read_head(const PageLines& lines, std::size_t begin, const HeadlineCounts& counts);

/// Names and dates of an article.
struct Credits {
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
};

/// The credits in lines [begin, end): all names of bylines, and the dates nearest to the headline. When no line says
/// who wrote it, a bare name beside one with a date or the word "by", or right under the headline, does.
Credits read_credits(const PageLines& lines, std::size_t begin, std::size_t end, std::optional<std::size_t> title);

}  // namespace council_news::scraped
