#include "searcher/output/output_stream.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <utf8proc.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// ASCII forms of characters whose decomposition contains no ASCII letter.
constexpr std::pair<char32_t, std::string_view> kAsciiForms[] = {
    {U'“', "\""},   {U'”', "\""},   {U'„', "\""}, {U'«', "\""},  {U'»', "\""}, {U'—', "--"}, {U'·', "|"}, {U'•', "*"},
    {U'£', "GBP "}, {U'€', "EUR "}, {U'×', "x"},  {U'©', "(c)"}, {U'→', "->"}, {U'−', "-"},  {U'ø', "o"}, {U'Ø', "O"},
    {U'æ', "ae"},   {U'Æ', "AE"},   {U'ß', "ss"}, {U'ð', "d"},   {U'þ', "th"}, {U'ł', "l"},  {U'Ł', "L"}, {U'œ', "oe"}};

void append_ascii(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  for (const auto& [sign, text] : kAsciiForms) {
    if (sign != c) continue;
    out += text;
    return;
  }
  if (is_apostrophe(c)) {
    out += '\'';
    return;
  }
  if (is_hyphen(c)) {
    out += '-';
    return;
  }
  // Decompose it and keep the ASCII part: é is e and an accent, … is three dots.
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &boundary);
  constexpr utf8proc_int32_t kFractionSlash = 0x2044;
  const auto end = parts + std::clamp<utf8proc_ssize_t>(count, 0, 32);
  // Keeps 4½ from becoming 41/2.
  if (std::find(parts, end, kFractionSlash) != end && !out.empty() && is_digit(static_cast<unsigned char>(out.back())))
    out += ' ';
  bool any = false;
  for (const auto* part = parts; part != end; ++part) {
    if (*part >= 0x80 && *part != kFractionSlash) continue;
    out += *part == kFractionSlash ? '/' : static_cast<char>(*part);
    any = true;
  }
  if (!any && count != 0) out += '?';
}

}  // namespace

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_ascii(out, next_code_point(text, at));
  return out;
}

}  // namespace council_news
