#include "indexer/enrich/topics.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/tokeniser.h"

namespace council_news {
namespace {

constexpr double kHeadlineFactor = 3;
constexpr double kOpeningFactor = 2;
constexpr std::size_t kOpeningBytes = 500;

/// A category of the source that maps to a topic is worth this much.
constexpr double kCategoryScore = 6;

/// A topic is assigned when its score is at least this, and not far below the best one's.
constexpr double kLeastScore = 6;
constexpr double kLeastShare = 0.4;
constexpr int kMostTopics = 3;

std::vector<std::string> stems_of(std::string_view text, Stemmer& stem) {
  std::vector<std::string> stems;
  for (const Token& token : tokenise(text)) {
    if (!token.joined) stems.push_back(stem(stem_base(token)));
  }
  return stems;
}

}  // namespace

/// Scores while an article is read.
struct TopicJudge::Tally {
  std::vector<TopicEvidence> evidence;
  std::vector<int> times;                ///< by cue: how often it was met
  std::vector<std::size_t> taken_until;  ///< by topic: the word up to which a longer phrase has spoken
};

TopicJudge::TopicJudge() {
  Stemmer stem;
  for (std::size_t topic = 0; topic < topics().size(); ++topic) {
    for (const Cue& cue : topics()[topic].cues) {
      Phrase phrase{stems_of(cue.text, stem), topic, cue_count_++, cue.weight};
      if (!phrase.stems.empty()) by_first_stem_[phrase.stems.front()].push_back(std::move(phrase));
    }
  }
  for (auto& [first, phrases] : by_first_stem_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.stems.size() > b.stems.size(); });
  }
}

void TopicJudge::read(std::string_view text, double factor, Stemmer& stem, Tally& tally) const {
  const std::vector<std::string> stems = stems_of(text, stem);
  std::fill(tally.taken_until.begin(), tally.taken_until.end(), 0);
  for (std::size_t at = 0; at < stems.size(); ++at) {
    const auto it = by_first_stem_.find(stems[at]);
    if (it == by_first_stem_.end()) continue;
    for (const Phrase& phrase : it->second) {
      if (tally.taken_until[phrase.topic] > at || at + phrase.stems.size() > stems.size()) continue;
      if (!std::equal(phrase.stems.begin(), phrase.stems.end(), stems.begin() + static_cast<std::ptrdiff_t>(at)))
        continue;
      tally.taken_until[phrase.topic] = at + phrase.stems.size();
      TopicEvidence& evidence = tally.evidence[phrase.topic];
      // The second time a phrase is met says half as much as the first, the third a third.
      evidence.score += factor * phrase.weight / ++tally.times[phrase.cue];
      if (tally.times[phrase.cue] == 1) {
        std::string words;
        for (const std::string& word : phrase.stems) words += (words.empty() ? "" : " ") + word;
        evidence.reasons.push_back(words);
      }
    }
  }
}

std::vector<TopicEvidence> TopicJudge::judge(const Article& article, Stemmer& stem) const {
  Tally tally;
  for (const Topic& topic : topics()) tally.evidence.push_back({&topic, 0, {}, false});
  tally.times.assign(cue_count_, 0);
  tally.taken_until.assign(topics().size(), 0);

  for (const std::string& category : article.categories) {
    const std::string folded = fold_name(category);
    for (TopicEvidence& one : tally.evidence) {
      const auto& known = one.topic->categories;
      if (std::find(known.begin(), known.end(), folded) == known.end()) continue;
      one.score += kCategoryScore;
      one.reasons.push_back("category \"" + category + "\"");
    }
  }
  read(article.title, kHeadlineFactor, stem, tally);
  const std::string& text = article.body.empty() ? article.summary : article.body;
  const std::size_t opening_end = text.size() <= kOpeningBytes ? text.size() : text.find_first_of(" \n", kOpeningBytes);
  const std::string_view whole = text;
  read(whole.substr(0, opening_end), kOpeningFactor, stem, tally);
  if (opening_end < whole.size()) read(whole.substr(opening_end), 1, stem, tally);

  std::erase_if(tally.evidence, [](const TopicEvidence& one) { return one.score <= 0; });
  std::stable_sort(tally.evidence.begin(), tally.evidence.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  int assigned = 0;
  for (TopicEvidence& one : tally.evidence) {
    one.assigned = assigned < kMostTopics && one.score >= kLeastScore &&
                   one.score >= kLeastShare * tally.evidence.front().score;
    assigned += one.assigned ? 1 : 0;
  }
  return std::move(tally.evidence);
}

}  // namespace council_news
