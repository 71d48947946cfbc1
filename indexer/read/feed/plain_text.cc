#include "indexer/read/feed/plain_text.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/read/feed/inner_markup.h"
#include "indexer/read/feed/xml_tags.h"
#include "indexer/read/html/entities.h"
#include "indexer/read/html/html_text.h"

namespace council_news {
namespace {

/// A value with one of these was escaped once too often.
bool is_escaped_markup(std::string_view value) {
  constexpr std::array<std::string_view, 10> kEscapedTags = {"&lt;p&gt;",   "&lt;p ",     "&lt;/p&gt;", "&lt;br",
                                                             "&lt;a ",      "&lt;div",    "&lt;img ",   "&lt;/b&gt;",
                                                             "&lt;/strong", "&lt;/li&gt;"};
  return value.find('<') == std::string_view::npos &&
         std::any_of(kEscapedTags.begin(), kEscapedTags.end(),
                     [&](std::string_view tag) { return value.find(tag) != std::string_view::npos; });
}

/// Entities that remain in plain text were escaped twice (`&amp;#39;`).
std::string without_entities(std::string text) {
  if (text.find('&') == std::string::npos || text.find(';') == std::string::npos) return text;
  return html::decode_entities(text);
}

/// `html` without the tags that would make an HTML parser drop the text after them. Feeds are often written as XML:
/// `<script/>` is a complete element there, while HTML reads everything after it as the script. Frames in truncated
/// texts are often unclosed. Their tags are dropped: losing an article is worse than keeping the words of a frame.
std::string with_safe_tags(std::string_view html) {
  constexpr std::array<std::string_view, 5> kNeverEmpty = {"script", "style", "textarea", "title", "noscript"};
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t begin = std::min(html.find('<', at), html.size());
    out += html.substr(at, begin - at);
    if (begin == html.size()) break;
    if (!begins_tag(html, begin)) {
      out += '<';
      at = begin + 1;
      continue;
    }
    at = std::min(tag_end(html, begin), html.size());
    const std::string_view tag = html.substr(begin, at - begin);
    const std::string name = ascii_lower(tag_name(tag));
    if (name == "iframe") continue;
    const bool never_empty = std::find(kNeverEmpty.begin(), kNeverEmpty.end(), name) != kNeverEmpty.end();
    if (never_empty && tag.ends_with("/>")) {
      out += std::string(tag.substr(0, tag.size() - 2)) + "></" + name + '>';
    } else {
      out += tag;
    }
  }
  return out;
}

/// Converts text without tags to HTML; empty lines separate its paragraphs.
std::string paragraphs_as_html(std::string_view text) {
  std::string html;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    html += trim(line).empty() ? "<p>" : std::string(line) + '\n';
    at = end + 1;
  }
  return html;
}

}  // namespace

std::string line_of_field(const RawField& field) {
  if (field.markup == Markup::text) return squeeze(without_entities(field.value));
  return html_to_line(field.value);
}

std::string text_of_field(const RawField& field) {
  if (field.markup == Markup::text) return without_entities(html_to_text(paragraphs_as_html(escape_html(field.value))));
  std::string value = field.value;
  if (is_escaped_markup(value)) value = html::decode_entities(value);
  const bool has_tags = value.find('<') != std::string::npos;
  return without_entities(html_to_text(has_tags ? with_safe_tags(value) : paragraphs_as_html(value)));
}

}  // namespace council_news
