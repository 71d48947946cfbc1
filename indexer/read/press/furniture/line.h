#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace council_news::press {

/// A paragraph or a line of page furniture, prepared for the furniture rules.
struct Line {
  std::string_view text;
  std::string_view key;    ///< its beginning in the form of fold_name
  std::size_t words = 0;   ///< separated by spaces
  std::uint8_t signs = 0;  ///< of namespace sign: which bytes are in the text
  bool prose = false;      ///< a sentence, or too long for anything else
};

/// Characters that a line needs for some rule to apply. Most paragraphs have few of them, so most rules can be skipped.
namespace sign {
inline constexpr std::uint8_t kPound = 1;
inline constexpr std::uint8_t kDigit = 2;
inline constexpr std::uint8_t kMail = 4;      ///< @
inline constexpr std::uint8_t kColon = 8;     ///< :
inline constexpr std::uint8_t kBracket = 16;  ///< ( [
inline constexpr std::uint8_t kCrumb = 32;    ///< > / or the last byte of » › →
}  // namespace sign

/// Prepares `text`. The key is written to `buffer`, which must outlive the line.
Line read_line(std::string_view text, std::string& buffer);

/// The same with a known key.
Line read_line(std::string_view text, std::string_view key);

/// The words before a line's colon in the form of fold_name if they are few enough to be a label; else empty.
std::string label_of(std::string_view text);

/// Whether it ends like a sentence, ignoring closing quotes and brackets.
bool ends_sentence(std::string_view text);

/// `text` without its closing quotes and brackets.
std::string_view without_closers(std::string_view text);

}  // namespace council_news::press
