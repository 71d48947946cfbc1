#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/index/stem.h"
#include "common/text/tokeniser.h"
#include "searcher/query/ast.h"

namespace council_news {

/// A passage and the matches in it.
struct Snippet {
  std::string text;                                          ///< one line; `…` where it was cut
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< [begin, end) in characters (code points)
};

/// Finds the words of a query in a text: words by stem, phrases in any apostrophe, hyphen or case form. Stop words
/// (`the`) count only within phrases, or if a query has no other words.
class Highlighter {
 public:
  Highlighter(const Node& query, Stemmer& stem);

  /// The first sentence with all words of the query, or the one with the most and densest matches; with the next one if
  /// it is short. The start of the article if its text has no match.
  Snippet snippet(const Article& article, Stemmer& stem) const;

  /// The byte ranges of matches in `text`.
  std::vector<std::pair<std::size_t, std::size_t>> ranges(std::string_view text, Stemmer& stem) const;

 private:
  /// A match as a byte range of the text, and the index of the word or phrase that it matches.
  struct Match {
    std::size_t begin;
    std::size_t end;
    std::size_t wanted;
  };
  /// One word of a phrase; with a wildcard, a prefix.
  struct PhraseWord {
    std::string term;
    bool wildcard;
  };
  enum class StopWords { skip, include };
  enum class Hyphens { split, join };
  struct Phrase {
    std::vector<PhraseWord> words;
    std::size_t wanted;
  };

  void collect(const Node& node, StopWords stop_words, Stemmer& stem);
  void add_phrase(const std::string& text, Stemmer& stem);
  std::vector<Match> find(std::string_view text, Stemmer& stem) const;
  void find_phrases(const std::vector<Token>& tokens, Hyphens hyphens, std::vector<Match>& found) const;
  /// Their byte ranges, with overlaps merged.
  static std::vector<std::pair<std::size_t, std::size_t>> merged(const std::vector<Match>& matches);
  Snippet passage(std::string_view text, Stemmer& stem) const;

  std::unordered_map<std::string, std::size_t> stems_;
  std::vector<std::pair<std::string, std::size_t>> prefixes_;
  std::vector<Phrase> phrases_;
  std::string initials_;    ///< first bytes of the words of `stems_` and `prefixes_`
  std::size_t wanted_ = 0;  ///< number of words and phrases
};

}  // namespace council_news
