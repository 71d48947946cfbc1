#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokeniser.h"
#include "indexer/enrich/councils/word_classes.h"

namespace council_news {

/// The characters between a word and the previous one: a set of bits, 0 if only spaces.
using Gap = std::uint8_t;
namespace gap {
inline constexpr Gap kHyphen = 1;  ///< - joining words
inline constexpr Gap kComma = 2;   ///< , ; / and bullets
inline constexpr Gap kColon = 4;
inline constexpr Gap kBracket = 8;
inline constexpr Gap kQuote = 16;
inline constexpr Gap kDash = 32;  ///< a dash between spaces
inline constexpr Gap kStop = 64;  ///< the end of a sentence
}  // namespace gap

/// One word of a passage with the properties that the name rules need.
struct Word {
  std::string_view term;  ///< folded
  std::string_view base;  ///< without the s of a possessive
  std::size_t begin = 0;  ///< byte range in the text
  std::size_t end = 0;
  std::uint32_t sentence = 0;
  WordClasses classes;
  Gap gap = 0;              ///< characters before it
  bool first = false;       ///< first word of its sentence
  bool capital = false;     ///< begins with a capital
  bool capitals = false;    ///< all capitals
  bool possessive = false;  ///< `Sandwell's`, `Leeds'`

  bool is(WordClasses any_of) const { return classes.any_of(any_of); }
};

/// A headline or a paragraph, split into words and sentences. A line end counts as a space.
class Passage {
 public:
  explicit Passage(std::string_view text);
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  std::size_t sentences() const { return words_.empty() ? 0 : words_.back().sentence + 1; }

  /// The word at an index, or an empty one outside the passage, so that rules may look past both ends.
  const Word& operator[](std::size_t at) const { return at < words_.size() ? words_[at] : kNone; }

  /// Whether only spaces separate `at` from the previous word, both in one sentence.
  bool joins(std::size_t at) const { return at > 0 && at < words_.size() && words_[at].gap == 0; }

  /// Whether that character is between `at` and the previous word, an opening bracket for instance.
  bool has_before(std::size_t at, char sign) const;

  /// Whether it is in Title Case, so that capitals carry no information.
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
