#pragma once

namespace council_news {

/// What the environment tells of the terminal: $TERM, $NO_COLOR, the locale, and by what names terminals make
/// themselves known. Whether there is one is another thing (common/text/terminal.h).

/// Does it show colours, and are they wanted?
bool shows_color();

/// Does it show more than ASCII? By the locale's character set; by the locale's name where that locale is not
/// installed, as on a server that is told ours by ssh.
bool shows_utf8();

/// What it does with OSC 8 hyperlinks. `shown`: the text, and perhaps the link; it has not said.
enum class Hyperlinks { none, shown, followed };
Hyperlinks hyperlinks_of_terminal();

}  // namespace council_news
