#include "common/text/fold.h"

#include <utf8proc.h>

#include "common/text/tokeniser.h"
#include "common/text/utf8.h"

namespace council_news {

bool is_apostrophe(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u00B4':  // acute accent
    case U'\u02B9':  // modifier prime
    case U'\u02BB':  // modifier turned comma
    case U'\u02BC':  // modifier apostrophe
    case U'\u02C8':  // modifier vertical line
    case U'\u02CA':  // modifier acute accent
    case U'\u2018':
    case U'\u2019':
    case U'\u201B':
    case U'\u2032':  // prime
    case U'\uFF07':  // full-width
      return true;
    default:
      return false;
  }
}

bool is_hyphen(char32_t c) {
  switch (c) {
    case U'-':
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2043':  // hyphen bullet
    case U'\u2212':  // minus
    case U'\uFE63':
    case U'\uFF0D':
      return true;
    default:
      return false;
  }
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += ascii_lower(static_cast<char>(c));
    return;
  }
  constexpr int kOptions = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32,
                                             static_cast<utf8proc_option_t>(kOptions), &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) append_utf8(out, static_cast<char32_t>(parts[i]));
}

std::string fold_name(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) {
    if (token.joined) continue;
    if (!out.empty()) out += ' ';
    out += token.term;
  }
  return out;
}

}  // namespace council_news
