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

bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/// The reference that begins at `at`, with its semicolon; empty if there is none.
std::string_view reference_at(std::string_view xml, std::size_t at) {
  std::size_t end = at + 1;
  if (end < xml.size() && xml[end] == '#') ++end;
  while (end < xml.size() && end - at < kLongestReference && is_ascii_alnum(xml[end])) ++end;
  if (end == at + 1 || end == xml.size() || xml[end] != ';') return {};
  return xml.substr(at, end + 1 - at);
}

/// The number in `&#38;` or `&#x26;`; 0 if it is invalid.
char32_t number_of(std::string_view reference) {
  std::string_view digits = reference.substr(2, reference.size() - 3);
  std::uint32_t base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  for (const char c : digits) {
    const std::uint32_t digit = is_ascii_digit(c)   ? static_cast<std::uint32_t>(c - '0')
                                : is_ascii_lower(c) ? static_cast<std::uint32_t>(c - 'a' + 10)
                                                    : static_cast<std::uint32_t>(c - 'A' + 10);
    if (digit >= base) return 0;
    value = value * base + digit;
    if (value > 0x10FFFF) return 0;
  }
  return value;
}

/// Appends the text of a reference, escaped if it would be markup.
void append_reference(std::string& out, std::string_view reference) {
  if (reference.empty()) {
    out += "&amp;";
    return;
  }
  if (reference[1] != '#') {
    const std::string decoded = html::decode_entities(reference);
    out += decoded == reference ? "&amp;" + std::string(reference.substr(1)) : escape_html(decoded);
    return;
  }
  char32_t number = number_of(reference);
  if (number >= 0x80 && number < 0xA0) number = from_windows_1252(static_cast<unsigned char>(number));
  if (number == '\r') number = ' ';  // the line feed of a pair follows as a reference of its own
  if (number < 0x20 && number != '\n' && number != '\t') return;
  std::string decoded;
  append_utf8(decoded, number);
  out += escape_html(decoded);
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

/// One past the document type that begins at `at`, its internal subset included.
std::size_t doctype_end(std::string_view xml, std::size_t at) {
  const std::size_t close = xml.find('>', at);
  const std::size_t bracket = xml.find('[', at);
  if (bracket > close) return close == std::string_view::npos ? close : close + 1;
  const std::size_t end = xml.find('>', std::min(xml.find(']', bracket), xml.size()));
  return end == std::string_view::npos ? end : end + 1;
}

std::size_t end_of(std::string_view xml, std::string_view end, std::size_t at) {
  const std::size_t found = xml.find(end, at);
  return found == std::string_view::npos ? found : found + end.size();
}

/// One past the comment, processing instruction or document type that begins at `at`; `at` itself if there is none.
std::size_t skip_non_content(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  if (rest.starts_with("<!--")) return end_of(xml, "-->", at + 4);
  if (rest.starts_with("<?")) return end_of(xml, ">", at);
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
    at = skip_non_content(xml, tag);
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
