#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// A headline and the site that its line names: `Council agrees budget | News | Civic Ledger`.
struct Headline {
  std::string title;
  std::string outlet;  ///< empty if the line names none
};

/// Counts how often each headline occurs in a page: as a line, as a picture's text, or before a site's name.
class HeadlineCounts {
 public:
  explicit HeadlineCounts(const PageLines& lines);

  std::size_t of(const PageLine& line) const;
  std::size_t of_text(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

/// Separates the site's name from a headline. A bar always separates them, a dash only if the headline also occurs in
/// the page on its own.
Headline split_headline(const PageLine& line, const HeadlineCounts& counts);

/// The site that a line in [begin, end) names after the headline `title`; empty if none does.
std::string outlet_beside(const PageLines& lines, std::size_t begin, std::size_t end, std::string_view title,
                          const HeadlineCounts& counts);

/// The headline among lines [begin, end), which precede the body; nothing if they are all sections and menus.
/// Repetition counts most, then length, an adjacent byline, and position.
std::optional<std::size_t> find_headline(const PageLines& lines, std::size_t begin, std::size_t end,
                                         const HeadlineCounts& counts);

}  // namespace council_news::scraped
