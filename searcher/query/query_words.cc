#include "searcher/query/query_words.h"

#include <algorithm>
#include <array>

#include "common/text/tokeniser.h"

namespace council_news {
namespace {

/// Longer phrases are cut to this many words.
constexpr std::size_t kMaxWords = 100;

/// Sorted, for the search below.
constexpr std::array<std::string_view, 127> kStopWords{
    "a",       "about",  "above",   "after",    "again",    "against", "all",   "also",   "am",    "among",
    "an",      "and",    "any",     "anyone",   "anything", "are",     "as",    "at",     "be",    "because",
    "been",    "before", "being",   "below",    "between",  "both",    "but",   "by",     "can",   "cannot",
    "could",   "did",    "do",      "does",     "doing",    "during",  "each",  "either", "for",   "from",
    "further", "had",    "happen",  "happened", "happens",  "has",     "have",  "having", "he",    "her",
    "here",    "hers",   "him",     "his",      "how",      "i",       "if",    "in",     "into",  "is",
    "it",      "its",    "itself",  "just",     "me",       "more",    "most",  "my",     "no",    "nor",
    "not",     "of",     "on",      "only",     "or",       "other",   "our",   "ours",   "over",  "said",
    "say",     "says",   "shall",   "she",      "should",   "so",      "some",  "such",   "than",  "that",
    "the",     "their",  "theirs",  "them",     "then",     "there",   "these", "they",   "this",  "those",
    "through", "to",     "too",     "under",    "until",    "upon",    "very",  "was",    "we",    "were",
    "what",    "when",   "where",   "whether",  "which",    "while",   "who",   "whom",   "whose", "why",
    "with",    "within", "without", "would",    "you",      "your",    "yours"};

}  // namespace

Words words_of(std::string_view text, Stemmer& stem) {
  Words words;
  std::vector<std::uint32_t> positions;  // of the words in words.joined
  bool has_joined = false;
  for (const Token& token : tokenise(text)) {
    if (token.term.empty() || token.term.size() > kMaxTermBytes) continue;
    if (words.surfaces.size() == kMaxWords) break;
    const std::string& stemmed = stem(stem_base(token));
    if (token.joined) {
      has_joined = true;
      while (!positions.empty() && positions.back() >= token.position) {
        positions.pop_back();
        words.joined.pop_back();
        words.joined_stems.pop_back();
      }
    } else {
      if (token.end < text.size() && text[token.end] == '*') words.starred.push_back(words.surfaces.size());
      words.surfaces.push_back(token.term);
      words.stems.push_back(stemmed);
    }
    positions.push_back(token.position);
    words.joined.push_back(token.term);
    words.joined_stems.push_back(stemmed);
  }
  if (!has_joined) {
    words.joined.clear();
    words.joined_stems.clear();
  }
  return words;
}

bool is_stop_word(std::string_view folded) { return std::binary_search(kStopWords.begin(), kStopWords.end(), folded); }

}  // namespace council_news
