#pragma once

namespace council_news {

/// Properties of the terminal, from $TERM, $NO_COLOR, the locale and variables that terminals set. Whether there is a
/// terminal at all: common/text/terminal.h.

/// Whether it shows colours, and $NO_COLOR does not forbid them.
bool shows_color();

/// Whether it shows more than ASCII: by the character set of the locale, or by the locale's name if it is not
/// installed, as on a server that receives ours through ssh.
bool shows_utf8();

/// What it does with OSC 8 hyperlinks. `shown`: it shows the text; whether the link works is unknown.
enum class Hyperlinks { none, shown, followed };
Hyperlinks hyperlinks_of_terminal();

}  // namespace council_news
