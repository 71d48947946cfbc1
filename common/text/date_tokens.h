#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One part of a text that may hold a date: a run of digits, a run of letters, or one sign.
struct DateToken {
  enum class Kind : std::uint8_t { end, number, word, sign };

  Kind kind = Kind::end;
  bool spaced = false;     ///< white space stands before it
  bool capital = false;    ///< a word that begins with a capital
  char sign = 0;           ///< of a sign: itself, every dash as '-', other signs beyond ASCII as '?'
  std::int64_t value = 0;  ///< of a number; -1 when it has more than 18 digits
  std::size_t digits = 0;
  std::string word;  ///< of a word: folded; `europe/london` is one word
  std::size_t begin = 0;
  std::size_t finish = 0;  ///< behind its last byte

  bool is_number(std::size_t least_digits, std::size_t most_digits) const {
    return kind == Kind::number && digits >= least_digits && digits <= most_digits;
  }
  bool is_word(std::string_view wanted) const { return kind == Kind::word && word == wanted; }
  bool is_sign(char wanted) const { return kind == Kind::sign && sign == wanted; }
};

/// The tokens of `text` in their order, and one of kind `end` behind them.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace council_news
