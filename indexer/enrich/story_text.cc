#include "indexer/enrich/story_text.h"

#include <algorithm>
#include <cstdlib>

namespace council_news {
namespace {

/// A text shorter than this many runs of words shares too many too easily to be judged at all.
constexpr std::size_t kLeastRuns = 30;

/// From this length on so many of the runs are enough; the shorter a text, the more of it may be a form of words.
constexpr std::size_t kPlentyOfRuns = 100;
constexpr double kLeastContainment = 0.6;

/// Bands of the whole text, and of its opening: a paper with little room carries the first paragraphs, which share too
/// little with all of a long release to be found by the whole.
constexpr std::size_t kBands = 32;
constexpr std::size_t kOpeningBands = 4;
constexpr std::size_t kOpeningBytes = 300;

std::string_view opening(std::string_view text) {
  return text.size() <= kOpeningBytes ? text : text.substr(0, text.rfind(' ', kOpeningBytes));
}

double least_containment(std::size_t runs) {
  if (runs >= kPlentyOfRuns) return kLeastContainment;
  const double length = static_cast<double>(runs - kLeastRuns) / static_cast<double>(kPlentyOfRuns - kLeastRuns);
  return 1 - (1 - kLeastContainment) * length;
}

/// Papers correct a figure or a name now and then: one contradiction is forgiven for so many words of the shorter text.
constexpr std::size_t kWordsForOneContradiction = 100;

constexpr std::int64_t kMostDaysApart = 14;

}  // namespace

StoryText::StoryText(const Article& article) : body_(article.body), sketch_(article.body) {
  if (article.published) day_ = days_from_epoch(day_of(*article.published));
}

std::vector<std::string> StoryText::bands() const {
  if (sketch_.size() < kLeastRuns) return {};
  std::vector<std::string> bands = sketch_.bands(kBands);
  for (const std::string& band : Sketch(opening(body_)).bands(kOpeningBands)) bands.push_back("opening" + band);
  return bands;
}

bool StoryText::tells_the_same_as(StoryText& other) {
  if (day_ && other.day_ && std::abs(*day_ - *other.day_) > kMostDaysApart) return false;
  const std::size_t shorter = std::min(sketch_.size(), other.sketch_.size());
  if (shorter < kLeastRuns) return false;
  if (Sketch::containment(sketch_, other.sketch_) < least_containment(shorter)) return false;
  return Facts::contradictions(facts(), other.facts()) * kWordsForOneContradiction <= shorter;
}

const Facts& StoryText::facts() {
  if (!facts_) facts_.emplace(body_);
  return *facts_;
}

}  // namespace council_news
