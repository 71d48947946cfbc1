#include "common/text/terminal.h"

#include <algorithm>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/environment.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {

bool is_unseen(char32_t c) {
  const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
  const bool line_sign = c == 0x2028 || c == 0x2029;
  const bool annotation = (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0x1D173 && c <= 0x1D17A);
  const bool tag = c >= 0xE0000 && c < 0xE1000;
  const bool no_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return control || line_sign || annotation || tag || no_character || is_invisible(c);
}

std::string for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t printable = plain_run(text, at);
    out.append(text, at, printable);
    at += printable;
    if (at == text.size()) break;
    const char32_t c = next_code_point(text, at);
    if (c == 0x2028 || c == 0x2029)
      out += ' ';
    else if (!is_unseen(c))
      append_utf8(out, c);
  }
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const unsigned long width = std::strtoul(environment("COLUMNS").c_str(), nullptr, 10);
  constexpr unsigned long kWidest = 10'000;
  return width > 0 && width <= kWidest ? width : otherwise;
}

}  // namespace council_news
