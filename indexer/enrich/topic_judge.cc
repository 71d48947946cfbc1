#include "indexer/enrich/topic_judge.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// The position of a cue multiplies its weight by one, two or three; the best position counts.
constexpr int kHeadline = 3;
constexpr int kOpening = 2;
constexpr int kLater = 1;

/// Length of the opening: about two paragraphs of news.
constexpr std::size_t kOpeningBytes = 500;

/// Each repetition of a cue, up to a maximum, adds this share of its weight.
constexpr double kRepeatShare = 0.25;
constexpr int kMaxRepeats = 4;

/// The score of a source's category that maps to a topic: enough alone. If categories map to more topics than an
/// article may have, they are a tag cloud and only help.
constexpr double kCategoryScore = 12;
constexpr double kTagScore = 3;

/// Minimum score of a topic, which grows with the length of a text above the usual one, and its minimum share of the
/// best score. The leading topic needs less: a blurb of two lines has only one cue. Both thresholds were chosen on the
/// judged passages, where they lie on a plateau.
constexpr double kMinScore = 8;
constexpr double kMinLeading = 5;
constexpr double kUsualWords = 500;
constexpr double kMinShare = 0.4;
constexpr std::size_t kMaxTopics = 3;

/// The matches of one topic.
struct Found {
  double score = 0;
  int distinct = 0;
  int matched = 0;
  int best_place = 0;
  bool strong = false;

  /// Adds a cue and returns its contribution to the score.
  double add(double weight, const CueMatch& match) {
    double gain = weight;
    if (weight > 0) {
      gain *= match.place * (1 + kRepeatShare * std::min(match.times - 1, kMaxRepeats));
      ++distinct;
      matched += match.times;
      best_place = std::max(best_place, match.place);
      strong = strong || (weight >= 3 && (match.place >= kOpening || match.times >= 3)) ||
               (weight >= 2 && match.place == kHeadline && match.times >= 2);
    }
    score += gain;
    return gain;
  }

  /// Matched once, and not in the headline: not enough for a second topic beside a leading one.
  bool is_passing() const { return matched == 1 && best_place < kHeadline; }

  /// One weak word, however prominent, is not enough: a topic needs two cues, or a strong one in a strong position.
  bool is_enough() const { return strong || distinct >= 2; }
};

/// The names in a category: `Planning`, or both names in `Planning | Housing`.
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

/// The categories of the article that map to the topic.
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
std::string in_words(const Cue& cue, const CueMatch& match) {
  const std::string_view place = match.place == kHeadline  ? "in the headline"
                                 : match.place == kOpening ? "in the opening"
                                                           : "further down";
  if (match.times == 1) return fmt::format("“{}” {}", cue.text, place);
  return fmt::format("“{}” {} times, first {}", cue.text, match.times, place);
}

/// The evidence for each topic, in table order.
std::vector<TopicEvidence> gather(const Article& article, const CueMatches& matches, std::vector<Found>& found) {
  std::vector<Category> categories;
  for (const std::string& category : article.categories) categories.push_back({category, names_in(category)});
  std::vector<TopicEvidence> evidence;
  for (const Topic& topic : topics())
    evidence.push_back({.topic = &topic, .score = 0, .reasons = reasons_in(categories, topic), .assigned = false});
  const auto mapped = static_cast<std::size_t>(
      std::count_if(evidence.begin(), evidence.end(), [](const auto& one) { return !one.reasons.empty(); }));
  const bool is_tagged = mapped > kMaxTopics;
  for (TopicEvidence& one : evidence) {
    one.assigned = !one.reasons.empty() && !is_tagged;
    for (TopicReason& reason : one.reasons) {
      reason.weight = is_tagged ? kTagScore : kCategoryScore;
      one.score += reason.weight;
    }
  }
  for (const auto& [number, match] : matches) {
    const Cue& cue = topics()[number.first].cues[number.second];
    const double gain = found[number.first].add(cue.weight, match);
    if (gain > 0) evidence[number.first].reasons.push_back({in_words(cue, match), gain});
  }
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    evidence[i].score += found[i].score;
    std::stable_sort(evidence[i].reasons.begin(), evidence[i].reasons.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
  }
  return evidence;
}

/// Assigns the topics with enough evidence, which must be sorted.
void assign(std::vector<TopicEvidence>& evidence, const std::vector<Found>& found, std::size_t words) {
  const double length = std::max(1.0, std::sqrt(static_cast<double>(words) / kUsualWords));
  std::size_t assigned = 0;
  for (TopicEvidence& one : evidence) {
    const double min_score = &one == &evidence.front() ? kMinLeading : kMinScore;
    const Found& cues = found[static_cast<std::size_t>(one.topic - topics().data())];
    const bool has_enough = cues.is_enough() && (&one == &evidence.front() || !cues.is_passing());
    one.assigned = assigned < kMaxTopics && one.score >= kMinShare * evidence.front().score &&
                   (one.assigned || (has_enough && one.score >= min_score * length));
    assigned += one.assigned ? 1 : 0;
  }
}

}  // namespace

std::vector<TopicEvidence> TopicJudge::judge(const Article& article, Stemmer& stem) {
  CueMatches matches;
  const std::string_view text = article.body.empty() ? article.summary : article.body;
  const std::size_t opening_end =
      std::min(text.find_first_of(" \n", std::min(kOpeningBytes, text.size())), text.size());
  std::size_t words = finder_.read(article.title, kHeadline, stem, matches);
  words += finder_.read(text.substr(0, opening_end), kOpening, stem, matches);
  words += finder_.read(text.substr(opening_end), kLater, stem, matches);

  std::vector<Found> found(topics().size());
  std::vector<TopicEvidence> evidence = gather(article, matches, found);
  std::erase_if(evidence, [](const TopicEvidence& one) { return one.score <= 0; });
  std::stable_sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  assign(evidence, found, words);
  return evidence;
}

}  // namespace council_news
