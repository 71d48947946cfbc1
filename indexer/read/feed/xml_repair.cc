#include "indexer/read/feed/xml_repair.h"

#include <algorithm>
#include <cstdint>

#include "common/text/utf8.h"
#include "common/text/windows_1252.h"
#include "indexer/read/feed/inner_markup.h"
#include "indexer/read/feed/xml_tags.h"
#include "indexer/read/html/entities.h"

namespace council_news {
namespace {

constexpr std::size_t kLongestReference = 40;

bool is_ascii_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// The reference that begins at `at`, with its semicolon; empty if there is none.
std::string_view reference_at(std::string_view xml, std::size_t at) {
  std::size_t end = at + 1;
  if (end < xml.size() && xml[end] == '#') ++end;
  while (end < xml.size() && end - at < kLongestReference && is_ascii_alnum(xml[end])) ++end;
  if (end == at + 1 || end == xml.size() || xml[end] != ';') return {};
  return xml.substr(at, end + 1 - at);
}

/// The number in `&#38;` or `&#x26;`; 0 if there is none.
char32_t number_of(std::string_view reference) {
  std::string_view digits = reference.substr(2, reference.size() - 3);
  std::uint32_t base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  for (const char c : digits) {
    const std::uint32_t digit = c >= '0' && c <= '9'   ? static_cast<std::uint32_t>(c - '0')
                                : c >= 'a' && c <= 'z' ? static_cast<std::uint32_t>(c - 'a' + 10)
                                                       : static_cast<std::uint32_t>(c - 'A' + 10);
    if (digit >= base) return 0;
    value = value * base + digit;
    if (value > 0x10FFFF) return 0;
  }
  return value;
}

/// The reference as the text it stands for, escaped where that would be markup.
void append_reference(std::string& out, std::string_view reference) {
  if (reference.empty()) {
    out += "&amp;";
    return;
  }
  if (reference[1] != '#') {
    const std::string meant = html::decode_entities(reference);
    out += meant == reference ? "&amp;" + std::string(reference.substr(1)) : escape_html(meant);
    return;
  }
  char32_t number = number_of(reference);
  if (number >= 0x80 && number < 0xA0) number = from_windows_1252(static_cast<unsigned char>(number));
  if (number == '\r') number = ' ';  // a line end is written behind it, if it was one
  if (number < 0x20 && number != '\n' && number != '\t') return;
  std::string meant;
  append_utf8(meant, number);
  out += escape_html(meant);
}

/// Appends `xml` with its references repaired.
void append_text(std::string& out, std::string_view xml) {
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t next = std::min(xml.find('&', at), xml.size());
    out += xml.substr(at, next - at);
    if (next == xml.size()) break;
    const std::string_view reference = reference_at(xml, next);
    append_reference(out, reference);
    at = next + std::max<std::size_t>(reference.size(), 1);
  }
}

/// Behind the document type that begins at `at`, its own declarations in brackets included.
std::size_t doctype_end(std::string_view xml, std::size_t at) {
  const std::size_t close = xml.find('>', at);
  const std::size_t bracket = xml.find('[', at);
  if (bracket > close) return close == std::string_view::npos ? close : close + 1;
  const std::size_t end = xml.find('>', std::min(xml.find(']', bracket), xml.size()));
  return end == std::string_view::npos ? end : end + 1;
}

std::size_t behind(std::string_view xml, std::string_view end, std::size_t at) {
  const std::size_t found = xml.find(end, at);
  return found == std::string_view::npos ? found : found + end.size();
}

/// Behind what is no content: a comment, a processing instruction, a document type. `at` itself if none begins there.
std::size_t behind_no_content(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  if (rest.starts_with("<!--")) return behind(xml, "-->", at + 4);
  if (rest.starts_with("<?")) return behind(xml, ">", at);
  if (equal_ignoring_case(rest.substr(0, 9), "<!doctype")) return doctype_end(xml, at);
  return at;
}

}  // namespace

std::string repair_text(std::string_view xml) {
  std::string out;
  out.reserve(xml.size() + xml.size() / 16);
  for (std::size_t at = std::min(xml.find('<'), xml.size()); at < xml.size();) {
    const std::size_t tag = std::min(xml.find('<', at), xml.size());
    append_text(out, xml.substr(at, tag - at));
    if (tag == xml.size()) break;
    at = behind_no_content(xml, tag);
    if (at != tag) continue;
    if (xml.substr(tag).starts_with(kCdataBegin)) {
      at = std::min(cdata_end(xml, tag), xml.size());
      out += xml.substr(tag, at - tag);
    } else if (begins_tag(xml, tag)) {
      at = std::min(tag_end(xml, tag), xml.size());
      append_text(out, xml.substr(tag, at - tag));
    } else {
      out += "&lt;";
      at = tag + 1;
    }
  }
  return out;
}

}  // namespace council_news
