#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace council_news::press {

/// A paragraph, or a line of a page's furniture, as the rules about furniture look at it.
struct Line {
  std::string_view text;
  std::string_view key;    ///< its beginning in the form of fold_name
  std::size_t words = 0;   ///< separated by blanks
  std::uint8_t signs = 0;  ///< of namespace sign: which bytes are in the text
  bool prose = false;      ///< a sentence, or too long for anything else
};

/// Bytes that a line must have for some rule to fit; most paragraphs have few, which spares looking for more.
namespace sign {
inline constexpr std::uint8_t kPound = 1;
inline constexpr std::uint8_t kDigit = 2;
inline constexpr std::uint8_t kMail = 4;      ///< @
inline constexpr std::uint8_t kColon = 8;     ///< :
inline constexpr std::uint8_t kBracket = 16;  ///< ( [
inline constexpr std::uint8_t kCrumb = 32;    ///< > / or the last byte of » › →
}  // namespace sign

/// Reads `text` as a line, its key folded into `buffer`, which must outlive it.
Line read_line(std::string_view text, std::string& buffer);

/// The same when its key is known.
Line read_line(std::string_view text, std::string_view key);

/// The words before a line's colon in the form of fold_name, when they are few enough to be a label; else empty.
std::string label_of(std::string_view text);

/// Ends as a sentence does, closing quotes and brackets apart.
bool ends_sentence(std::string_view text);

/// `text` without its closing quotes and brackets.
std::string_view without_closers(std::string_view text);

}  // namespace council_news::press
