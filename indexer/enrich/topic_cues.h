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

/// A cue of the topic table: the number of its topic and its number in the topic.
using CueNumber = std::pair<std::size_t, std::size_t>;

/// How often a cue stands in an article, and the best place it stands in.
struct CueMeeting {
  int times = 0;
  int place = 0;
};

/// The cues that an article has, in the order of the table.
using CueMeetings = std::map<CueNumber, CueMeeting>;

/// Finds the cues of the topic table in a text, stem by stem. No phrase spans two sentences. Where cues of one topic
/// overlap, the one that begins first counts, and of those the longest. A cue of two parts (`chief executive + resign`)
/// is met when both stand in one sentence, whatever stands between or around them.
class CueFinder {
 public:
  CueFinder();

  /// Adds what a text has. Returns the number of its words. Not const: the finder remembers which cue word each form
  /// of a word is, for the words of news repeat.
  std::size_t read(std::string_view text, int place, Stemmer& stem, CueMeetings& meetings);

 private:
  /// A word of some cue by number; kOther for those of none, kBreak for the end of a sentence.
  using Word = std::uint32_t;
  static constexpr Word kOther = 0;
  static constexpr Word kBreak = 1;

  struct Phrase {
    std::vector<Word> words;
    CueNumber cue;
    unsigned part;   ///< a bit of its own for each part of a cue that has several
    unsigned parts;  ///< all of them; 1 for a plain cue
  };
  class Reading;

  void add(std::string_view text, CueNumber cue, Stemmer& stem);
  Word number(std::string_view stem);
  Word word_of(const struct Token& token, Stemmer& stem);
  std::vector<Word> words_of(std::string_view text, Stemmer& stem);

  /// Look-ups by view, without making a string.
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
