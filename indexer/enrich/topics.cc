#include "indexer/enrich/topics.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

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

/// A category of the source that maps to a topic is worth this much: enough alone. Where categories map to more topics
/// than an article has, they are a cloud of tags and only help.
constexpr double kCategoryScore = 12;
constexpr double kTagScore = 3;

/// A topic is assigned when its score is at least this, more for a text longer than usual, and not far below the best.
/// The leading one needs less: in a blurb of two lines there is one cue. Both were chosen on the judged passages, where
/// they lie on a plateau.
constexpr double kLeastScore = 8;
constexpr double kLeastLeading = 5;
constexpr double kUsualWords = 500;
constexpr double kLeastShare = 0.4;
constexpr std::size_t kMostTopics = 3;

/// What was met of one topic.
struct Found {
  double score = 0;
  int distinct = 0;
  int met = 0;
  int best_place = 0;
  bool strong = false;

  /// Takes a cue in and returns what it says for its topic.
  double add(double weight, const CueMeeting& meeting) {
    double said = weight;
    if (weight > 0) {
      said *= meeting.place * (1 + kRepeatShare * std::min(meeting.times - 1, kMostRepeats));
      ++distinct;
      met += meeting.times;
      best_place = std::max(best_place, meeting.place);
      strong = strong || (weight >= 3 && (meeting.place >= kOpening || meeting.times >= 3)) ||
               (weight >= 2 && meeting.place == kHeadline && meeting.times >= 2);
    }
    score += said;
    return said;
  }

  /// Met once, and not in the headline: no second topic beside a leading one.
  bool is_passing() const { return met == 1 && best_place < kHeadline; }

  /// One weak word, however prominent, proves nothing: two cues are wanted, or a strong one in a strong place.
  bool is_proof() const { return strong || distinct >= 2; }
};

/// The names in a category: `Planning`, and both of `Planning | Housing`.
std::vector<std::string> names_in(const std::string& category) {
  std::vector<std::string> names{fold_name(category)};
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= category.size(); ++at) {
    if (at < category.size() && std::string_view("|/>;,").find(category[at]) == std::string_view::npos) continue;
    if (std::string name = fold_name(std::string_view(category).substr(begin, at - begin)); name != names.front())
      names.push_back(std::move(name));
    begin = at + 1;
  }
  return names;
}

/// A category of an article and the names in it.
struct Category {
  std::string_view written;
  std::vector<std::string> names;
};

/// The categories that mean a topic.
std::vector<TopicReason> reasons_in(const std::vector<Category>& categories, const Topic& topic) {
  const auto means_topic = [&](const std::string& name) {
    return std::find(topic.categories.begin(), topic.categories.end(), name) != topic.categories.end();
  };
  std::vector<TopicReason> reasons;
  for (const Category& category : categories) {
    if (std::any_of(category.names.begin(), category.names.end(), means_topic))
      reasons.push_back({fmt::format("filed under “{}”", squeeze(category.written)), 0});
  }
  return reasons;
}

/// `“kerbside collection” 3 times, first in the headline`.
std::string in_words(const Cue& cue, const CueMeeting& meeting) {
  const std::string_view place = meeting.place == kHeadline  ? "in the headline"
                                 : meeting.place == kOpening ? "in the opening"
                                                             : "further down";
  if (meeting.times == 1) return fmt::format("“{}” {}", cue.text, place);
  return fmt::format("“{}” {} times, first {}", cue.text, meeting.times, place);
}

/// What speaks for each topic, in the order of the table.
std::vector<TopicEvidence> gather(const Article& article, const CueMeetings& meetings, std::vector<Found>& found) {
  std::vector<Category> categories;
  for (const std::string& category : article.categories) categories.push_back({category, names_in(category)});
  std::vector<TopicEvidence> evidence;
  for (const Topic& topic : topics()) evidence.push_back({&topic, 0, reasons_in(categories, topic), false});
  const auto mapped = static_cast<std::size_t>(
      std::count_if(evidence.begin(), evidence.end(), [](const auto& one) { return !one.reasons.empty(); }));
  const bool is_tagged = mapped > kMostTopics;
  for (TopicEvidence& one : evidence) {
    one.assigned = !one.reasons.empty() && !is_tagged;
    for (TopicReason& reason : one.reasons) {
      reason.weight = is_tagged ? kTagScore : kCategoryScore;
      one.score += reason.weight;
    }
  }
  for (const auto& [number, meeting] : meetings) {
    const Cue& cue = topics()[number.first].cues[number.second];
    const double said = found[number.first].add(cue.weight, meeting);
    if (said > 0) evidence[number.first].reasons.push_back({in_words(cue, meeting), said});
  }
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    evidence[i].score += found[i].score;
    std::stable_sort(evidence[i].reasons.begin(), evidence[i].reasons.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
  }
  return evidence;
}

/// Of evidence in order, the topics that it is enough for.
void assign(std::vector<TopicEvidence>& evidence, const std::vector<Found>& found, std::size_t words) {
  const double length = std::max(1.0, std::sqrt(static_cast<double>(words) / kUsualWords));
  std::size_t assigned = 0;
  for (TopicEvidence& one : evidence) {
    const double least = &one == &evidence.front() ? kLeastLeading : kLeastScore;
    const Found& cues = found[static_cast<std::size_t>(one.topic - topics().data())];
    const bool is_proven = cues.is_proof() && (&one == &evidence.front() || !cues.is_passing());
    one.assigned = assigned < kMostTopics && one.score >= kLeastShare * evidence.front().score &&
                   (one.assigned || (is_proven && one.score >= least * length));
    assigned += one.assigned ? 1 : 0;
  }
}

}  // namespace

std::vector<TopicEvidence> TopicJudge::judge(const Article& article, Stemmer& stem) {
  CueMeetings meetings;
  const std::string_view text = article.body.empty() ? article.summary : article.body;
  const std::size_t opening_end =
      std::min(text.find_first_of(" \n", std::min(kOpeningBytes, text.size())), text.size());
  std::size_t words = finder_.read(article.title, kHeadline, stem, meetings);
  words += finder_.read(text.substr(0, opening_end), kOpening, stem, meetings);
  words += finder_.read(text.substr(opening_end), kLater, stem, meetings);

  std::vector<Found> found(topics().size());
  std::vector<TopicEvidence> evidence = gather(article, meetings, found);
  std::erase_if(evidence, [](const TopicEvidence& one) { return one.score <= 0; });
  std::stable_sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  assign(evidence, found, words);
  return evidence;
}

}  // namespace council_news
