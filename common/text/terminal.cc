#include "common/text/terminal.h"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {

std::string for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t printable = plain_run(text, at);
    out.append(text, at, printable);
    at += printable;
    if (at == text.size()) break;
    const char32_t c = next_code_point(text, at);
    if (c >= 0xA0 && !is_invisible(c)) append_utf8(out, c);
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
