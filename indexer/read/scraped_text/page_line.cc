#include "indexer/read/scraped_text/page_line.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/furniture/line.h"
#include "indexer/read/scraped_text/unwrap.h"

namespace council_news::scraped {
namespace {

using press::ends_sentence;
using press::without_closers;

/// Bytes of a line that are compared.
constexpr std::size_t kKeyBytes = 400;

/// Words of a line that is unlikely to be a headline.
constexpr std::size_t kLongLine = 25;

constexpr std::string_view kImageWord = " image";

/// Removes the Markdown of page-to-text tools: `## Headline`, `**Headline**`.
std::string without_markup(std::string_view text) {
  const std::size_t signs = text.find_first_not_of('#');
  if (signs != std::string_view::npos && signs > 0 && text[signs] == ' ') text.remove_prefix(signs + 1);
  std::string out;
  while (!text.empty()) {
    const std::size_t sign = text.find("**");
    out += text.substr(0, sign);
    text.remove_prefix(sign == std::string_view::npos ? text.size() : sign + 2);
  }
  return out.empty() ? std::string("*") : out;
}

std::string key_of(std::string_view text) {
  std::size_t end = std::min(text.size(), kKeyBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fold_name(text.substr(0, end));
}

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool begins_with_quote(std::string_view text) {
  return text.starts_with("‘") || text.starts_with("“") || text.starts_with("\"") || text.starts_with("'");
}

/// Whether it has words in lower case after the first, as sentences do and menus on one line do not.
bool runs_on(std::string_view text) {
  std::size_t words = 0;
  std::size_t lower = 0;
  while (!text.empty() && words < 200) {
    std::size_t offset = 0;
    const char32_t first = next_code_point(text, offset);
    ++words;
    if (is_letter(first) && !is_upper(first)) ++lower;
    const std::size_t blank = text.find(' ');
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return lower * 3 >= words;
}

/// Prose or phrase, by length and ending.
LineRole form_of(const PageLine& line) {
  const std::string_view bare = without_closers(line.text);
  if (line.words >= kLongLine) return runs_on(line.text) ? LineRole::prose : LineRole::phrase;
  if (bare.empty()) return LineRole::phrase;
  if (ends_sentence(line.text)) {
    // Headlines may end with ? or !, and blurbs are truncated: all but long lines need a full stop.
    const std::size_t min_words = bare.back() == '.' && !ends_cut_off(bare) ? 4 : 14;
    if (line.words >= min_words) return LineRole::prose;
    return begins_with_quote(line.text) ? LineRole::prose : LineRole::phrase;
  }
  if (bare.back() == ':' || bare.back() == ';' || bare.back() == ',') {
    return line.words >= 8 ? LineRole::prose : LineRole::phrase;
  }
  return LineRole::phrase;
}

}  // namespace

bool ends_cut_off(std::string_view text) {
  return text.ends_with("...") || text.ends_with("…") || text.ends_with("[...]") || text.ends_with("[…]");
}

PageLines split_page(std::string_view text) {
  PageLines lines;
  for (RawLine& raw : unwrap(raw_lines(text))) {
    PageLine line;
    line.text = without_markup(raw.text);
    line.key = key_of(line.text);
    line.words = count_words(line.text);
    line.after_blank = raw.after_blank;
    line.bullet = begins_with_bullet(line.text);
    line.role = form_of(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

bool same_words(const PageLine& a, const PageLine& b) {
  if (a.key.empty() || b.key.empty()) return false;
  if (a.key == b.key) return true;
  const auto is_cut_of = [](const PageLine& cut, const PageLine& whole) {
    return cut.words >= 4 && ends_cut_off(cut.text) && whole.key.starts_with(cut.key);
  };
  return is_cut_of(a, b) || is_cut_of(b, a);
}

bool ends_with_image(const PageLine& line) {
  return line.text.size() > kImageWord.size() && line.key.ends_with(kImageWord);
}

bool is_image_of(const PageLine& line, const PageLine& other) {
  if (!ends_with_image(line) || other.key.empty()) return false;
  return std::string_view(line.key).substr(0, line.key.size() - kImageWord.size()) == other.key;
}

}  // namespace council_news::scraped
