#include "indexer/enrich/councils/council_addresses.h"

#include <string>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// The ending of authorities' hosts; the few others are not written in texts.
constexpr std::string_view kEnding = ".gov.uk";

bool is_host_sign(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.'; }

}  // namespace

std::vector<CouncilAddress> find_council_addresses(std::string_view passage) {
  std::vector<CouncilAddress> found;
  const std::string lower = ascii_lower(passage);
  for (std::size_t at = lower.find(kEnding); at != std::string::npos; at = lower.find(kEnding, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_host_sign(passage[begin - 1])) --begin;
    const std::size_t end = at + kEnding.size();
    // `www.gov.uk.example` is another host.
    if (end + 1 < passage.size() && is_host_sign(passage[end]) && is_host_sign(passage[end + 1])) continue;
    const auto owners = gazetteer().by_host(std::string_view(lower).substr(begin, end - begin));
    if (owners.size() == 1) found.push_back({owners.front(), begin, end});
  }
  return found;
}

}  // namespace council_news
