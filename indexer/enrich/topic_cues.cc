#include "indexer/enrich/topic_cues.h"

#include <algorithm>
#include <cstddef>

#include "common/knowledge/topics.h"
#include "common/text/split.h"
#include "common/text/tokeniser.h"

namespace council_news {
namespace {

/// Bounds the memory of a long run. After it is cleared, common words are soon cached again.
constexpr std::size_t kMaxForms = 100'000;

constexpr std::string_view kSentenceEnds = ".!?;:\n";

}  // namespace

/// The cues matched in one text so far.
class CueFinder::Reading {
 public:
  Reading(int place, CueMatches& matches) : place_(place), matches_(matches), taken_until_(topics().size(), 0) {}

  void end_sentence() { halves_.clear(); }

  /// Counts a phrase found at word `at`.
  void match(const Phrase& phrase, std::size_t at) {
    if (phrase.parts != 1) {
      match_part(phrase);
      return;
    }
    std::size_t& taken_until = taken_until_[phrase.cue.first];
    if (taken_until > at) return;
    taken_until = at + phrase.words.size();
    count(phrase.cue);
  }

 private:
  void match_part(const Phrase& phrase) {
    unsigned& matched = halves_[phrase.cue];
    if (matched == phrase.parts) return;
    matched |= phrase.part;
    if (matched == phrase.parts) count(phrase.cue);
  }

  void count(CueNumber cue) {
    CueMatch& match = matches_[cue];
    ++match.times;
    match.place = std::max(match.place, place_);
  }

  int place_;
  CueMatches& matches_;
  std::vector<std::size_t> taken_until_;  ///< by topic: one past the last word of its last phrase
  std::map<CueNumber, unsigned> halves_;  ///< parts matched in this sentence
};

CueFinder::CueFinder() : by_first_word_(kBreak + 1) {
  Stemmer stem;
  for (std::size_t topic = 0; topic < topics().size(); ++topic) {
    for (std::size_t cue = 0; cue < topics()[topic].cues.size(); ++cue)
      add(topics()[topic].cues[cue].text, {topic, cue}, stem);
  }
  for (std::vector<Phrase>& phrases : by_first_word_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  }
}

void CueFinder::add(std::string_view text, CueNumber cue, Stemmer& stem) {
  const std::vector<std::string_view> parts = split(text, '+');
  unsigned bit = 1;
  for (const std::string_view part : parts) {
    Phrase phrase{{}, cue, bit, (1u << parts.size()) - 1};
    for (const Token& token : tokenise(part)) {
      if (!token.joined) phrase.words.push_back(number(stem(stem_base(token))));
    }
    bit <<= 1;
    if (!phrase.words.empty()) by_first_word_[phrase.words.front()].push_back(std::move(phrase));
  }
}

/// The number of a stem, which is that of a cue word.
CueFinder::Word CueFinder::number(std::string_view stem) {
  const auto [it, is_new] = stems_.try_emplace(std::string(stem), static_cast<Word>(by_first_word_.size()));
  if (is_new) by_first_word_.emplace_back();
  return it->second;
}

CueFinder::Word CueFinder::word_of(const Token& token, Stemmer& stem) {
  const std::string_view form = stem_base(token);
  if (const auto it = forms_.find(form); it != forms_.end()) return it->second;
  if (forms_.size() >= kMaxForms) forms_.clear();
  const auto known = stems_.find(stem(form));
  const Word word = known == stems_.end() ? kOther : known->second;
  forms_.emplace(form, word);
  return word;
}

std::vector<CueFinder::Word> CueFinder::words_of(std::string_view text, Stemmer& stem) {
  std::vector<Word> words;
  std::size_t end = 0;
  for (const Token& token : tokenise(text)) {
    if (token.joined) continue;
    if (!words.empty() && text.substr(end, token.begin - end).find_first_of(kSentenceEnds) != std::string_view::npos)
      words.push_back(kBreak);
    words.push_back(word_of(token, stem));
    end = token.end;
  }
  return words;
}

std::size_t CueFinder::read(std::string_view text, int place, Stemmer& stem, CueMatches& matches) {
  const std::vector<Word> words = words_of(text, stem);
  Reading reading(place, matches);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == kBreak) reading.end_sentence();
    for (const Phrase& phrase : by_first_word_[words[at]]) {
      if (at + phrase.words.size() > words.size()) continue;
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
      if (std::equal(phrase.words.begin(), phrase.words.end(), begin)) reading.match(phrase, at);
    }
  }
  return words.size();
}

}  // namespace council_news
