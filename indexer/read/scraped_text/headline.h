#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// A headline as lines show it that also name the site: `Council agrees budget | News | Civic Ledger`.
struct Headline {
  std::string title;
  std::string outlet;  ///< empty when the line names none
};

/// How often each headline stands in a page, as a line of its own, as a picture's text or before a site's name.
class HeadlineCounts {
 public:
  explicit HeadlineCounts(const PageLines& lines);

  std::size_t of(const PageLine& line) const;
  std::size_t of_text(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

/// Takes the site's name off a headline. A bar parts them always, a dash only when the headline stands elsewhere in the
/// page without it.
Headline split_headline(const PageLine& line, const HeadlineCounts& counts);

/// The site that a line among [begin, end) names behind the headline `title`; empty when none does.
std::string outlet_beside(const PageLines& lines, std::size_t begin, std::size_t end, std::string_view title,
                          const HeadlineCounts& counts);

/// The headline among lines [begin, end), which stand before the body; none when they are all sections and menus.
/// Repetition tells most; then length, a byline beside it, and where it stands.
std::optional<std::size_t> find_headline(const PageLines& lines, std::size_t begin, std::size_t end,
                                         const HeadlineCounts& counts);

}  // namespace council_news::scraped
