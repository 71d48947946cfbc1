#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace council_news {

/// `text` made safe for a terminal: without control and escape characters and without bidi controls. Newlines stay. All
/// text from articles, file names and queries passes through here.
std::string for_terminal(std::string_view text);

/// Whether for_terminal removes the character: a control character, a bidi control, a line separator, a character that
/// hides text, or a noncharacter.
bool is_unseen(char32_t code_point);

/// Whether a file descriptor is a terminal.
bool is_terminal(int descriptor);

/// Width of the terminal at a descriptor in columns; if it is not a terminal, $COLUMNS, as in man and ls, or
/// `otherwise`.
std::size_t terminal_width(int descriptor, std::size_t otherwise);

}  // namespace council_news
