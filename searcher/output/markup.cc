#include "searcher/output/markup.h"

#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace council_news {

std::string escape_markup(std::string_view text) {
  std::string out;
  const std::string clean = for_terminal(text);
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(clean, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      default:
        out.append(clean, begin, at - begin);
    }
  }
  return out;
}

std::string safe_link(std::string_view url) {
  const std::string clean = for_terminal(trim(url));
  const std::string lower = ascii_lower(std::string_view(clean).substr(0, 8));
  if (!lower.starts_with("http://") && !lower.starts_with("https://")) return {};
  std::string link;
  for (const char c : clean) {
    if (c == ' ' || c == '\n')
      link += "%20";
    else if (c == '"')
      link += "%22";
    else if (c == '<')
      link += "%3C";
    else if (c == '>')
      link += "%3E";
    else
      link += c;
  }
  return link;
}

}  // namespace council_news
