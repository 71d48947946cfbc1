#include "indexer/read/scraped_text/marker_table.h"

#include <algorithm>

namespace council_news::scraped {
namespace {

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes the first word of `text`.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

/// `key` begins with the words of `pattern`, which has no stars.
bool begins_with(std::string_view key, std::string_view pattern, bool whole) {
  while (!pattern.empty()) {
    const std::string_view wanted = take_word(pattern);
    if (key.empty()) return false;
    const std::string_view word = take_word(key);
    if (wanted == "#" ? !is_number(word) : wanted != word) return false;
  }
  return !whole || key.empty();
}

}  // namespace

bool matches(std::string_view key, std::string_view pattern) {
  const bool open_front = pattern.starts_with('*');
  const bool open_back = pattern.ends_with('*');
  if (open_front) pattern.remove_prefix(1);
  if (open_back) pattern.remove_suffix(1);
  while (pattern.ends_with(' ')) pattern.remove_suffix(1);
  if (!open_front) return begins_with(key, pattern, !open_back);
  for (std::size_t at = key.find(pattern); at != std::string_view::npos; at = key.find(pattern, at + 1)) {
    const std::size_t end = at + pattern.size();
    const bool word_begins = at == 0 || key[at - 1] == ' ';
    const bool word_ends = end == key.size() || key[end] == ' ';
    if (word_begins && word_ends && (open_back || end == key.size())) return true;
  }
  return false;
}

}  // namespace council_news::scraped
