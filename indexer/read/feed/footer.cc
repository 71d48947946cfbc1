#include "indexer/read/feed/footer.h"

#include <algorithm>
#include <string_view>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Lines that are a link to the whole article and nothing else, as fold_name gives them.
constexpr std::string_view kLinks[] = {"read more",
                                       "read on",
                                       "continue reading",
                                       "full story",
                                       "read full story",
                                       "more",
                                       "view more",
                                       "read the full story",
                                       "read the full article",
                                       "read full article",
                                       "find out more"};

/// Longer than any link text with a headline in it.
constexpr std::size_t kLongestFooter = 400;

bool is_footer(std::string_view line) {
  if (line.size() > kLongestFooter) return false;
  const std::string folded = fold_name(line);
  if (std::find(std::begin(kLinks), std::end(kLinks), folded) != std::end(kLinks)) return true;
  const bool is_post = folded.starts_with("the post ") || folded.starts_with("the article ");
  return is_post && (folded.find(" appeared first on ") != std::string::npos ||
                     folded.find(" first appeared on ") != std::string::npos);
}

}  // namespace

void drop_footer(std::string& text) {
  while (!text.empty()) {
    const std::size_t line_end = text.rfind('\n');
    const std::size_t begin = line_end == std::string::npos ? 0 : line_end + 1;
    const std::string_view line = trim(std::string_view(text).substr(begin));
    if (!line.empty() && !is_footer(line)) return;
    text.resize(begin == 0 ? 0 : text.find_last_not_of('\n', begin - 1) + 1);
  }
}

}  // namespace council_news
