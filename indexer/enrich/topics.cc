#include "indexer/enrich/topics.h"

#include <algorithm>
#include <cmath>

#include "common/text/fold.h"
#include "common/text/tokeniser.h"

namespace council_news {
namespace {

/// A cue counts by the best place it stands in: its weight once, twice or three times.
constexpr int kHeadline = 3;
constexpr int kOpening = 2;
constexpr int kLater = 1;

/// How much text counts as the opening: two usual paragraphs of news.
constexpr std::size_t kOpeningBytes = 500;

/// Each time a cue is met again, up to so often, it says this part of its weight more.
constexpr double kRepeatShare = 0.25;
constexpr int kMostRepeats = 4;

/// A category of the source that maps to a topic is worth this much: enough alone.
constexpr double kCategoryScore = 12;

/// A topic is assigned when its score is at least this, more for a text longer than usual, and not far below the best.
constexpr double kLeastScore = 7;
constexpr double kUsualWords = 500;
constexpr double kLeastShare = 0.4;
constexpr int kMostTopics = 3;

/// Words of a text as stems, with an empty one where a sentence ends, so that no phrase spans two.
std::vector<std::string> stems_of(std::string_view text, Stemmer& stem) {
  std::vector<std::string> stems;
  std::size_t end = 0;
  for (const Token& token : tokenise(text)) {
    if (token.joined) continue;
    if (!stems.empty() && text.substr(end, token.begin - end).find_first_of(".!?;:\n") != std::string_view::npos)
      stems.emplace_back();
    stems.push_back(stem(stem_base(token)));
    end = token.end;
  }
  return stems;
}

}  // namespace

/// What was met of one topic.
struct TopicJudge::Found {
  struct Meeting {
    int times = 0;
    int place = 0;
  };
  std::vector<Meeting> cues;    ///< by cue
  std::size_t taken_until = 0;  ///< the word up to which a longer phrase has spoken

  double score(const Topic& topic) const {
    double score = 0;
    for (std::size_t i = 0; i < cues.size(); ++i) {
      const double weight = topic.cues[i].weight;
      if (cues[i].times == 0) continue;
      score +=
          weight < 0 ? weight : weight * cues[i].place * (1 + kRepeatShare * std::min(cues[i].times - 1, kMostRepeats));
    }
    return score;
  }

  /// One weak word, however prominent, proves nothing: two cues are wanted, or a strong one in a strong place.
  bool is_proof(const Topic& topic) const {
    int distinct = 0;
    bool strong = false;
    for (std::size_t i = 0; i < cues.size(); ++i) {
      const double weight = topic.cues[i].weight;
      if (cues[i].times == 0 || weight <= 0) continue;
      ++distinct;
      strong = strong || (weight >= 3 && (cues[i].place >= kOpening || cues[i].times >= 3)) ||
               (weight >= 2 && cues[i].place == kHeadline && cues[i].times >= 2);
    }
    return strong || distinct >= 2;
  }
};

TopicJudge::TopicJudge() {
  Stemmer stem;
  for (std::size_t topic = 0; topic < topics().size(); ++topic) {
    for (std::size_t cue = 0; cue < topics()[topic].cues.size(); ++cue) {
      Phrase phrase{stems_of(topics()[topic].cues[cue].text, stem), topic, cue};
      if (!phrase.stems.empty()) by_first_stem_[phrase.stems.front()].push_back(std::move(phrase));
    }
  }
  for (auto& [first, phrases] : by_first_stem_) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.stems.size() > b.stems.size(); });
  }
}

/// Notes the cues of a text; the longest phrase wins within each topic. Returns the number of words.
std::size_t TopicJudge::read(std::string_view text, int place, Stemmer& stem, std::vector<Found>& found) const {
  const std::vector<std::string> stems = stems_of(text, stem);
  for (Found& one : found) one.taken_until = 0;
  for (std::size_t at = 0; at < stems.size(); ++at) {
    const auto it = by_first_stem_.find(stems[at]);
    if (it == by_first_stem_.end()) continue;
    for (const Phrase& phrase : it->second) {
      Found& one = found[phrase.topic];
      if (one.taken_until > at || at + phrase.stems.size() > stems.size()) continue;
      if (!std::equal(phrase.stems.begin(), phrase.stems.end(), stems.begin() + static_cast<std::ptrdiff_t>(at)))
        continue;
      one.taken_until = at + phrase.stems.size();
      ++one.cues[phrase.cue].times;
      one.cues[phrase.cue].place = std::max(one.cues[phrase.cue].place, place);
    }
  }
  return stems.size();
}

std::vector<TopicEvidence> TopicJudge::judge(const Article& article, Stemmer& stem) const {
  std::vector<Found> found(topics().size());
  for (std::size_t i = 0; i < found.size(); ++i) found[i].cues.resize(topics()[i].cues.size());
  const std::string_view text = article.body.empty() ? article.summary : article.body;
  const std::size_t opening_end =
      std::min(text.find_first_of(" \n", std::min(kOpeningBytes, text.size())), text.size());
  std::size_t words = read(article.title, kHeadline, stem, found);
  words += read(text.substr(0, opening_end), kOpening, stem, found);
  words += read(text.substr(opening_end), kLater, stem, found);

  const double least = kLeastScore * std::max(1.0, std::sqrt(static_cast<double>(words) / kUsualWords));
  std::vector<TopicEvidence> evidence;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Topic& topic = topics()[i];
    TopicEvidence one{&topic, found[i].score(topic), {}, false};
    one.assigned = one.score >= least && found[i].is_proof(topic);
    for (const std::string& category : article.categories) {
      if (std::count(topic.categories.begin(), topic.categories.end(), fold_name(category)) == 0) continue;
      one.score += kCategoryScore;
      one.assigned = true;
      one.reasons.push_back("category \"" + category + "\"");
    }
    for (std::size_t cue = 0; cue < topic.cues.size(); ++cue) {
      if (found[i].cues[cue].times > 0 && topic.cues[cue].weight > 0)
        one.reasons.push_back("\"" + std::string(topic.cues[cue].text) + "\"");
    }
    if (one.score > 0) evidence.push_back(std::move(one));
  }
  std::stable_sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  int assigned = 0;
  for (TopicEvidence& one : evidence) {
    one.assigned = one.assigned && assigned < kMostTopics && one.score >= kLeastShare * evidence.front().score;
    assigned += one.assigned ? 1 : 0;
  }
  return evidence;
}

}  // namespace council_news
