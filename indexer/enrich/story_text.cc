#include "indexer/enrich/story_text.h"

#include <algorithm>
#include <cstdlib>

namespace council_news {
namespace {

/// A text with fewer n-grams shares too many of them by chance to be compared.
constexpr std::size_t kMinRuns = 30;

/// From this length on the minimum containment applies. A shorter text needs more, since more of it may be stock
/// phrases.
constexpr std::size_t kPlentyOfRuns = 100;
constexpr double kMinContainment = 0.6;

/// Bands of the whole text, and of its opening: a paper with little space prints only the first paragraphs, which share
/// too little with a long press release to be found by the bands of the whole.
constexpr std::size_t kBands = 32;
constexpr std::size_t kOpeningBands = 4;
constexpr std::size_t kOpeningBytes = 300;

std::string_view opening(std::string_view text) {
  return text.size() <= kOpeningBytes ? text : text.substr(0, text.rfind(' ', kOpeningBytes));
}

double min_containment(std::size_t runs) {
  if (runs >= kPlentyOfRuns) return kMinContainment;
  const double length = static_cast<double>(runs - kMinRuns) / static_cast<double>(kPlentyOfRuns - kMinRuns);
  return 1 - (1 - kMinContainment) * length;
}

/// Papers sometimes correct a figure or a name: the shorter text may have one contradiction per this many words.
constexpr std::size_t kWordsForOneContradiction = 100;

constexpr std::int64_t kMaxDaysApart = 14;

}  // namespace

StoryText::StoryText(const Article& article) : body_(article.body), sketch_(article.body) {
  if (article.published) day_ = days_from_epoch(day_of(*article.published));
}

std::vector<std::string> StoryText::bands() const {
  if (sketch_.size() < kMinRuns) return {};
  std::vector<std::string> bands = sketch_.bands(kBands);
  for (const std::string& band : Sketch(opening(body_)).bands(kOpeningBands)) bands.push_back("opening" + band);
  return bands;
}

bool StoryText::is_near_duplicate_of(StoryText& other) {
  if (day_ && other.day_ && std::abs(*day_ - *other.day_) > kMaxDaysApart) return false;
  const std::size_t shorter = std::min(sketch_.size(), other.sketch_.size());
  if (shorter < kMinRuns) return false;
  if (Sketch::containment(sketch_, other.sketch_) < min_containment(shorter)) return false;
  const std::size_t too_many = shorter / kWordsForOneContradiction + 1;
  return Facts::contradictions(facts(), other.facts(), too_many) < too_many;
}

const Facts& StoryText::facts() {
  if (!facts_) facts_.emplace(body_);
  return *facts_;
}

}  // namespace council_news
