#include "indexer/read/declared_charset.h"

#include <algorithm>
#include <iterator>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// HTML requires the meta in the first 1024 bytes; content management systems put it after their scripts.
constexpr std::size_t kSearchedBytes = 8192;

struct Alias {
  std::string_view name;
  std::string_view means;
};

/// Labels of subsets that mean the superset (WHATWG Encoding, "Names and labels").
constexpr Alias kAliases[] = {
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso8859-15", "iso-8859-15"},
    {"latin9", "iso-8859-15"},
    {"x-mac-roman", "macintosh"},
    {"mac", "macintosh"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"euc-kr", "cp949"},
    {"ks_c_5601-1987", "cp949"},
    {"shift_jis", "cp932"},
    {"shift-jis", "cp932"},
    {"x-sjis", "cp932"},
    {"sjis", "cp932"},
    {"big5", "big5-hkscs"},
    {"unicode", "utf-16"},
    {"ucs-2", "utf-16"},
    {"iso-10646-ucs-2", "utf-16"},
    {"ucs-4", "utf-32"},
};

constexpr std::string_view kWesternSingleByte[] = {"windows-1252", "iso-8859-15",  "iso-8859-14",
                                                   "macintosh",    "windows-1250", "iso-8859-2"};

/// The position of `wanted` in `text`, ignoring ASCII case.
std::size_t find_ignoring_case(std::string_view text, std::string_view wanted, std::size_t from) {
  for (std::size_t i = from; i + wanted.size() <= text.size(); ++i) {
    if (equal_ignoring_case(text.substr(i, wanted.size()), wanted)) return i;
  }
  return std::string_view::npos;
}

/// The value of `name = "value"` in a tag; empty if absent.
std::string_view attribute(std::string_view tag, std::string_view name) {
  std::size_t at = find_ignoring_case(tag, name, 0);
  if (at == std::string_view::npos) return {};
  tag.remove_prefix(at + name.size());
  tag = trim(tag);
  if (!tag.starts_with('=')) return {};
  tag = trim(tag.substr(1));
  if (!tag.empty() && (tag.front() == '"' || tag.front() == '\'')) tag.remove_prefix(1);
  return tag.substr(0, tag.find_first_of("\"' ;/>?\t\r\n"));
}

}  // namespace

std::string charset_in_document(std::string_view bytes) {
  bytes = bytes.substr(0, kSearchedBytes);
  if (const auto begin = bytes.find("<?xml"); begin != std::string_view::npos) {
    const std::string_view tag = bytes.substr(begin, bytes.find("?>", begin) - begin);
    if (const auto name = attribute(tag, "encoding"); !name.empty()) return std::string(name);
  }
  for (std::size_t begin = 0; (begin = find_ignoring_case(bytes, "<meta", begin)) != std::string_view::npos;) {
    const std::string_view tag = bytes.substr(begin, bytes.find('>', begin) - begin);
    if (const auto name = attribute(tag, "charset"); !name.empty()) return std::string(name);
    begin += 5;
  }
  return {};
}

std::string charset_named(std::string_view name) {
  while (!name.empty() && std::string_view("\"' \t").find(name.front()) != std::string_view::npos)
    name.remove_prefix(1);
  while (!name.empty() && std::string_view("\"' \t;").find(name.back()) != std::string_view::npos)
    name.remove_suffix(1);
  std::string lower = ascii_lower(name);
  if (lower.starts_with("utf-7")) return {};
  const auto* const alias =
      std::find_if(std::begin(kAliases), std::end(kAliases), [&](const Alias& known) { return known.name == lower; });
  return alias == std::end(kAliases) ? lower : std::string(alias->means);
}

bool is_western_single_byte(std::string_view charset) {
  return std::find(std::begin(kWesternSingleByte), std::end(kWesternSingleByte), charset) !=
         std::end(kWesternSingleByte);
}

}  // namespace council_news
