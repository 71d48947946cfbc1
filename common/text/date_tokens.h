#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// A token of a text that may contain a date: a run of digits, a run of letters, or one punctuation character.
struct DateToken {
  enum class Kind : std::uint8_t { end, number, word, sign };

  Kind kind = Kind::end;
  bool spaced = false;     ///< preceded by white space
  bool capital = false;    ///< a word that begins with a capital
  bool capitals = false;   ///< a word in capitals only
  char sign = 0;           ///< of punctuation: itself, every dash as '-', others beyond ASCII as '?'
  std::int64_t value = 0;  ///< of a number; -1 when it has more than 18 digits
  std::size_t digits = 0;
  std::string word;  ///< of a word: folded; `europe/london` is one word
  std::size_t begin = 0;
  std::size_t finish = 0;  ///< after its last byte

  bool is_number(std::size_t least_digits, std::size_t most_digits) const {
    return kind == Kind::number && digits >= least_digits && digits <= most_digits;
  }
  bool is_word(std::string_view wanted) const { return kind == Kind::word && word == wanted; }
  bool is_sign(char wanted) const { return kind == Kind::sign && sign == wanted; }
};

/// The tokens of `text` in order, followed by one of kind `end`.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace council_news
