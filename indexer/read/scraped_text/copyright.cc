#include "indexer/read/scraped_text/copyright.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/furniture/line_forms.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kMaxOutletWords = 6;

/// Words of a notice that are not part of the name; those of the second table end it.
constexpr std::array<std::string_view, 5> kNoticeWords = {"copyright", "c", "the copyright of", "by", "of"};
constexpr std::array<std::string_view, 9> kNameEnds = {"all",        "ltd", "limited", "plc", "llp",
                                                       "registered", "inc", "and",     "reg"};

bool is_year(std::string_view folded) {
  return !folded.empty() && folded.find_first_not_of("0123456789 ") == std::string_view::npos;
}

std::string outlet_of(std::string_view text) {
  std::vector<std::string_view> name;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    const std::string folded = fold_name(word);
    if (folded.empty() || is_year(folded)) continue;
    if (name.empty() && std::find(kNoticeWords.begin(), kNoticeWords.end(), folded) != kNoticeWords.end()) continue;
    if (std::find(kNameEnds.begin(), kNameEnds.end(), folded) != kNameEnds.end()) break;
    const bool stop = word.ends_with('.') || word.ends_with(',');
    if (stop) word.remove_suffix(1);
    if (word.starts_with("©")) word.remove_prefix(std::string_view("©").size());
    name.push_back(word);
    if (stop) break;
  }
  if (name.size() > kMaxOutletWords) return {};
  std::string outlet;
  for (const std::string_view word : name) outlet += (outlet.empty() ? "" : " ") + std::string(word);
  return outlet;
}

}  // namespace

std::string outlet_of_copyright(const PageLines& lines, std::size_t begin) {
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (press::is_copyright(lines[i].text, lines[i].words)) return outlet_of(lines[i].text);
  }
  return {};
}

}  // namespace council_news::scraped
