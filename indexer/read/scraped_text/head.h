#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/read/scraped_text/headline.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// The part of an article before its body.
struct Head {
  std::size_t begin = 0;
  std::size_t body_begin = 0;             ///< the first paragraph of the body
  std::optional<std::size_t> title;       ///< line of the headline
  std::optional<std::size_t> standfirst;  ///< line of the standfirst
};

/// Reads the head that begins with line `begin`; nothing if no paragraph follows.
std::optional<Head> read_head(const PageLines& lines, std::size_t begin, const HeadlineCounts& counts);

/// Authors and dates of an article.
struct Credits {
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::string unknown_zone;  ///< of a date in these lines
};

/// The credits in lines [begin, end): all names in bylines, and the dates nearest to the headline. If no line has a
/// label, a bare name counts beside a name with a date, beside the word "by", or right below the headline.
Credits read_credits(const PageLines& lines, std::size_t begin, std::size_t end, std::optional<std::size_t> title);

}  // namespace council_news::scraped
