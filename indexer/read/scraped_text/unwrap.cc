#include "indexer/read/scraped_text/unwrap.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/scraped_text/credit_line.h"

namespace council_news::scraped {
namespace {

/// Columns at which people and programs wrap text; a longer line is a whole paragraph.
constexpr std::size_t kNarrowestWrap = 40;
constexpr std::size_t kWidestWrap = 100;
constexpr std::size_t kLongestLabel = 20;

/// Spaces of an indented line.
constexpr std::size_t kIndent = 2;

/// No sentence ends with these words, so a line that ends with one continues.
constexpr std::array<std::string_view, 22> kOpenWords = {"the", "a",   "an",    "of",   "to",   "in",   "on",   "at",
                                                         "by",  "for", "and",   "or",   "with", "from", "that", "which",
                                                         "its", "his", "their", "than", "into", "under"};

constexpr std::array<std::string_view, 9> kBullets = {"•", "·", "‣", "▪", "◦", "●", "*", "-", "–"};

std::string without_invisible_signs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t code_point = next_code_point(text, offset);
    if (!is_invisible(code_point)) out.append(text, begin, offset - begin);
  }
  return out;
}

std::size_t blanks_before(std::string_view line) {
  std::size_t blanks = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++blanks;
    } else if (c == '\t') {
      blanks += 4;
    } else {
      break;
    }
  }
  return blanks;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

bool begins_in_lower_case(std::string_view text) {
  std::size_t offset = 0;
  const char32_t first = next_code_point(text, offset);
  return is_letter(first) && !is_upper(first);
}

bool has_words(std::string_view text, std::size_t min_words) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1 >= min_words;
}

bool looks_like_address(std::string_view text) {
  const std::string_view word = first_word(text);
  return word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos ||
         (word.find('.') != std::string_view::npos && word.find('.') + 1 < word.size());
}

bool begins_with_stop(std::string_view text) {
  return text.front() == ',' || text.front() == ';' || text.front() == '.' || text.front() == ')';
}

/// Whether `next` cannot begin a paragraph.
bool cannot_begin(const RawLine& next) {
  return begins_in_lower_case(next.text) && first_word(next.text) != "by" && !looks_like_address(next.text);
}

bool ends_open(std::string_view text) {
  if (text.back() == ',') return has_words(text, 6);
  return has_words(text, 2) && std::find(kOpenWords.begin(), kOpenWords.end(), last_word(text)) != kOpenWords.end();
}

bool is_list_border(std::string_view text) { return text.back() == ':' || text.back() == ';'; }

bool ends_with_stop(std::string_view text) {
  return text.back() == '.' || text.back() == '!' || text.back() == '?' || text.ends_with("…");
}

/// Two lines without a blank line between them are one sentence, whatever their widths.
bool continues(const RawLine& line, const RawLine& next) {
  if (next.after_blank || begins_with_bullet(next.text) || ends_with_stop(line.text)) return false;
  if (begins_with_stop(next.text)) return true;
  if (is_list_border(line.text)) return false;
  if (cannot_begin(next)) return has_words(line.text, 3) || has_words(next.text, 3);
  return ends_open(line.text);
}

/// Whether `next` is a link within a sentence that `line` begins and `after` continues.
bool is_link_between(const RawLine& line, const RawLine& next, const RawLine& after) {
  return !next.after_blank && !ends_with_stop(line.text) && !is_list_border(line.text) && has_words(line.text, 3) &&
         !has_words(next.text, 8) && !begins_with_bullet(next.text) && !begins_with_bullet(line.text) &&
         !is_list_border(next.text) && !after.after_blank && (begins_with_stop(after.text) || cannot_begin(after));
}

bool could_be_wrapped(const RawLine& line) { return line.width >= kNarrowestWrap && line.width <= kWidestWrap; }

/// Whether the next line's first word would not have fitted on this one.
bool is_full(const RawLine& line, const RawLine& next, std::size_t width) {
  return line.width <= width && line.width + 1 + display_width(first_word(next.text)) > width;
}

/// The column at which the text was wrapped, or 0. In wrapped text most lines that do not end a sentence continue in
/// lower case, or three quarters of them are full; and almost no paragraph is on one line.
std::size_t wrap_width(const std::vector<RawLine>& lines) {
  std::vector<std::size_t> open;  // lines that do not end a sentence and have a line right below them
  std::size_t continued = 0;
  std::size_t longer = 0;
  std::size_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].width > kWidestWrap) ++longer;
    if (lines[i + 1].after_blank || !could_be_wrapped(lines[i])) continue;
    if (ends_with_stop(lines[i].text) || is_list_border(lines[i].text)) continue;
    if (begins_with_bullet(lines[i + 1].text)) continue;
    open.push_back(i);
    width = std::max(width, lines[i].width);
    if (begins_in_lower_case(lines[i + 1].text)) ++continued;
  }
  const auto full = static_cast<std::size_t>(
      std::count_if(open.begin(), open.end(), [&](std::size_t i) { return is_full(lines[i], lines[i + 1], width); }));
  const bool mostly_continued = continued >= 2 && continued * 2 >= open.size();
  const bool mostly_full = continued >= 1 && open.size() >= 3 && full * 4 >= open.size() * 3;
  return (mostly_continued || mostly_full) && longer <= continued ? width : 0;
}

/// Whether paragraphs are marked by an indented first line, as typists do. No line is long, and most lines followed by
/// an unindented one do not end a sentence.
bool has_indented_paragraphs(const std::vector<RawLine>& lines) {
  std::size_t indented = 0;
  std::size_t followed = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const RawLine& next = lines[i + 1];
    if (lines[i].width > kWidestWrap || next.width > kWidestWrap) return false;
    if (next.after_blank || begins_with_bullet(next.text)) continue;
    if (next.indent >= kIndent) {
      ++indented;
    } else {
      ++followed;
      if (!ends_with_stop(lines[i].text) && !is_list_border(lines[i].text)) ++open;
    }
  }
  return indented >= 1 && followed >= 2 && open * 4 >= followed * 3;
}

/// A byline or a label with its value begins a new line, however full the previous line is.
bool stands_alone(const RawLine& line) {
  if (line.text.ends_with('.')) return false;
  const CreditLine byline = read_credit_line(line.text, std::nullopt);
  if (byline.bare_name || (byline.labelled && is_byline(byline))) return true;
  const std::size_t colon = line.text.find(':');
  return colon <= kLongestLabel && !has_words(line.text.substr(0, colon), 3);
}

/// In a text wrapped at `width`: the line was full.
bool continues_wrapped(const RawLine& line, const RawLine& next, std::size_t width) {
  if (next.after_blank || begins_with_bullet(next.text)) return false;
  if (next.indent >= line.indent + kIndent) return false;
  if (!begins_in_lower_case(next.text) && stands_alone(next)) return false;
  return is_full(line, next, width);
}

/// Joins the lines of paragraphs that are marked by an indented first line.
std::vector<RawLine> by_indent(std::vector<RawLine> lines) {
  std::vector<RawLine> out;
  for (RawLine& line : lines) {
    const bool begins = out.empty() || line.after_blank || line.indent >= kIndent || begins_with_bullet(line.text);
    if (begins)
      out.push_back(std::move(line));
    else
      out.back().text += " " + line.text;
  }
  return out;
}

}  // namespace

bool begins_with_bullet(std::string_view text) {
  for (const std::string_view bullet : kBullets) {
    if (text.size() > bullet.size() + 1 && text.starts_with(bullet) && text[bullet.size()] == ' ') return true;
  }
  const std::size_t digits = text.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits >= 1 && digits <= 2 && digits + 2 < text.size() &&
         (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
}

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool after_blank = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f\v", begin), text.size());
    const std::string_view raw = text.substr(begin, end - begin);
    RawLine line;
    line.text = squeeze(without_invisible_signs(raw));
    if (line.text.empty()) {
      // The empty string between \r and \n is not a blank line.
      const bool line_feed_of_pair =
          raw.empty() && begin > 0 && end < text.size() && text[begin - 1] == '\r' && text[end] == '\n';
      after_blank = after_blank || !line_feed_of_pair;
    } else {
      line.indent = blanks_before(raw);
      line.width = display_width(line.text);
      line.after_blank = std::exchange(after_blank, false);
      lines.push_back(std::move(line));
    }
    begin = end + 1;
  }
  return lines;
}

std::vector<RawLine> unwrap(std::vector<RawLine> lines) {
  const std::size_t width = wrap_width(lines);
  std::vector<RawLine> out;
  RawLine last;  // the last line in out.back()
  bool link = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    RawLine& line = lines[i];
    const bool after_link = link;
    link = width == 0 && i > 0 && i + 1 < lines.size() && is_link_between(last, line, lines[i + 1]);
    const bool joined = !out.empty() && (link || after_link || continues(last, line) ||
                                         (width > 0 && continues_wrapped(last, line, width)));
    last = line;
    if (!joined) {
      out.push_back(std::move(line));
      continue;
    }
    if (!begins_with_stop(line.text)) out.back().text += ' ';
    out.back().text += line.text;
  }
  return out;
}

std::string unwrapped(std::string_view text) {
  std::vector<RawLine> lines = raw_lines(text);
  const bool indented = has_indented_paragraphs(lines);
  if (!indented && wrap_width(lines) == 0) return std::string(text);
  std::string out;
  for (const RawLine& paragraph : indented ? by_indent(std::move(lines)) : unwrap(std::move(lines)))
    out += (out.empty() ? "" : "\n\n") + paragraph.text;
  return out;
}

}  // namespace council_news::scraped
