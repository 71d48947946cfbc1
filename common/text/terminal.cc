#include "common/text/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {

std::string for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\t') {
      out += ' ';
    } else if (c == U'\n' || !(c < 0x20 || (c >= 0x7F && c < 0xA0) || is_invisible(c))) {
      append_utf8(out, c);
    }
  }
  return out;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return otherwise;
  return size.ws_col;
}

}  // namespace council_news
