#include "indexer/read/feed/inner_markup.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr int kDeepest = 200;

/// HTML elements that have no end tag.
constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                      "input", "link", "meta", "param", "source", "track", "wbr"};

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

std::string plain_name(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  const auto colon = name.rfind(':');
  return ascii_lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

void append_html(std::string& out, const pugi::xml_node& parent, int depth) {
  for (const pugi::xml_node& child : parent.children()) {
    if (is_text(child)) {
      out += escape_html(child.value());
      continue;
    }
    if (child.type() != pugi::node_element || depth == kDeepest) continue;
    const std::string name = plain_name(child);
    out += '<' + name;
    for (const pugi::xml_attribute& attribute : child.attributes()) {
      out += std::string(" ") + attribute.name() + "=\"" + escape_html(attribute.value()) + '"';
    }
    out += '>';
    append_html(out, child, depth + 1);
    if (std::find(std::begin(kVoid), std::end(kVoid), name) == std::end(kVoid)) out += "</" + name + '>';
  }
}

int base64_value(char c) {
  if (is_ascii_upper(c)) return c - 'A';
  if (is_ascii_lower(c)) return c - 'a' + 26;
  if (is_ascii_digit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

}  // namespace

bool has_inner_elements(const pugi::xml_node& element) {
  return std::any_of(element.begin(), element.end(),
                     [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

std::string inner_text(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) {
    if (is_text(child)) text += child.value();
  }
  return text;
}

std::string inner_html(const pugi::xml_node& element) {
  std::string html;
  append_html(html, element, 0);
  return html;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

}  // namespace council_news
