#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/stem.h"

namespace council_news {

/// A cue of the topic table: the index of its topic, and its index in the topic.
using CueNumber = std::pair<std::size_t, std::size_t>;

/// The number of occurrences of a cue in an article, and the best position of one.
struct CueMatch {
  int times = 0;
  int place = 0;
};

/// The cues that occur in an article, in table order.
using CueMatches = std::map<CueNumber, CueMatch>;

/// Finds the cues of the topic table in a text by their stems. Phrases do not span sentences. Of overlapping cues of
/// one topic the first counts, and of those that begin together the longest. A cue of two parts (`chief executive +
/// resign`) matches if both are in one sentence, whatever is between or around them.
class CueFinder {
 public:
  CueFinder();

  /// Adds the matches of a text. Returns its number of words. Not const: the finder caches the cue word of each word
  /// form, since the words of news repeat.
  std::size_t read(std::string_view text, int place, Stemmer& stem, CueMatches& matches);

 private:
  /// The number of a cue word; kOther for words in no cue, kBreak for the end of a sentence.
  using Word = std::uint32_t;
  static constexpr Word kOther = 0;
  static constexpr Word kBreak = 1;

  struct Phrase {
    std::vector<Word> words;
    CueNumber cue;
    unsigned part;   ///< a bit for each part of a cue with several parts
    unsigned parts;  ///< all of them; 1 for a plain cue
  };
  class Reading;

  void add(std::string_view text, CueNumber cue, Stemmer& stem);
  Word number(std::string_view stem);
  Word word_of(const struct Token& token, Stemmer& stem);
  std::vector<Word> words_of(std::string_view text, Stemmer& stem);

  /// Hash for look-ups by view, without a temporary string.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Numbers = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;

  Numbers stems_;
  Numbers forms_;
  std::vector<std::vector<Phrase>> by_first_word_;  ///< the longest first
};

}  // namespace council_news
