#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// Maximum size of a term in bytes; nobody searches for longer words.
inline constexpr std::size_t kMaxTermBytes = 64;

/// One word of a text.
struct Token {
  std::string term;            ///< folded: lower case, no accents, no apostrophes: `children’s` → `childrens`
  std::uint32_t position = 0;  ///< index of the word in its text, from 0
  std::size_t begin = 0;       ///< byte range in the text, for highlighting
  std::size_t end = 0;
  bool possessive = false;  ///< written with a final 's; its stem is that of the word without it
  bool joined = false;      ///< the parts of a hyphenated word as one, at the position of the first: `reinspection`
  bool sign = false;        ///< a `%`, which has a position but is not counted as a word
};

/// Splits a text into words. The only tokeniser of this project: index, queries, highlighting and the matching of
/// council names all see the same words.
///
/// A word is a run of letters and digits. Apostrophes of any kind inside a word are dropped, as are soft hyphens and
/// other invisible characters; entities left over from HTML (`&#39;` `&rsquo;` `&amp;`) are decoded. A
/// hyphenated word is its parts at successive positions and then, if it has a letter, the joined word at the first
/// position. Numbers keep a decimal point and lose thousands commas: `2.5m`, `1,000` → `1000`. A `&` between
/// words is the word `and`: `R&D` is `r and d`; a `%` after a number is the word `percent`.
std::vector<Token> tokenise(std::string_view text);

/// The word whose stem is indexed for a token: its term without a possessive s.
std::string_view stem_base(const Token& token);

}  // namespace council_news
