#include "indexer/source/json_lines.h"

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Removes lines from the start of `text` up to and including the first that is not blank, and returns that.
std::string_view next_line(std::string_view& text) {
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
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::string_view first = next_line(text);
  return first.starts_with('{') && first.ends_with('}') && next_line(text).starts_with('{');
}

}  // namespace council_news
