#include "indexer/read/html/entities.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "common/text/utf8.h"
#include "indexer/read/html/entity_table.h"

namespace council_news::html {
namespace {

constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestWithoutSemicolon = 6;

/// &#128; to &#159; mean the characters of windows-1252.
constexpr char32_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Entity {
  std::string_view characters;
  bool without_semicolon = false;
};

using EntityMap = std::unordered_map<std::string_view, Entity>;

EntityMap read_table() {
  EntityMap map;
  map.reserve(2500);
  for (std::size_t at = 0; at < kNamedEntities.size();) {
    const std::size_t semicolon = kNamedEntities.find(';', at);
    const std::size_t blank = kNamedEntities.find(' ', semicolon);
    map[kNamedEntities.substr(at, semicolon - at)].characters =
        kNamedEntities.substr(semicolon + 1, blank - semicolon - 1);
    at = blank + 1;
  }
  for (std::size_t at = 0; at < kEntitiesWithoutSemicolon.size();) {
    const std::size_t blank = kEntitiesWithoutSemicolon.find(' ', at);
    map[kEntitiesWithoutSemicolon.substr(at, blank - at)].without_semicolon = true;
    at = blank + 1;
  }
  return map;
}

const EntityMap& entities() {
  static const EntityMap map = read_table();
  return map;
}

bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

int digit_value(char c, int base) {
  const int value = is_ascii_digit(c)      ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : 99;
  return value < base ? value : -1;
}

/// Decodes the numeric reference that begins `text` ("&#"). Returns its length, 0 if it is not one.
std::size_t append_numeric(std::string& out, std::string_view text) {
  std::size_t at = 2;
  const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hex) ++at;
  const std::size_t first = at;
  std::uint32_t code = 0;
  for (; at < text.size(); ++at) {
    const int value = digit_value(text[at], hex ? 16 : 10);
    if (value < 0) break;
    if (code < 0x110000) code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(value);
  }
  if (at == first) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  if (code >= 0x80 && code < 0xA0) code = kWindows1252[code - 0x80];
  append_utf8(out, code == 0 || code > 0x10FFFF ? kReplacement : static_cast<char32_t>(code));
  return at;
}

/// Decodes the named reference that begins `text` ("&"). Returns its length, 0 if it is not one.
std::size_t append_named(std::string& out, std::string_view text, EntityContext context) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_ascii_alnum(text[end])) ++end;
  if (end == 1) return 0;
  const EntityMap& map = entities();
  if (end < text.size() && text[end] == ';') {
    if (const auto found = map.find(text.substr(1, end - 1)); found != map.end()) {
      out += found->second.characters;
      return end + 1;
    }
  }
  for (std::size_t size = std::min(end - 1, kLongestWithoutSemicolon); size >= 2; --size) {
    const auto found = map.find(text.substr(1, size));
    if (found == map.end() || !found->second.without_semicolon) continue;
    const char next = 1 + size < text.size() ? text[1 + size] : ' ';
    if (context == EntityContext::attribute && (next == '=' || is_ascii_alnum(next))) return 0;
    out += found->second.characters;
    return 1 + size;
  }
  return 0;
}

}  // namespace

void append_decoded(std::string& out, std::string_view text, EntityContext context) {
  for (;;) {
    const std::size_t ampersand = text.find('&');
    out += text.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return;
    text.remove_prefix(ampersand);
    std::size_t length = 0;
    if (text.size() > 1) length = text[1] == '#' ? append_numeric(out, text) : append_named(out, text, context);
    if (length == 0) {
      out += '&';
      length = 1;
    }
    text.remove_prefix(length);
  }
}

std::string decode_entities(std::string_view text, EntityContext context) {
  std::string out;
  out.reserve(text.size());
  append_decoded(out, text, context);
  return out;
}

}  // namespace council_news::html
