#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/knowledge/furniture_roles.h"

namespace council_news::press {

/// What a line of a role does to the text around it.
enum class Effect {
  none,
  drop,    ///< the line goes
  ad,      ///< so do the short lines that follow, if no paragraph does
  box,     ///< so do the short lines that follow: headlines of other articles
  end,     ///< the article is over
  advert,  ///< so it is, before the title and employer that stand over this line
  footer,  ///< so it is, unless a paragraph follows: then it is a sub-heading
};
Effect effect_of(Furniture role);

/// A few words that end with "jobs": a heading of job advertisements if signs of them follow within kLinesToAdvert.
bool names_jobs(std::string_view key, std::size_t words);
inline constexpr std::size_t kLinesToAdvert = 8;

/// The first line of the advertisement whose first sign is line `sign`: its title, the employer and perhaps a
/// description precede it. Not before line `from`; `is_prose` tells of a line's index whether it is a paragraph.
template <typename IsProse>
std::size_t advert_begin(std::size_t from, std::size_t sign, IsProse is_prose) {
  constexpr std::size_t kMaxHeadLines = 4;
  std::size_t begin = sign;
  // Title, employer, description, sign: the description is one paragraph, and what precedes it is not prose.
  if (begin >= from + 2 && is_prose(begin - 1) && !is_prose(begin - 2)) begin -= 2;
  const std::size_t first = std::max(from, begin - std::min(begin, kMaxHeadLines));
  while (begin > first && !is_prose(begin - 1)) --begin;
  return begin;
}

/// `text` without the lines that are of its page and not of the article, and without all that follows where one says
/// that the article is over. For texts whose paragraphs are lines, as all readers write them; doing it twice changes
/// nothing.
std::string own_text(std::string_view text);

/// The same of lines, or of paragraphs; none is empty.
std::vector<std::string_view> own_lines(const std::vector<std::string_view>& lines);

}  // namespace council_news::press
