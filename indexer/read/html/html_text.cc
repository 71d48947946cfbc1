#include "indexer/read/html/html_text.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/read/html/entities.h"
#include "indexer/read/html/html_document.h"
#include "indexer/read/html/text.h"

namespace council_news {
namespace {

bool has_markup(std::string_view text) { return text.find_first_of("<&") != std::string_view::npos; }

std::string fold(std::string_view text) {
  html::TextWriter writer;
  writer.append(text);
  return writer.take();
}

/// Whether `text` contains a tag that formats text: "<b>", but not "<section>" or "x<y", which may be words about
/// markup.
bool has_text_tag(std::string_view text) {
  using html::Tag;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < text.size() && (is_ascii_letter(text[end]) || (end > begin && text[end] >= '1' && text[end] <= '6')))
      ++end;
    if (text.find('>', end) == std::string_view::npos) return false;
    const Tag tag = html::tag_of(text.substr(begin, end - begin));
    if (html::has(tag, html::kFormatting) || tag == Tag::p || tag == Tag::br || tag == Tag::div || tag == Tag::img)
      return true;
  }
  return false;
}

std::string line_of_fragment(std::string_view html) {
  if (!has_markup(html)) return fold(html);
  if (html.find('<') == std::string_view::npos) return fold(html::decode_entities(html));
  return html::line_of(html::Document::parse(html).root());
}

}  // namespace

std::string html_to_text(std::string_view html) {
  if (!has_markup(html)) return fold(html);
  return html::text_of(html::Document::parse(html).root());
}

std::string html_to_line(std::string_view html) {
  std::string line = line_of_fragment(html);
  if (has_text_tag(line)) return line_of_fragment(line);
  if (line.find('&') != std::string::npos) return fold(html::decode_entities(line));
  return line;
}

}  // namespace council_news
