#include "indexer/enrich/councils.h"

#include <fmt/core.h>

#include <algorithm>

#include "common/knowledge/table.h"
#include "common/text/url.h"

namespace council_news {
namespace {

/// Where in an article a name stands, and what it is worth there with and without a council word.
struct Place {
  const char* label;
  double council;
  double bare;
  int most;  ///< names of one council that count there
};

constexpr Place kHeadline{"headline", 10, 6, 1};
constexpr Place kOpening{"opening", 6, 3, 2};
constexpr Place kLater{"later text", 2, 1, 3};
constexpr double kHostScore = 8;

/// How many paragraphs are the opening: where news says who it is about.
constexpr int kOpeningParagraphs = 2;

/// An article is about a council whose score is at least this, and not far below the best one's.
constexpr double kAboutScore = 5;
constexpr double kAboutShare = 0.35;

class Judge {
 public:
  Judge(const Article& article, const CouncilNameFinder& finder)
      : article_(article), finder_(finder), year_(article.published ? day_of(*article.published).year : 0) {}

  std::vector<CouncilEvidence> run() {
    for (const Council* council : gazetteer().by_host(host_of(article_.url)))
      add(council, kHostScore, fmt::format("its address is of {}", council->slug));
    read(article_.title, kHeadline);
    const bool has_body = !article_.body.empty();
    read_paragraphs(has_body ? article_.body : article_.summary);
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    for (CouncilEvidence& one : evidence_)
      one.about = one.score >= kAboutScore && one.score >= kAboutShare * evidence_.front().score;
    return std::move(evidence_);
  }

 private:
  void read_paragraphs(std::string_view text) {
    int paragraphs = 0;
    for (const std::string_view paragraph : split(text, '\n')) {
      if (!paragraph.empty()) read(paragraph, paragraphs++ < kOpeningParagraphs ? kOpening : kLater);
    }
  }

  void read(std::string_view passage, const Place& place) {
    for (const NamedCouncil& named : finder_.find(passage, year_)) {
      const bool with_word = named.evidence == NameEvidence::council;
      const std::string_view words = passage.substr(named.begin, named.end - named.begin);
      const auto key = std::make_pair(named.council, place.label);
      const auto count = std::count(counted_.begin(), counted_.end(), key);
      counted_.push_back(key);
      const bool counts = count < place.most;
      add(named.council, counts ? (with_word ? place.council : place.bare) : 0,
          fmt::format("{}: \"{}\"", place.label, words));
    }
  }

  void add(const Council* council, double score, std::string reason) {
    auto it = std::find_if(evidence_.begin(), evidence_.end(), [&](const auto& e) { return e.council == council; });
    if (it == evidence_.end()) it = evidence_.insert(evidence_.end(), CouncilEvidence{council, 0, {}, false});
    it->score += score;
    it->reasons.push_back(std::move(reason));
  }

  const Article& article_;
  const CouncilNameFinder& finder_;
  const int year_;
  std::vector<CouncilEvidence> evidence_;
  std::vector<std::pair<const Council*, const char*>> counted_;
};

}  // namespace

std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder) {
  return Judge(article, finder).run();
}

}  // namespace council_news
