#include "indexer/read/scraped_text/adverts.h"

#include <algorithm>

namespace council_news::scraped {
namespace {

constexpr std::size_t kMostHeadingWords = 5;
/// Lines from a heading to the first sign of an advert.
constexpr std::size_t kLinesToSign = 8;

bool is_no_prose(const PageLine& line) { return line.role != LineRole::prose; }

}  // namespace

bool is_jobs_heading(const PageLines& lines, std::size_t at) {
  const PageLine& line = lines[at];
  if (line.words > kMostHeadingWords) return false;
  if (!line.key.ends_with("jobs") && !line.key.ends_with("vacancies") && !line.key.ends_with("jobs board"))
    return false;
  const std::size_t end = std::min(lines.size(), at + 1 + kLinesToSign);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (lines[i].role == LineRole::advert) return true;
  }
  return false;
}

std::size_t advert_begin(const PageLines& lines, std::size_t from, std::size_t sign) {
  std::size_t begin = sign;
  // Title, employer, description, sign: the description is one paragraph, and what stands over it is no prose.
  const bool described = begin >= from + 2 && !is_no_prose(lines[begin - 1]) && is_no_prose(lines[begin - 2]);
  if (described) begin -= 2;
  while (begin > from && is_no_prose(lines[begin - 1])) --begin;
  return begin;
}

}  // namespace council_news::scraped
