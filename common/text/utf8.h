#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace council_news {

/// What stands for bytes that are no text.
inline constexpr char32_t kReplacement = 0xFFFD;

/// The code point at `offset`, which moves behind it. A byte that begins no valid sequence is U+FFFD, one byte long.
/// `offset` must be inside `text`.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// How many bytes from `offset` on are printable ASCII, tabs and newlines: what needs no decoding, fast to skip.
std::size_t plain_run(std::string_view text, std::size_t offset);

/// How many bytes from `offset` on are ASCII.
std::size_t ascii_run(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// Puts text together in normal form C, in one pass.
class NormalText {
 public:
  explicit NormalText(std::size_t expected_bytes) { text_.reserve(expected_bytes); }

  /// Printable ASCII, tabs and newlines, as plain_run() finds them.
  void append_plain(std::string_view run);
  void append(char32_t code_point);

  bool empty() const { return text_.empty(); }
  std::string take() &&;

 private:
  void compose();

  std::string text_;
  std::size_t last_run_ = 0;  ///< where characters begin that may join each other: at the last plain one, if any
  bool changes_ = false;      ///< whether composing them may change them
};

/// Valid UTF-8 in normal form C: invalid bytes become U+FFFD; control characters other than tab and newline go.
std::string clean_utf8(std::string_view text);

bool is_space(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_upper(char32_t code_point);
char32_t to_lower(char32_t code_point);

/// Columns that `text` takes on a terminal: wide characters two, combining marks none.
std::size_t display_width(std::string_view text);

/// `text` without white space at both ends.
std::string_view trim(std::string_view text);

/// `text` with every run of white space, newlines too, as one blank, and none at the ends.
std::string squeeze(std::string_view text);

/// ASCII letters to lower case, the rest untouched: for names of hosts, elements, options.
std::string ascii_lower(std::string_view text);

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_lower(c) || is_ascii_upper(c); }

constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// White space of ASCII: the blank, tabs and line ends.
constexpr bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Equal but for the case of ASCII letters.
inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace council_news
