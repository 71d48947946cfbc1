#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace council_news {

/// `text` as it may be written to a terminal: every control and escape character gone, and the invisible signs that
/// turn the direction of what follows. Newlines stay. All text from articles, file names and queries passes here.
std::string for_terminal(std::string_view text);

/// Is it a character that for_terminal does not let through: a control character, a sign that turns the direction of
/// writing, breaks a line or hides text, or no character at all?
bool is_unseen(char32_t code_point);

/// Is that file descriptor a terminal?
bool is_terminal(int descriptor);

/// Columns of the terminal at that descriptor; when it is none, $COLUMNS, as man and ls take it, or `otherwise`.
std::size_t terminal_width(int descriptor, std::size_t otherwise);

}  // namespace council_news
