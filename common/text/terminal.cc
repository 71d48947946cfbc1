#include "common/text/terminal.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {

namespace {

/// Annotations, and the tags and selectors beyond all writing: text that is not seen.
bool is_hidden(char32_t c) {
  return (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c < 0xE1000);
}

}  // namespace

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
    else if (c >= 0xA0 && !is_invisible(c) && !is_hidden(c))
      append_utf8(out, c);
  }
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return size.ws_col;
}

}  // namespace council_news
