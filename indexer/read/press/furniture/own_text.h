#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/knowledge/furniture_roles.h"

namespace council_news::press {

/// The effect of a line's role on the text around it.
enum class Effect {
  none,
  drop,    ///< drops the line
  ad,      ///< also drops the short lines after it, unless a paragraph follows them
  box,     ///< also drops the short lines after it: headlines of other articles
  end,     ///< ends the article if most of it precedes the line (article_end.h); else heads a box
  advert,  ///< the same, with the title and employer above this line
  footer,  ///< the same, unless a paragraph follows: then it is a sub-heading
};
Effect effect_of(Furniture role);

/// Whether press releases end with such a line: `ENDS`, `Notes to editors`.
bool is_formal_end(Furniture role);

/// Whether a line is a few words ending with "jobs": the heading of job advertisements if evidence of them follows
/// within kLinesToAdvert.
bool names_jobs(std::string_view key, std::size_t words);
inline constexpr std::size_t kLinesToAdvert = 8;

/// The first line of the advertisement whose first evidence is line `sign`: its title, the employer and perhaps a
/// description precede it. Not before line `from`. `is_prose(i)` tells whether line i is a paragraph.
template <typename IsProse>
std::size_t advert_begin(std::size_t from, std::size_t sign, IsProse is_prose) {
  constexpr std::size_t kMaxHeadLines = 4;
  std::size_t begin = sign;
  // Title, employer, description, evidence: the description is one paragraph, and no prose precedes it.
  if (begin >= from + 2 && is_prose(begin - 1) && !is_prose(begin - 2)) begin -= 2;
  const std::size_t first = std::max(from, begin - std::min(begin, kMaxHeadLines));
  while (begin > first && !is_prose(begin - 1)) --begin;
  return begin;
}

/// `text` without page furniture, and without everything after a line that ends the article. Each paragraph must be one
/// line, as all readers write them. Idempotent.
std::string own_text(std::string_view text);

/// The same for lines or paragraphs, which must not be empty.
std::vector<std::string_view> own_lines(const std::vector<std::string_view>& lines);

}  // namespace council_news::press
