#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/text/stem.h"
#include "common/text/tokeniser.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A passage, and where the words of the query stand in it.
struct Snippet {
  std::string text;  ///< one line; `…` where it was cut
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< [begin, end) in characters (code points)
};

/// Knows the words a query looks for, and finds them again in a text.
class Highlighter {
 public:
  Highlighter(const Node& query, Stemmer& stem);

  /// The sentence that has the most of the query's words, most densely, with the next where it is short; the beginning
  /// of the article when no word of the query stands in its text.
  Snippet snippet(const Article& article, Stemmer& stem) const;

  /// The byte ranges of `text` that the query's words take.
  std::vector<std::pair<std::size_t, std::size_t>> ranges(std::string_view text, Stemmer& stem) const;

 private:
  void collect(const Node& node, Stemmer& stem);
  bool is_wanted(const Token& token, Stemmer& stem) const;

  std::unordered_set<std::string> stems_;
  std::unordered_set<std::string> surfaces_;            ///< words of `"…"`: as written only
  std::vector<std::vector<std::string>> phrases_;       ///< their words in order
  std::vector<std::string> prefixes_;
};

}  // namespace council_news
