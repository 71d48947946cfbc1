#include "indexer/read/page/date_line.h"

#include <algorithm>

#include "common/text/date_reading.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

// clang-format off
constexpr std::string_view kDateWords[] = {
    "published", "posted", "updated", "date", "on", "am", "pm", "uhr", "vom", "datum", "stand", "publié", "le",
    "publicado", "el", "at", "release", "news", "added", "created", "written", "last", "first"};
// clang-format on

/// Number of letters in words of `text` that do not belong to a date.
std::size_t foreign_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" :,-|/.()[]", at), text.size());
    const std::string word = ascii_lower(text.substr(at, end - at));
    if (std::find(std::begin(kDateWords), std::end(kDateWords), word) == std::end(kDateWords)) letters += word.size();
    at = end + 1;
  }
  return letters;
}

}  // namespace

bool is_only_date(std::string_view line) {
  if (line.size() > 60 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto found = find_page_date(line);
  if (!found) return false;
  std::string rest(line.substr(0, found->begin));
  rest += ' ';
  rest += line.substr(found->end);
  return foreign_letters(rest) < 4;
}

bool is_date_label(std::string_view line) {
  return line.size() <= 30 && line.ends_with(':') && foreign_letters(line) == 0;
}

}  // namespace council_news::page
