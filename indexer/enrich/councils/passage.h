#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokeniser.h"
#include "indexer/enrich/councils/word_classes.h"

namespace council_news {

/// What stands between a word and the one before it: a set of bits, none when only blanks do.
using Gap = std::uint8_t;
namespace gap {
inline constexpr Gap kHyphen = 1;  ///< - joining words
inline constexpr Gap kComma = 2;   ///< , ; / and bullets
inline constexpr Gap kColon = 4;
inline constexpr Gap kBracket = 8;
inline constexpr Gap kQuote = 16;
inline constexpr Gap kDash = 32;  ///< a dash with blanks around
inline constexpr Gap kStop = 64;  ///< the end of a sentence
}  // namespace gap

/// One word of a passage with what the rules about names ask of it.
struct Word {
  std::string_view term;  ///< folded
  std::string_view base;  ///< without the s of a possessive
  std::size_t begin = 0;  ///< byte range in the text
  std::size_t end = 0;
  std::uint32_t sentence = 0;
  WordClasses classes;
  Gap gap = 0;              ///< before it
  bool first = false;       ///< of its sentence
  bool capital = false;     ///< begins with one
  bool capitals = false;    ///< is all capitals
  bool possessive = false;  ///< `Sandwell's`, `Leeds'`

  bool is(WordClasses any_of) const { return classes.any_of(any_of); }
};

/// A headline or a paragraph, cut into words and sentences. The end of a line is a blank.
class Passage {
 public:
  explicit Passage(std::string_view text);
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  std::size_t sentences() const { return words_.empty() ? 0 : words_.back().sentence + 1; }

  /// The word at an index, or an empty one outside the passage: rules may look past both ends.
  const Word& operator[](std::size_t at) const { return at < words_.size() ? words_[at] : kNone; }

  /// Nothing but blanks between `at` and the word before, both in one sentence.
  bool joins(std::size_t at) const { return at > 0 && at < words_.size() && words_[at].gap == 0; }

  /// Does that sign stand between `at` and the word before, an opening bracket for instance?
  bool stands_before(std::size_t at, char sign) const;

  /// Is it written Like a Headline, so that a capital says nothing?
  bool title_case() const { return title_case_; }

 private:
  static const Word kNone;

  Gap gap_between(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Word> words_;
  bool title_case_ = false;
};

}  // namespace council_news
