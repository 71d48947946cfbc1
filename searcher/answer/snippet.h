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

/// A passage, and where the words of the query stand in it.
struct Snippet {
  std::string text;                                          ///< one line; `…` where it was cut
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< [begin, end) in characters (code points)
};

/// Knows the words a query looks for, and finds them again in a text: words by their stem, phrases in any apostrophe,
/// hyphen or capital form. Stop words (`the`) count only within phrases, or where a query has no others.
class Highlighter {
 public:
  Highlighter(const Node& query, Stemmer& stem);

  /// The first sentence that shows all of the query's words, or the one that has the most of them, most densely; with
  /// the next where it is short. The beginning of the article when no word of the query stands in its text.
  Snippet snippet(const Article& article, Stemmer& stem) const;

  /// The byte ranges of `text` that the query's words take.
  std::vector<std::pair<std::size_t, std::size_t>> ranges(std::string_view text, Stemmer& stem) const;

 private:
  /// A word or phrase found, as a byte range of the text, and which of the wanted ones it is.
  struct Match {
    std::size_t begin;
    std::size_t end;
    std::size_t wanted;
  };
  /// One word of a phrase; with a star it may go on.
  struct PhraseWord {
    std::string term;
    bool starred;
  };
  struct Phrase {
    std::vector<PhraseWord> words;
    std::size_t wanted;
  };

  void collect(const Node& node, bool grammar, Stemmer& stem);
  void add_phrase(const std::string& text, Stemmer& stem);
  std::vector<Match> find(std::string_view text, Stemmer& stem) const;
  void find_phrases(const std::vector<Token>& tokens, bool joined, std::vector<Match>& found) const;
  /// What they take, as byte ranges that do not overlap.
  static std::vector<std::pair<std::size_t, std::size_t>> merged(const std::vector<Match>& matches);
  Snippet passage(std::string_view text, Stemmer& stem) const;

  std::unordered_map<std::string, std::size_t> stems_;
  std::vector<std::pair<std::string, std::size_t>> prefixes_;
  std::vector<Phrase> phrases_;
  std::string beginnings_;  ///< first bytes of the words of `stems_` and `prefixes_`
  std::size_t wanted_ = 0;  ///< words and phrases so far
};

}  // namespace council_news
