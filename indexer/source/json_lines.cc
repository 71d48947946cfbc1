#include "indexer/source/json_lines.h"

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Takes the next line that is not blank off the beginning of `text`.
std::string_view take_line(std::string_view& text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty()) return line;
  }
  return {};
}

}  // namespace

bool looks_like_json_lines(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  const std::string_view first = take_line(text);
  return first.starts_with('{') && first.ends_with('}') && take_line(text).starts_with('{');
}

}  // namespace council_news
